import { sql } from 'kysely';
import { and, type RowAlias, type Sql } from '../../database/sql.ts';
import { columnsByField, derivedColumn } from '../../database/tables.ts';
import { badInput, LineageError } from '../../errors.ts';
import { attempt } from '../../lineage/available.ts';
import type { ArgumentSpec, Relation } from '../../lineage/relation.ts';
import { type RowType, rowNamed, rowOf } from '../../lineage/row-type.ts';
import { type Sources, whole } from '../../lineage/source.ts';
import { union } from '../../lineage/union.ts';
import type { AuditKind } from '../../schema/closed-sets.ts';
import { lackOf } from '../lack.ts';
import { AUDITS, KINDS, kindNamed } from './audits.ts';

/** One kind of finding. `figures`: how many there are, and the oldest. `lack`: why it cannot be looked for, as JSON. */
export const LINEAGE_AUDIT: RowType = {
  name: 'LineageAudit',
  columns: columnsByField([
    derivedColumn('place', 'Int', { nullable: false }),
    derivedColumn('kind', 'String', { nullable: false }),
    derivedColumn('staleAfterHours', 'Int', { name: 'stale_after_hours', nullable: false }),
    derivedColumn('figures', 'Json'),
    derivedColumn('lack', 'String'),
  ]),
  key: ['place'],
  defaultOrder: [],
  alwaysRead: ['kind', 'staleAfterHours', 'lack'],
};

export const DEFAULT_HOURS = 24;
/** A year. */
export const MOST_HOURS = 8760;

interface Audited {
  readonly kinds: readonly AuditKind[];
  readonly staleAfterHours: number;
}

const ARGUMENTS: ArgumentSpec<Audited> = {
  read: ({ kinds, staleAfterHours }) => {
    const hours = Number(staleAfterHours ?? DEFAULT_HOURS);
    if (hours < 1 || hours > MOST_HOURS)
      throw badInput(`staleAfterHours takes 1 to ${MOST_HOURS}, but got ${hours}.`);
    const asked = new Set(Array.isArray(kinds) ? kinds.map(kindNamed) : KINDS);
    // In one order, so that a statement serves all who ask for these.
    const value = { kinds: KINDS.filter((kind) => asked.has(kind)), staleAfterHours: hours };
    return { value, shape: value.kinds.join() };
  },
};

const hoursOf = (entry: RowAlias): Sql => entry.column('staleAfterHours');

function figuresOf(sources: Sources, kind: AuditKind, entry: RowAlias): Sql {
  const { from, where, row } = whole(AUDITS[kind].find(sources, hoursOf(entry)));
  const times = AUDITS[kind].at.map((field) => attempt(() => row.column(field)));
  const known = times.flatMap((at) => (at instanceof LineageError ? [] : [at]));
  const at = sql`coalesce(${sql.join([...known, sql`null::timestamptz`])})`;
  return sql`(select json_build_object('count', count(*), 'oldestAt', min(${at})) from ${from} where ${and(where)})`;
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
  args: ARGUMENTS,
  subqueries: 20,
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

/** The rows of a type that are found, of whichever kind the entry is. */
export function rowsFound(name: string, to: RowType): Relation {
  const ways = KINDS.filter((kind) => AUDITS[kind].to.name === to.name).map(foundOf);
  return {
    name: `LineageAudit.${name}`,
    to,
    as: 'connection',
    startsAt: ['kind', 'staleAfterHours'],
    description: '',
    reads: [to.name],
    subqueries: 10 * ways.length,
    cost: () => ({ base: 10, rows: 0 }),
    // At most one of them gives any.
    source: (sources, entry, given) =>
      union(
        sources,
        'found',
        ways.map((way) => () => way.source(sources, entry, given)),
      ),
  };
}
