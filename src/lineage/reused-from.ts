import { sql } from 'kysely';
import type { RowAlias, Sql } from '../database/sql.ts';
import { LineageError } from '../errors.ts';
import { attempt, available } from './available.ts';
import type { ComputedColumns } from './computed.ts';
import { isReuseOf, mayNameReuseSource, reuseSourceOf } from './reuse-source.ts';
import type { Source, Sources } from './source.ts';
import { union } from './union.ts';

const KEY = '_reused_from';

/** Left out where it is missing, or the caller may not read it. */
function payloadOf(row: RowAlias): Sql | undefined {
  const payload = attempt(() => row.column('payloadJson'));
  return payload instanceof LineageError ? undefined : payload;
}

/** Payloads are of any form: only a text is the id of a run. */
function namedIn(payload: Sql): Sql {
  const id = sql`${payload} -> ${sql.lit(KEY)} -> 'run_id'`;
  return sql`case when jsonb_typeof(${id}) = 'string' then ${id} #>> '{}' end`;
}

/** Whether a record may have taken something over, by indexes that a real deployment has: most payloads stay unread. */
export function mayReuse(row: RowAlias): Sql {
  const payload = payloadOf(row);
  const bySelf = mayNameReuseSource(row);
  return payload ? sql`(${bySelf} or ${payload} ? ${sql.lit(KEY)})` : bySelf;
}

/** How records that took over a result of a run are found: each way by an index that a real deployment has. */
const WAYS: readonly ((row: RowAlias, runId: Sql) => Sql)[] = [
  isReuseOf,
  (row, runId) => {
    const named = sql`jsonb_build_object(${sql.lit(KEY)}, jsonb_build_object('run_id', ${runId}))`;
    return sql`(${reuseSourceOf(row)} is null and ${row.column('payloadJson')} @> ${named})`;
  },
];

/** The run whose result a record took over: a column says so, or for an answer often only its payload. */
export const COMPUTED_OF_RECORD = {
  reusedFromRunId: {
    kind: 'String',
    nullable: true,
    description: `The id of the run whose result this record took over: its reuseSourceRunId, else the run_id of ${KEY} in its payloadJson, which takes the scope content:read. Null when the work was done here.`,
    sql: (_sources: Sources, row: RowAlias) => {
      const payload = payloadOf(row);
      const named = payload ? [sql`nullif(${namedIn(payload)}, '')`] : [];
      return sql`coalesce(${sql.join([reuseSourceOf(row), ...named])})`;
    },
    equals: (_sources: Sources, row: RowAlias, runId: Sql) => {
      const ways = available(WAYS.map((way) => () => [way(row, runId)]));
      return sql`(${runId} <> '' and (${sql.join(ways, sql` or `)}))`;
    },
  },
} satisfies ComputedColumns;

/**
 * The records of other runs that took over a result of this run, as by the edge `reusedBy`. For joins and recursions:
 * written with OR, these read the whole table at each step.
 */
export const reusing = (sources: Sources, runId: Sql): Source =>
  union(
    sources,
    'reusing',
    WAYS.map((way) => () => {
      const { from, row, where } = sources.table('RunRecord');
      return {
        from,
        row,
        where: [sql`${runId} <> ''`, sql`${row.column('runId')} <> ${runId}`, way(row, runId), ...where],
      };
    }),
  );
