import { sql } from 'kysely';
import { and, type Sql } from '../database/sql.ts';
import { type Citations, citationsOf, questions } from './citations.ts';
import { confidenceScore } from './confidence-score.ts';
import type { Sources } from './source.ts';

/** `unresolved`, `resolved` or `ambiguous`: in how many papers the words of a citation were found. */
export const statusOf = (found: Citations): Sql =>
  sql`case coalesce(cardinality(${found.column('doc_ids')}), 0) when 0 then 'unresolved' when 1 then 'resolved' else 'ambiguous' end`;

/** One row of counts over the answers of a run and their citations. */
export function groundingOf(sources: Sources, runId: Sql) {
  const alias = sources.alias('grounding');
  const answers = questions(sources, (record) => [sql`${record.column('runId')} = ${runId}`]);
  const found = citationsOf(sources, (record) => [sql`${record.column('runId')} = ${runId}`]);
  const status = statusOf(found);
  const withStatus = (of: string): Sql => sql`count(*) filter (where ${status} = ${sql.lit(of)})`;
  const id = found.column('record_id');
  return {
    from: sql`(select * from
      (select count(*) as answers, avg(${confidenceScore(answers.row)})::float8 as confidence
        from ${answers.from} where ${and(answers.where)}) as answered
      cross join (select count(distinct ${id}) as with_citations, count(distinct ${id}) filter (where ${status} = 'resolved') as grounded_answers,
        count(*) as citations, ${withStatus('resolved')} as resolved, ${withStatus('ambiguous')} as ambiguous, ${withStatus('unresolved')} as unresolved
        from ${found.from}) as cited) as ${sql.ref(alias)}`,
    column: (name: string): Sql => sql.ref(`${alias}.${name}`),
  };
}

/** Which share of the answers has a citation whose words were found in one paper; null without answers. */
export function groundedShareOf(sources: Sources, runId: Sql): Sql {
  const { from, column } = groundingOf(sources, runId);
  return sql`(select ${groundedShare(column)} from ${from})`;
}

export const groundedShare = (column: (name: string) => Sql): Sql =>
  sql`round(${column('grounded_answers')}::numeric / nullif(${column('answers')}, 0), 4)::float8`;
