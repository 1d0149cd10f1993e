import { sql } from 'kysely';
import { checkValue } from '../../connection/value.ts';
import { and, type Sql } from '../../database/sql.ts';
import { columnsByField, derivedColumn } from '../../database/tables.ts';
import { badInput } from '../../errors.ts';
import { present } from '../../lineage/computed.ts';
import { isHeader } from '../../lineage/header.ts';
import { indexRunOf } from '../../lineage/index-source.ts';
import type { ArgumentSpec, Relation } from '../../lineage/relation.ts';
import { type RowType, rowNamed, rowOf } from '../../lineage/row-type.ts';
import { isKnownRun } from '../../lineage/runs.ts';
import type { Sources } from '../../lineage/source.ts';

const LEAST = 2;
const MOST = 10;

/** Which runs are compared: the lists below it all start from those that are known. */
const RUN_COMPARISON: RowType = {
  name: 'RunComparison',
  columns: columnsByField([
    derivedColumn('knownIds', 'String', { name: 'known_ids', nullable: false }),
    derivedColumn('runOrder', 'Json'),
    derivedColumn('unknownIds', 'Json', { name: 'unknown_ids' }),
    derivedColumn('onlyDifferent', 'Boolean', { name: 'only_different', nullable: false }),
    derivedColumn('indexSettings', 'Json'),
    derivedColumn('configurations', 'Json'),
  ]),
  key: ['knownIds'],
  defaultOrder: [],
  alwaysRead: ['unknownIds'],
};

interface Compared {
  readonly runIds: readonly string[];
  readonly onlyDifferent: boolean;
}

const ARGUMENTS: ArgumentSpec<Compared> = {
  read: ({ runIds, onlyDifferent }) => {
    const ids = Array.isArray(runIds) ? runIds.map(String) : [];
    if (ids.length < LEAST || ids.length > MOST)
      throw badInput(`runIds takes ${LEAST} to ${MOST} runs, but got ${ids.length}.`);
    for (const [index, id] of ids.entries()) checkValue(id, 'String', `runIds[${index}]`);
    const twice = ids.find((id, index) => ids.indexOf(id) !== index);
    if (twice !== undefined)
      throw badInput(`runIds takes each run once, but got ${JSON.stringify(twice)} twice.`);
    return { value: { runIds: ids, onlyDifferent: onlyDifferent === true }, shape: '' };
  },
};

export const COMPARISON: Relation<Compared> = {
  name: 'Query.compareRuns',
  to: RUN_COMPARISON,
  as: 'one',
  startsAt: [],
  description: '',
  reads: ['RunRecord'],
  args: ARGUMENTS,
  subqueries: 10,
  cost: ({ runIds }) => ({ base: 10 * runIds.length, rows: 1 }),
  source: (sources, _, given) => {
    const alias = sources.alias('comparison');
    const ids = given.parameter(({ runIds }) => runIds, 'String', '[]');
    const known = sql.ref(`${alias}.known_ids`);
    const values: Readonly<Record<string, () => Sql>> = {
      runOrder: () => sql`to_json(${known})`,
      indexSettings: () => settingsOf(sources, known),
      configurations: () => configurationsOf(sources, known),
    };
    return {
      // `offset 0` keeps the planner from asking for the runs once for each use.
      from: sql`(select coalesce(array_agg(id order by place) filter (where is_known), '{}') as known_ids,
          coalesce(json_agg(id order by place) filter (where not is_known), '[]') as unknown_ids,
          ${given.parameter(({ onlyDifferent }) => onlyDifferent, 'Boolean')} as only_different
        from (select id, place, ${isKnownRun(sources, sql`asked.id`)} as is_known from unnest(${ids}) with ordinality as asked(id, place)) as asked offset 0) as ${sql.ref(alias)}`,
      where: [],
      row: rowOf(
        RUN_COMPARISON,
        (field) => values[field]?.() ?? rowNamed(RUN_COMPARISON, alias).column(field),
      ),
    };
  },
};

const SETTINGS = ['embeddingModel', 'chunkWords', 'chunkOverlap', 'normalized', 'extractorVersion'] as const;

/** Of each run, the settings of the last build of the index that it searched. */
function settingsOf(sources: Sources, runIds: Sql): Sql {
  const { from, row, where } = sources.table('PipelineRun');
  const settings = SETTINGS.flatMap((field) =>
    present(sources, 'PipelineRun', row, [field]).flatMap((column) => [sql.lit(field), column]),
  );
  return sql`(select coalesce(jsonb_object_agg(run.id, build.settings), '{}') from unnest(${runIds}) as run(id)
    cross join lateral (select jsonb_build_object(${sql.join(settings)}) as settings from ${from} where ${and(
      [sql`${row.column('workflowRunId')} = ${indexRunOf(sources, sql`run.id`)}`, ...where],
    )} order by ${row.column('rowId')} desc limit 1) as build)`;
}

/** Of each run whose header holds one, its configuration. */
function configurationsOf(sources: Sources, runIds: Sql): Sql {
  const { from, row, where } = sources.table('RunRecord');
  const configuration = row.column('configEffectiveJson');
  return sql`(select coalesce(jsonb_object_agg(${row.column('runId')}, ${configuration}), '{}') from ${from} where ${and(
    [
      sql`${row.column('runId')} = any(${runIds})`,
      sql`jsonb_typeof(${configuration}) = 'object'`,
      ...isHeader(row),
      ...where,
    ],
  )})`;
}
