import { sql } from 'kysely';
import { and, type RowAlias, type Sql } from '../../database/sql.ts';
import { columnsByField, derivedColumn } from '../../database/tables.ts';
import { LineageError } from '../../errors.ts';
import { attempt } from '../../lineage/available.ts';
import type { Relation } from '../../lineage/relation.ts';
import { type RowType, rowNamed, rowOf } from '../../lineage/row-type.ts';
import { type Source, type Sources, whole } from '../../lineage/source.ts';
import { union } from '../../lineage/union.ts';
import type { AuditKind } from '../../schema/closed-sets.ts';
import { lackOf } from '../lack.ts';
import { AUDIT_ARGUMENTS, type Audited, kindsBelow } from './audited.ts';
import { AUDITS, KINDS } from './audits.ts';

/** One kind of finding. `figures`: how many there are, and the oldest. `lack`: why it cannot be looked for, as JSON. */
export const LINEAGE_AUDIT: RowType = {
  name: 'LineageAudit',
  columns: columnsByField([
    derivedColumn('place', 'Int', { nullable: false }),
    derivedColumn('kind', 'String', { nullable: false }),
    derivedColumn('staleAfterHours', 'Int', { name: 'stale_after_hours', nullable: false }),
    derivedColumn('figures', 'Json', { subqueries: 20 }),
    derivedColumn('lack', 'String'),
  ]),
  key: ['place'],
  defaultOrder: [],
  alwaysRead: ['kind', 'staleAfterHours', 'lack'],
};

const hoursOf = (entry: RowAlias): Sql => entry.column('staleAfterHours');

/** When a row that is found came to be, as far as this database says so. */
export function timeOf(kind: AuditKind, row: RowAlias): Sql {
  const times = AUDITS[kind].at.map((field) => attempt(() => row.column(field)));
  const known = times.flatMap((at) => (at instanceof LineageError ? [] : [at]));
  return sql`coalesce(${sql.join([...known, sql`null::timestamptz`])})`;
}

function figuresOf(sources: Sources, kind: AuditKind, entry: RowAlias): Sql {
  const { from, where, row } = whole(AUDITS[kind].find(sources, hoursOf(entry)));
  return sql`(select json_build_object('count', count(*), 'oldestAt', min(${timeOf(kind, row)})) from ${from} where ${and(where)})`;
}

/** A value for each kind, of which only the one that is asked for is computed. */
const perKind = (entry: RowAlias, values: readonly (readonly [AuditKind, Sql])[]): Sql =>
  values.length === 0
    ? sql`null`
    : sql`case ${entry.column('kind')} ${sql.join(
        values.map(([kind, value]) => sql`when ${sql.lit(kind)} then ${value}`),
        sql` `,
      )} end`;

export const AUDIT: Relation<Audited> = {
  name: 'Query.lineageAudit',
  to: LINEAGE_AUDIT,
  as: 'list',
  startsAt: [],
  description: '',
  reads: [],
  orderBy: [{ field: 'place' }],
  args: AUDIT_ARGUMENTS,
  // Each reads whole tables.
  cost: ({ kinds }) => ({ base: 20, rows: kinds.length }),
  source: (sources, _, given) => {
    const alias = sources.alias('audit');
    const entry = rowNamed(LINEAGE_AUDIT, alias);
    const { kinds } = given.args;
    const figures = kinds.map((kind) => [kind, attempt(() => figuresOf(sources, kind, entry))] as const);
    const values: Readonly<Record<string, () => Sql>> = {
      figures: () =>
        perKind(
          entry,
          figures.flatMap(([kind, one]) => (one instanceof LineageError ? [] : [[kind, one] as const])),
        ),
      lack: () =>
        perKind(
          entry,
          figures.flatMap(([kind, one]) =>
            one instanceof LineageError ? [[kind, sql`${sql.lit(lackOf(one))}`] as const] : [],
          ),
        ),
    };
    return {
      from: sql`(select asked.kind, asked.place::integer as place, ${given.parameter(({ staleAfterHours }) => staleAfterHours, 'Int')} as stale_after_hours
        from unnest(${given.parameter((args) => args.kinds, 'String', '[]')}) with ordinality as asked(kind, place)) as ${sql.ref(alias)}`,
      where: [],
      row: rowOf(LINEAGE_AUDIT, (field) => values[field]?.() ?? entry.column(field)),
    };
  },
};

/** All that is found of one kind, as an entry of an audit has it. */
export const foundOf = (kind: AuditKind): Relation => ({
  name: `LineageAudit.${kind}`,
  to: AUDITS[kind].to,
  as: 'connection',
  startsAt: ['kind', 'staleAfterHours'],
  description: '',
  reads: [AUDITS[kind].to.name],
  subqueries: 10,
  source: (sources, entry) => {
    const source = AUDITS[kind].find(sources, hoursOf(entry));
    return { ...source, where: [sql`${entry.column('kind')} = ${sql.lit(kind)}`, ...source.where] };
  },
});

/** What is found of those of these kinds that a statement is about, `as` rows of one type. At most one of them gives any. */
export const foundBelow =
  (
    kinds: readonly AuditKind[],
    as: (kind: AuditKind, found: Source) => Source = (_kind, found) => found,
  ): Relation['source'] =>
  (sources, entry, given) =>
    union(
      sources,
      'found',
      kindsBelow(given.root, kinds).map(
        (kind) => () => as(kind, foundOf(kind).source(sources, entry, given)),
      ),
    );

/** The rows of a type that are found, of whichever kind the entry is. */
export function rowsFound(name: string, to: RowType): Relation {
  const kinds = KINDS.filter((kind) => AUDITS[kind].to.name === to.name);
  return {
    name: `LineageAudit.${name}`,
    to,
    as: 'connection',
    startsAt: ['kind', 'staleAfterHours'],
    description: '',
    reads: [to.name],
    subqueries: 10 * kinds.length,
    cost: () => ({ base: 10, rows: 0 }),
    source: foundBelow(kinds),
  };
}
