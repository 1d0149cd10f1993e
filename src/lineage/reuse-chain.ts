import { sql } from 'kysely';
import { and, type RowAlias, type Sql } from '../database/sql.ts';
import { present } from './computed.ts';
import type { Sources } from './source.ts';

/** Further than any chain of reuse; each link is followed by the records of one run only. */
export const MAX_LINKS = 100;

/**
 * From each of these records, as distance 0, to the record whose result it took over, and on: one row for each link.
 * Where a run has no such record, or is a run of which nothing is known, the chain ends with `record_id` null; where it
 * comes back to a record, it ends with `is_cycle`.
 */
export function chainsOf(sources: Sources, which: (record: RowAlias) => readonly Sql[]): Sql {
  const alias = sources.alias('links');
  const at = (column: string): Sql => sql.ref(`${alias}.${column}`);
  const start = sources.table('RunRecord');
  const id = start.row.column('rowId');
  const first = sql`select ${sql.join([id, sql`0`, start.row.column('runId'), id, sql`array[${id}]`, sql`false`])},
    ${sql.join(keysOf(sources, start.row))} from ${start.from} where ${and([...which(start.row), ...start.where])}`;
  const before = sources.table('RunRecord');
  const { row } = before;
  const keys = [at('source_key'), at('record_key')];
  const found = sql`select ${row.column('rowId')} as id, ${sql.join(keysOf(sources, row))} from ${before.from} where ${and(
    [
      sql`${row.column('runId')} = ${at('next_run')}`,
      sql`${row.column('recordKind')} = ${at('record_kind')}`,
      sql`${row.column('step')} = ${at('step')}`,
      sql`${row.column('recordKey')} in (${sql.join(keys)})`,
      ...before.where,
    ],
  )} order by ${row.column('recordKey')} = ${at('source_key')} desc, ${row.column('rowId')} desc limit 1`;
  const name = sql.ref(sources.alias('taken'));
  const next = sql`select ${at('start_id')}, ${at('distance')} + 1, ${at('next_run')}, ${name}.id, ${at('seen')} || ${name}.id,
    coalesce(${name}.id = any(${at('seen')}), false), ${name}.next_run, ${name}.record_kind, ${name}.step, ${name}.record_key, ${name}.source_key
    from ${sql.ref(alias)} left join lateral (${found}) as ${name}(id, next_run, record_kind, step, record_key, source_key) on true
    where ${at('next_run')} is not null and not ${at('is_cycle')} and ${at('distance')} < ${sql.lit(MAX_LINKS)}`;
  const columns = sql`start_id, distance, run_id, record_id, seen, is_cycle, next_run, record_kind, step, record_key, source_key`;
  return sql`(with recursive ${sql.ref(alias)}(${columns}) as (${first} union all ${next}) select * from ${sql.ref(alias)})`;
}

/** By what the record is found whose result a record took over: its run, and the same kind, step and key. */
function keysOf(sources: Sources, row: RowAlias): readonly Sql[] {
  const key = row.column('recordKey');
  const named = present(sources, 'RunRecord', row, ['reuseSourceRecordKey']).map(
    (one) => sql`nullif(${one}, '')`,
  );
  return [
    row.column('reusedFromRunId'),
    row.column('recordKind'),
    row.column('step'),
    key,
    sql`coalesce(${sql.join([...named, key])})`,
  ];
}
