import { sql } from 'kysely';
import { and, type RowAlias, type Sql } from '../database/sql.ts';
import { LineageError } from '../errors.ts';
import { attempt } from '../lineage/available.ts';
import { present } from '../lineage/computed.ts';
import { isHeader } from '../lineage/header.ts';
import { reuseSourceIn } from '../lineage/reuse-source.ts';
import type { Sources } from '../lineage/source.ts';

/** What the header and the steps of a run say of its other parts; null where they say nothing. */
const FACTS = {
  header_id: 'bigint',
  said_questions: 'integer',
  names_report: 'boolean',
  steps: 'bigint',
  prep: 'text',
  agentic: 'text',
  agentic_source: 'text',
  index: 'text',
  index_source: 'text',
  report: 'text',
} as const;

export type Fact = keyof typeof FACTS;

/** One row of facts: as a subquery, which knows nothing where the database has no records. */
export function factsOf(sources: Sources, runId: Sql): Sql {
  const known = attempt(() => ownFacts(sources, runId));
  if (!(known instanceof LineageError)) return known;
  const none = Object.entries(FACTS).map(([name, type]) => sql`null::${sql.raw(type)} as ${sql.ref(name)}`);
  return sql`select ${sql.join(none)}`;
}

function ownFacts(sources: Sources, runId: Sql): Sql {
  const { from, row, where } = sources.table('RunRecord');
  const steps = sources.table('RunRecord');
  const own = (of: RowAlias): Sql => sql`${of.column('runId')} = ${runId}`;
  const [count = sql`null::integer`] = present(sources, 'RunRecord', row, ['reportQuestionCount']);
  const reports = present(sources, 'RunRecord', row, ['reportHash']);
  const namesReport = sql`coalesce(${sql.join([...reports, sql`null`])}) is not null`;
  const source = reuseSourceIn(sources, steps.row);
  const isStep = (step: string): Sql => sql`${steps.row.column('step')} = ${sql.lit(step)}`;
  const statusOf = (step: string): Sql =>
    sql`max(coalesce(${steps.row.column('status')}, '')) filter (where ${isStep(step)}) as ${sql.ref(step)}`;
  const sourceOf = (step: string): Sql =>
    sql`max(${source}) filter (where ${isStep(step)}) as ${sql.ref(`${step}_source`)}`;
  const columns = [
    sql`count(*) as steps`,
    ...['prep', 'agentic', 'index', 'report'].map(statusOf),
    ...['agentic', 'index'].map(sourceOf),
  ];
  return sql`select * from
    (select ${sql.join(columns)} from ${steps.from} where ${and([
      own(steps.row),
      sql`${steps.row.column('recordKind')} = 'step'`,
      ...steps.where,
    ])}) as said
    left join (select ${row.column('rowId')} as header_id, ${count} as said_questions, ${namesReport} as names_report
      from ${from} where ${and([own(row), ...isHeader(row), ...where])}) as header on true`;
}
