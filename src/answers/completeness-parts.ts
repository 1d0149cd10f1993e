import { sql } from 'kysely';
import { and, type Sql } from '../database/sql.ts';
import type { TableType } from '../database/tables.ts';
import { present } from '../lineage/computed.ts';
import { isHeader } from '../lineage/header.ts';
import { naming } from '../lineage/run-parts.ts';
import { isKnownRun } from '../lineage/runs.ts';
import type { Source, Sources } from '../lineage/source.ts';
import type { Fact } from './completeness-facts.ts';

/** What a verdict is made of: the rows of the part, and what header and steps say. */
export interface Found {
  readonly sources: Sources;
  readonly runId: Sql;
  /** A column of the evidence: rows, first_at, last_at. */
  readonly of: (column: 'rows' | 'first_at' | 'last_at') => Sql;
  readonly fact: (name: Fact) => Sql;
}

interface Verdict {
  readonly state: string;
  readonly when: Sql;
  /** For people. */
  readonly why: Sql;
}

interface Part {
  /** The table whose rows are the evidence. */
  readonly table: TableType;
  rows(sources: Sources, runId: Sql): Source;
  /** The first that holds decides. */
  verdicts(found: Found): readonly Verdict[];
}

/** ` from 2026-05-23 10:02 to 10:09 UTC`, or nothing where no time is known. */
export function span(first: Sql, last: Sql): Sql {
  const at = (time: Sql, form: string): Sql => sql`to_char(${time} at time zone 'UTC', ${sql.lit(form)})`;
  const minute = 'YYYY-MM-DD HH24:MI';
  // `to_char` gives null for infinite times.
  return sql`coalesce(case when ${first} is null then '' when ${at(first, minute)} = ${at(last, minute)} then ' of ' || ${at(first, minute)} || ' UTC'
    when ${at(first, 'YYYY-MM-DD')} = ${at(last, 'YYYY-MM-DD')} then ' from ' || ${at(first, minute)} || ' to ' || ${at(last, 'HH24:MI')} || ' UTC'
    else ' from ' || ${at(first, minute)} || ' to ' || ${at(last, minute)} || ' UTC' end, ' from ' || ${first}::text || ' to ' || ${last}::text)`;
}

export const counted = (rows: Sql, one: string, many = `${one}s`): Sql =>
  sql`${rows} || case ${rows} when 1 then ${sql.lit(` ${one}`)} else ${sql.lit(` ${many}`)} end`;

const isThere = ({ of }: Found, one: string, many?: string): Verdict => ({
  state: 'present',
  when: sql`${of('rows')} > 0`,
  why: sql`${counted(of('rows'), one, many)} || ${span(of('first_at'), of('last_at'))}`,
});

const absent = (why: string): Verdict => ({ state: 'absent', when: sql`true`, why: sql`${sql.lit(why)}` });

const expected = (when: Sql, why: string): Verdict => ({
  state: 'expected',
  when,
  why: sql`${sql.lit(why)}`,
});
const notExpected = (when: Sql, why: string): Verdict => ({
  state: 'not_expected',
  when,
  why: sql`${sql.lit(why)}`,
});

/** Taken over from another run, or from one of which nothing is known. */
export const takenOver = (sources: Sources, what: string, source: Sql): readonly Verdict[] => [
  {
    state: 'reused',
    when: sql`${source} is not null and ${isKnownRun(sources, source)}`,
    why: sql`${sql.lit(`${what} taken over from run `)} || ${source}`,
  },
  {
    state: 'dangling',
    when: sql`${source} is not null`,
    why: sql`${sql.lit(`${what} taken over from run `)} || ${source} || ', of which nothing is known'`,
  },
];

const ofRun =
  (table: TableType, field: string, kind?: string) =>
  (sources: Sources, runId: Sql): Source => {
    const { row, where, ...source } = sources.table(table);
    const isKind = kind === undefined ? [] : [sql`${row.column('recordKind')} = ${sql.lit(kind)}`];
    return { ...source, row, where: [sql`${row.column(field)} = ${runId}`, ...isKind, ...where] };
  };

/** Whether no row of the table that the caller may read belongs to any run: real deployments write none. */
function isWrittenForNone(sources: Sources, table: TableType): Sql {
  const { from, row, where } = sources.table(table);
  return sql`not exists (select from ${from} where ${and([sql`${row.column('runId')} is not null`, ...where])})`;
}

/** By which rows a run without header is known: `41 calls from 10:02 to 10:09`. */
function knownBy({ sources, runId }: Found): Sql {
  const NAMES: Partial<Record<TableType, readonly [string, string]>> = {
    RunRecord: ['record', 'records'],
    TokenUsage: ['call', 'calls'],
    PipelineRun: ['index build', 'index builds'],
    PrepManifest: ['manifest', 'manifests'],
    RetrievalEvent: ['retrieval event', 'retrieval events'],
  };
  const said = naming(sources).map(({ type, source, runId: of }) => {
    const [one, many] = NAMES[type] ?? ['row', 'rows'];
    const [at = sql`null::timestamptz`] = present(sources, type, source.row, ['createdAt']);
    return sql`(select case when count(*) > 0 then ${counted(sql`count(*)`, one, many)} || ${span(sql`min(${at})`, sql`max(${at})`)} end
      from ${source.from} where ${and([sql`${of} = ${runId}`, ...source.where])})`;
  });
  return sql`concat_ws(', ', ${sql.join(said)})`;
}

const vectorsOf = (sources: Sources, runId: Sql): Source => {
  const build = sources.table('PipelineRun');
  const vector = sources.table('Vector');
  return {
    from: sql`${build.from} cross join ${vector.from}`,
    row: vector.row,
    where: [
      sql`${build.row.column('workflowRunId')} = ${runId}`,
      sql`${vector.row.column('pipelineRunId')} = ${build.row.column('rowId')}`,
      ...build.where,
      ...vector.where,
    ],
  };
};

/** What the step index says of an index of which the run has no rows of its own. */
const withoutIndex = ({ sources, fact }: Found, what: string): readonly Verdict[] => [
  ...takenOver(sources, `${what} of the index`, fact('index_source')),
  {
    state: 'not_expected',
    when: sql`${fact('index')} in ('skipped', 'failed', 'error')`,
    why: sql`${sql.lit(`no ${what}, since the step index says: `)} || ${fact('index')}`,
  },
  expected(
    sql`${fact('index')} in ('completed', 'success', 'ok')`,
    `no ${what}, though the step index says that it is done; an index that was there before is that of the run that built it first`,
  ),
  absent(`no ${what}, and no step index that says whether there should be`),
];

/** The parts of a run besides its steps. */
export const PARTS = {
  header: {
    table: 'RunRecord',
    rows: (sources, runId) => {
      const { row, where, ...source } = sources.table('RunRecord');
      return { ...source, row, where: [sql`${row.column('runId')} = ${runId}`, ...isHeader(row), ...where] };
    },
    verdicts: (found) => {
      const why = sql`'no header; known by ' || ${knownBy(found)}`;
      return [
        isThere(found, 'header'),
        { state: 'expected', when: sql`${found.fact('steps')} > 0`, why },
        { state: 'absent', when: sql`true`, why },
      ];
    },
  },
  manifest: {
    table: 'PrepManifest',
    rows: ofRun('PrepManifest', 'runId'),
    verdicts: (found) => [
      isThere(found, 'manifest'),
      notExpected(
        isWrittenForNone(found.sources, 'PrepManifest'),
        'no manifest, as for all runs of this database',
      ),
      expected(
        sql`${found.fact('prep')} is not null`,
        'no manifest, though the step prep has a record and other runs have manifests',
      ),
      absent('no manifest, and no step prep'),
    ],
  },
  report: {
    table: 'RunRecord',
    rows: ofRun('RunRecord', 'runId', 'report'),
    verdicts: (found) => [
      isThere(found, 'report'),
      expected(
        sql`(${found.fact('names_report')} or ${found.fact('report')} in ('completed', 'success', 'ok'))`,
        'no report, though the header or the step report says that it was made',
      ),
      absent('no report, and neither the header nor a step says that it was made'),
    ],
  },
  questions: {
    table: 'RunRecord',
    rows: ofRun('RunRecord', 'runId', 'question'),
    verdicts: (found) => [
      {
        state: 'expected',
        when: sql`${found.fact('said_questions')} > ${found.of('rows')}`,
        why: sql`${counted(found.of('rows'), 'question')} || ' of the ' || ${found.fact('said_questions')} || ' that the header says'`,
      },
      isThere(found, 'question'),
      ...takenOver(found.sources, 'questions', found.fact('agentic_source')),
      absent('no question, and the header does not say that there are some'),
    ],
  },
  index: {
    table: 'PipelineRun',
    rows: ofRun('PipelineRun', 'workflowRunId'),
    verdicts: (found) => [isThere(found, 'index build'), ...withoutIndex(found, 'index build')],
  },
  vectors: {
    table: 'Vector',
    rows: vectorsOf,
    verdicts: (found) => {
      const { from, row, where } = found.sources.table('PipelineRun');
      const built = sql`exists (select from ${from} where ${and([sql`${row.column('workflowRunId')} = ${found.runId}`, ...where])})`;
      return [
        isThere(found, 'chunk'),
        expected(
          built,
          'no chunk, though the run built an index; a later build takes the chunks that it makes again',
        ),
        ...withoutIndex(found, 'chunk'),
      ];
    },
  },
  events: {
    table: 'RetrievalEvent',
    rows: ofRun('RetrievalEvent', 'runId'),
    verdicts: (found) => [
      isThere(found, 'retrieval event'),
      notExpected(
        isWrittenForNone(found.sources, 'RetrievalEvent'),
        'no retrieval event, as for all runs of this database',
      ),
      ...takenOver(found.sources, 'retrieval events of the step agentic', found.fact('agentic_source')),
      expected(
        sql`${found.fact('agentic')} is not null`,
        'no retrieval event, though the step agentic has a record and other runs have events',
      ),
      absent('no retrieval event, and no step agentic'),
    ],
  },
  usage: {
    table: 'TokenUsage',
    rows: ofRun('TokenUsage', 'runId'),
    verdicts: (found) => [
      isThere(found, 'call'),
      ...takenOver(found.sources, 'calls of the step agentic', found.fact('agentic_source')),
      expected(
        sql`${found.fact('agentic')} in ('completed', 'success', 'ok')`,
        'no model call, though the step agentic says that it is done',
      ),
      absent('no model call, and no step agentic that is done'),
    ],
  },
} as const satisfies Readonly<Record<string, Part>>;
