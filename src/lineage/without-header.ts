import { sql } from 'kysely';
import { and, type Sql } from '../database/sql.ts';
import { isHeader } from './header.ts';
import { type Naming, naming } from './run-parts.ts';
import type { Sources } from './source.ts';
import { unionAll } from './union.ts';

/** Tables of which a run has so many rows that one look beside it is quicker than reading them. */
const MANY_OF_ONE_RUN: ReadonlySet<string> = new Set(['RunRecord', 'TokenUsage', 'RetrievalEvent']);

/**
 * Ids that some table names although no header record has them, in a subquery of one column. Nearly every run has a
 * header, so a large table is not read, and not every run id of it: one look between each two neighbouring headers
 * tells whether it has others there.
 */
export function idsWithoutHeader(sources: Sources): Sql {
  const [headers, named] = ['headers', 'named'].map((name) => sql.ref(sources.alias(name)));
  const all = naming(sources);
  const large = all.filter(({ type, field }) => MANY_OF_ONE_RUN.has(type) && sources.hasIndex(type, [field]));
  const between = large.length > 0 ? betweenHeaders(sources, large, sql`${headers}`) : NOTHING;
  const read = all.filter((one) => !large.includes(one)).map(idsOf);
  const ids = unionAll(all.length > 0 ? [...between.ids, ...read] : [NO_ID]);
  const tables = [sql`${headers}(run_id) as materialized (${headerIds(sources)})`, ...between.tables];
  // Those with a header go before the others are made distinct, which takes a sort.
  return sql`with recursive ${sql.join(tables)} select distinct ${named}.run_id from (${ids}) as ${named}(run_id) where not exists (select from ${headers} where ${headers}.run_id = ${named}.run_id)`;
}

const NO_ID = sql`select null::text where false`;

const idsOf = ({ source, runId }: Naming): Sql =>
  sql`select ${runId} from ${source.from} where ${and([sql`${runId} is not null`, ...source.where])}`;

/** The run ids of all headers; of none where the database has no headers. */
function headerIds(sources: Sources): Sql {
  if (!sources.has('RunRecord')) return NO_ID;
  const { from, row, where } = sources.table('RunRecord');
  return sql`select ${row.column('runId')} from ${from} where ${and([...isHeader(row), ...where])}`;
}

/** Tables of a WITH clause, and the subqueries that take run ids from them. */
interface Between {
  readonly tables: readonly Sql[];
  readonly ids: readonly Sql[];
}

const NOTHING: Between = { tables: [], ids: [] };

/** The first and the last run id of each table are bounds too, so no gap is open. */
function betweenHeaders(sources: Sources, large: readonly Naming[], headers: Sql): Between {
  const [ends, gaps] = ['ends', 'gaps'].map((name) => sql.ref(sources.alias(name)));
  const steps = large.map((one) => stepsIn(sources, one, sql`${gaps}`));
  return {
    tables: [
      sql`${ends}(run_id) as materialized (${unionAll(large.flatMap(endsOf))})`,
      sql`${gaps}(after, upto) as materialized (select run_id, lead(run_id) over (order by run_id) from (select run_id from ${headers} union all select run_id from ${ends}) as bounds)`,
      ...steps.flatMap(({ tables }) => tables),
    ],
    ids: [sql`select run_id from ${ends}`, ...steps.flatMap(({ ids }) => ids)],
  };
}

const endsOf = (of: Naming): readonly Sql[] =>
  [sql`asc`, sql`desc`].map((way) => sql`(${idsOf(of)} order by ${of.runId} ${way} limit 1)`);

/**
 * The run ids of a table in the gaps, each looked up from the one before it: PostgreSQL has no loose index scan of its
 * own. A look knows both bounds, so it reads nothing of a gap that has no rows.
 */
function stepsIn(sources: Sources, { source, runId }: Naming, gaps: Sql): Between {
  const ids = sql.ref(sources.alias('ids'));
  const next = (of: Sql, after: Sql): Sql => {
    const within = and([sql`${runId} > ${after}`, sql`${runId} < ${of}.upto`, ...source.where]);
    return sql`select next.run_id, ${of}.upto from ${of} cross join lateral (select ${runId} from ${source.from} where ${within} order by ${runId} limit 1) as next(run_id)`;
  };
  return {
    tables: [
      sql`${ids}(run_id, upto) as (${next(gaps, sql`${gaps}.after`)} union all ${next(ids, sql`${ids}.run_id`)})`,
    ],
    ids: [sql`select run_id from ${ids}`],
  };
}
