import { sql } from 'kysely';
import { and, firstOf, type RowAlias, type Sql, typeOf } from '../database/sql.ts';
import { columnsByField, derivedColumn, TABLES } from '../database/tables.ts';
import { LineageError } from '../errors.ts';
import { attempt } from '../lineage/available.ts';
import { present } from '../lineage/computed.ts';
import { PIPELINE_STEPS } from '../lineage/edges/workflow.ts';
import { reuseSourceIn } from '../lineage/reuse-source.ts';
import type { RowType } from '../lineage/row-type.ts';
import type { Sources } from '../lineage/source.ts';
import { unionAll } from '../lineage/union.ts';
import { type Fact, factsOf } from './completeness-facts.ts';
import { counted, type Found, PARTS, span, takenOver } from './completeness-parts.ts';
import { lackOf } from './lack.ts';

/** A part of a run. `lack` is the error of one that cannot be looked at, as JSON. */
export const PART: RowType = {
  name: 'RunCompletenessPart',
  columns: columnsByField([
    derivedColumn('place', 'Int'),
    derivedColumn('part', 'String'),
    derivedColumn('step', 'String'),
    derivedColumn('state', 'String'),
    derivedColumn('table', 'String', { name: 'table_name' }),
    derivedColumn('rows', 'Float'),
    derivedColumn('firstAt', 'DateTime', { name: 'first_at' }),
    derivedColumn('lastAt', 'DateTime', { name: 'last_at' }),
    derivedColumn('why', 'String'),
    derivedColumn('lack', 'String'),
  ]),
  key: ['place'],
  defaultOrder: [],
};

const NAMES = sql.join([...PART.columns.values()].map(({ name }) => sql.ref(name)));
const TYPED = sql.join(
  [...PART.columns.values()].map(({ name, kind }) => sql`${sql.ref(name)} ${typeOf(kind)}`),
);

/** The parts of a run in the order in which they come to be; steps stand behind the manifest. */
const ORDER = [
  'header',
  'manifest',
  'step',
  'report',
  'questions',
  'index',
  'vectors',
  'events',
  'usage',
] as const;

/** The parts of a run as one value, so that they are looked for once. */
export const partsAsJson = (sources: Sources, runId: Sql): Sql =>
  sql`(select jsonb_agg(to_jsonb(found)) from (${partsOfRun(sources, runId)}) as found(${NAMES}))`;

/** The rows that `partsAsJson` holds. */
export const partsIn = (parts: Sql, alias: Sql): Sql =>
  sql`jsonb_to_recordset(${parts}) as ${alias}(${TYPED})`;

/** One row for each part of a run, with the columns of `PART` in their order. */
function partsOfRun(sources: Sources, runId: Sql): Sql {
  const facts = sources.alias('facts');
  const fact = (name: Fact): Sql => sql.ref(`${facts}.${name}`);
  const rows = ORDER.map((part, place) => {
    const written = attempt(() =>
      part === 'step' ? stepRows(sources, runId, place) : partRow(sources, runId, place, part, fact),
    );
    return written instanceof LineageError
      ? lacking(place, part, written)
      : sql`(select ${NAMES} from ${sql.ref(facts)} cross join lateral (${written}) as part)`;
  });
  return sql`with ${sql.ref(facts)} as materialized (${factsOf(sources, runId)}) ${unionAll(rows)}`;
}

/** What is missing, or may not be read, is said in the place of the part. */
function lacking(place: number, part: string, error: LineageError): Sql {
  return sql`(select ${sql.lit(100 * place)}, ${sql.lit(part)}, null::text, null::text, null::text, null::bigint,
    null::timestamptz, null::timestamptz, ${sql.lit(error.message)}, ${sql.lit(lackOf(error))})`;
}

function partRow(
  sources: Sources,
  runId: Sql,
  place: number,
  part: keyof typeof PARTS,
  fact: Found['fact'],
): Sql {
  const { table, rows, verdicts } = PARTS[part];
  const { from, row, where } = rows(sources, runId);
  const alias = sources.alias('evidence');
  const of: Found['of'] = (column) => sql.ref(`${alias}.${column}`);
  const judged = verdicts({ sources, runId, of, fact });
  const times = timesOf(sources, table, row, ['createdAt']);
  return sql`select ${sql.lit(100 * place)} as place, ${sql.lit(part)} as part, null::text as step,
    ${firstOf(judged, ({ state }) => sql.lit(state))} as state, ${sql.lit(TABLES[table].name)} as table_name,
    ${of('rows')} as rows, ${of('first_at')} as first_at, ${of('last_at')} as last_at,
    ${firstOf(judged, ({ why }) => why)} as why, null::text as lack
    from (select count(*) as rows, ${times} from ${from} where ${and(where)}) as ${sql.ref(alias)}`;
}

function timesOf(
  sources: Sources,
  table: Parameters<typeof present>[1],
  row: RowAlias,
  fields: readonly string[],
): Sql {
  const times = present(sources, table, row, fields);
  const at = times.length === 0 ? sql`null::timestamptz` : sql`greatest(${sql.join(times)})`;
  return sql`min(${at}) as first_at, max(${at}) as last_at`;
}

/** The steps of the pipeline, and those of the run that are unknown here. */
function stepRows(sources: Sources, runId: Sql, place: number): Sql {
  const { from, row, where } = sources.table('RunRecord');
  const source = reuseSourceIn(sources, row);
  const step = row.column('step');
  const names = sql`array[${sql.join(PIPELINE_STEPS.map((name) => sql.lit(name)))}]`;
  const alias = sources.alias('steps');
  const at = (column: string): Sql => sql.ref(`${alias}.${column}`);
  const verdicts = [
    ...takenOver(sources, 'step', at('source')),
    {
      state: 'present',
      when: sql`${at('rows')} > 0`,
      why: sql`${counted(at('rows'), 'record')} || ${span(at('first_at'), at('last_at'))} || coalesce(', status ' || ${at('status')}, '')`,
    },
    {
      state: 'expected',
      when: sql`${at('later')} is not null`,
      why: sql`'no record of the step, though the later step ' || (${names})[${at('later')}] || ' has one'`,
    },
    { state: 'absent', when: sql`true`, why: sql`'no record of the step, nor of a later one'` },
  ];
  const own = sql`select ${step} as step, count(*) as rows, max(${source}) as source, max(${row.column('status')}) as status,
    ${timesOf(sources, 'RunRecord', row, ['createdAt'])} from ${from} where ${and([
      sql`${row.column('runId')} = ${runId}`,
      sql`${row.column('recordKind')} = 'step'`,
      ...where,
    ])} group by ${step}`;
  return sql`select ${sql.lit(100 * place)} + coalesce(${at('place')}, 90) as place, 'step' as part, ${at('step')},
    ${firstOf(verdicts, ({ state }) => sql.lit(state))} as state, ${sql.lit(TABLES.RunRecord.name)} as table_name,
    coalesce(${at('rows')}, 0) as rows, ${at('first_at')}, ${at('last_at')}, ${firstOf(verdicts, ({ why }) => why)} as why, null::text as lack
    from (select step, place, rows, source, status, first_at, last_at,
        min(place) filter (where rows > 0) over (order by place rows between 1 following and unbounded following) as later
      from unnest(${names}) with ordinality as known(step, place) full join (${own}) as own using (step)) as ${sql.ref(alias)}`;
}
