import { sql } from 'kysely';
import { and, isEqual, type RowAlias, type Sql } from '../database/sql.ts';
import { isTableType } from '../database/tables.ts';
import type { Edge, Hop } from './edges/edge.ts';
import { HEADER, isHeader } from './header.ts';
import { indexRunOf } from './index-source.ts';
import { lateColumns } from './late-columns.ts';
import type { Relation, Step as RelationStep } from './relation.ts';
import { allOf, type RowType, tableRows } from './row-type.ts';
import { WORKFLOW_RUN } from './runs.ts';
import type { JoinedRow, Source, Sources } from './source.ts';
import { union } from './union.ts';
import { constants, differing, pairs, waysOf } from './ways.ts';

/** The rows of a type that edges lead to: of a table, or the workflow runs. */
export const rowsNamed = (name: string): RowType => {
  if (isTableType(name)) return tableRows(name);
  if (name === WORKFLOW_RUN.name) return WORKFLOW_RUN;
  throw new Error(`There is no type ${name}.`);
};

/** The fields of a row by which an edge leads on from it. */
const startOf = ({ on, via, either = [], alike = {}, unlike = {}, orElseOfRun }: Edge): readonly string[] => {
  if (via?.[0]) return Object.values(via[0].on);
  const further = either.flatMap((way) => [...Object.keys(way.when), ...Object.values(way.on)]);
  return [...new Set([on, alike, unlike].flatMap(Object.values<string>).concat(further, orElseOfRun ?? []))];
};

/** What an edge leads to from a row of `from`, as a relation. */
export function joined(name: string, from: string, edge: Edge): Relation {
  const to = rowsNamed(edge.to);
  const isUnique = edge.as === 'one' && [...(edge.via ?? []), edge].every(leadsToOne);
  return {
    name,
    to,
    as: edge.as,
    startsAt: startOf(edge),
    description: edge.description,
    reads: [...(edge.via ?? []).map((hop) => hop.to), ...(edge.orElseOfRun ? ['RunRecord'] : []), edge.to],
    ...(edge.orderBy && { orderBy: edge.orderBy }),
    steps: stepsOf(from, edge),
    ...(edge.apart && { isApart: true }),
    ...(edge.throughReuse && THROUGH_REUSE),
    subqueries: to.keyed ? 10 : 1,
    source: (sources, parent, { args }) =>
      childrenOf(sources, args === INCLUDE_REUSED ? indexRun(sources, parent) : parent, from, edge, to),
    ...(isUnique && { join: (sources, parent) => childOf(sources, parent, from, edge, to) }),
  };
}

const stepsOf = (from: string, { via = [], to, on }: Edge): readonly RelationStep[] => {
  const hops = [...via, { to, on }];
  return hops.map((hop, index) => ({ from: hops[index - 1]?.to ?? from, to: hop.to, on: hop.on }));
};

/** What a row that only an answer has leads to by a key that it holds: `on` as in an edge. */
export const leadsTo = (from: string, name: string, to: Edge['to'], on: Edge['on']): Relation =>
  joined(`${from}.${name}`, from, { to, as: 'one', on, description: '' });

/** The argument of edges that are declared with `throughReuse`, where it is given. */
export const INCLUDE_REUSED = 'includeReused';

const THROUGH_REUSE: Pick<Relation, 'args' | 'cost'> = {
  args: {
    read: ({ includeReused }) => {
      const value = includeReused === true ? INCLUDE_REUSED : '';
      return { value, shape: value };
    },
  },
  cost: (args) => ({ base: args === INCLUDE_REUSED ? 5 : 0, rows: 0 }),
};

/** In place of a run, the one whose index it searched. */
const indexRun = (sources: Sources, run: RowAlias): RowAlias => ({
  column: (field) => (field === 'runId' ? indexRunOf(sources, run.column('runId')) : run.column(field)),
});

type Step = Hop & Pick<Edge, 'where' | 'unlike' | 'either' | 'orElse' | 'orElseOfRun'>;

/** Whether a key of the table is given: then the planner may join, for there is one row at most. */
function leadsToOne({ to, on, where = {} }: Step): boolean {
  const type = rowsNamed(to);
  const isHeader = Object.entries(HEADER).every(([field, value]) => where[field] === value);
  return (type.key.length > 0 && type.key.every((field) => Object.hasOwn(on, field))) || isHeader;
}

/** The same where the row before may name nothing: null and '' mean what its run names, and then the default. */
const pairsOrElse = (sources: Sources, step: Step, row: RowAlias, before: RowAlias): readonly Sql[] =>
  Object.entries(step.on).map(([field, of]) => {
    const { orElse, orElseOfRun } = step;
    if (orElse === undefined) return isEqual(row, field, before.column(of));
    const ofRun = orElseOfRun === undefined ? [] : [namedByRun(sources, before.column(orElseOfRun), of)];
    const named = sql.join([sql`nullif(${before.column(of)}, '')`, ...ofRun, sql.lit(orElse)]);
    return isEqual(row, field, sql`coalesce(${named})`);
  });

/** What the header of a run holds in a column. */
function namedByRun(sources: Sources, runId: Sql, field: string): Sql {
  const { from, row, where } = sources.table('RunRecord');
  const own = and([sql`${row.column('runId')} = ${runId}`, ...isHeader(row), ...where]);
  return sql`(select nullif(${row.column(field)}, '') from ${from} where ${own} limit 1)`;
}

/** The conditions that tie the rows of a step to the row before it. */
const tied = (sources: Sources, step: Step, row: RowAlias, before: RowAlias): readonly Sql[] => [
  ...pairsOrElse(sources, step, row, before),
  ...constants(step.where ?? {}, row),
  ...differing(step, row, before),
  ...(step.either ? [oneOf(step.either, row, before)] : []),
];

/** A row that matches none of the ways leads nowhere. */
function oneOf(ways: NonNullable<Edge['either']>, row: RowAlias, before: RowAlias): Sql {
  const cases = ways.map(
    (way) => sql`when ${and(constants(way.when, before))} then ${and(pairs(way.on, row, before))}`,
  );
  return sql`case ${sql.join(cases, sql` `)} else false end`;
}

/** The type and the field that name the key of the rows at the end of an edge. */
function naming(from: string, edge: Edge): { readonly type: string; readonly field: string } {
  const [field = ''] = Object.values(edge.on);
  return { type: edge.via?.at(-1)?.to ?? from, field };
}

/** Rows of a type that exist because something names their key, if the edge leads to them by it. */
function keyedBy(edge: Edge, to: RowType) {
  const [key = ''] = to.key;
  return Object.hasOwn(edge.on, key) ? to.keyed : undefined;
}

function childOf(sources: Sources, parent: RowAlias, from: string, edge: Edge, to: RowType): JoinedRow {
  const joins: { from: Sql; on: readonly Sql[] }[] = [];
  let before = parent;
  for (const hop of edge.via ?? []) {
    const { from: table, row, where } = allOf(rowsNamed(hop.to), sources);
    joins.push({ from: table, on: [...tied(sources, hop, row, before), ...where] });
    before = row;
  }
  const keyed = keyedBy(edge, to);
  if (keyed) {
    const { type, field } = naming(from, edge);
    const { joins: last, ...rest } = keyed.row(
      sources,
      before.column(field),
      keyed.provenBy(type, field),
      before.isOnly,
    );
    return { ...rest, joins: [...joins, ...last] };
  }
  const { from: table, row, where } = allOf(to, sources);
  joins.push({ from: table, on: [...tied(sources, edge, row, before), ...where] });
  const [key = ''] = to.key;
  return { joins, row, present: sql`${row.column(key)} is not null` };
}

function childrenOf(sources: Sources, parent: RowAlias, from: string, edge: Edge, to: RowType): Source {
  const hops = hopsOf(sources, parent, edge.via ?? []);
  const before = hops?.row ?? parent;
  const keyed = keyedBy(edge, to);
  if (keyed) {
    const { type, field } = naming(from, edge);
    const id = before.column(field);
    const ids = hops
      ? sql`select distinct ${id} from ${hops.from} where ${and([...hops.where, sql`${id} is not null`])}`
      : sql`select ${id} where ${id} is not null`;
    return keyed.rows(sources, ids, keyed.provenBy(type, field));
  }
  const ways = hops ? [] : waysOf(sources, parent, edge, () => allOf(to, sources));
  if (ways.length > 0) return union(sources, 'rows', ways);
  const child = allOf(to, sources);
  if (!hops) return { ...child, where: [...tied(sources, edge, child.row, before), ...child.where] };
  if (!edge.distinct)
    return { ...child, where: [...tied(sources, edge, child.row, before), ...child.where], through: hops };
  return distinctChildren(sources, child, hops, edge);
}

/**
 * Children that can be reached several ways, each once. The keys are made distinct before they are joined: with
 * `key in (select ...)` the planner walks the children in order of their key and looks for each among the keys.
 */
function distinctChildren(sources: Sources, child: Source, hops: Source, edge: Edge): Source {
  const keys = sql.ref(sources.alias('keys'));
  const onKeys = Object.entries(edge.on);
  const names = onKeys.map((_, index) => sql.ref(`key_${index + 1}`));
  const selected = onKeys.map(([, of]) => hops.row.column(of));
  const found = sql`(select distinct ${sql.join(selected)} from ${hops.from} where ${and(hops.where)}) as ${keys}(${sql.join(names)})`;
  const where = [
    ...onKeys.map(([field], index) => sql`${child.row.column(field)} = ${keys}.${names[index]}`),
    ...child.where,
  ];
  // A page of many children of many keys is limited for each of them.
  if (!leadsToOne(edge)) return { ...child, where, through: { from: found, where: [] } };
  // LIMIT keeps the planner from reading all children in the order of their key, to merge them with keys that are few.
  const { alias, row, selected: own } = lateColumns(sources, 'child', [child.row]);
  const one = sql`select ${sql.join(own)} from ${child.from} where ${and(where)} limit 1`;
  return { from: sql`${found} cross join lateral (${one}) as ${alias}`, where: [], row };
}

/** The rows of other tables through which an edge leads, each tied to the one before it. */
function hopsOf(sources: Sources, parent: RowAlias, via: readonly Hop[]): Source | undefined {
  let hops: Source | undefined;
  for (const hop of via) {
    const { from, row, where } = allOf(rowsNamed(hop.to), sources);
    hops = {
      from: hops ? sql`${hops.from} cross join ${from}` : from,
      where: [...(hops?.where ?? []), ...tied(sources, hop, row, hops?.row ?? parent), ...where],
      row,
    };
  }
  return hops;
}
