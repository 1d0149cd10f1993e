import { columnsOf, isTableType, TABLES, type Table, type TableType } from '../database/tables.ts';
import type { Edge } from '../lineage/edges/edge.ts';
import { EDGES } from '../lineage/edges.ts';
import { JOB_RUN } from '../lineage/job-run.ts';
import { pathExpressions } from '../lineage/paper-path.ts';

/** An index that makes walking quick: columns as in SQL, e.g. `created_at desc`. */
export interface WantedIndex {
  readonly table: string;
  readonly columns: readonly string[];
  readonly where?: string;
  /** The column that its expressions are made of; absent for an index on columns. */
  readonly of?: string;
  /** The edges that want it. */
  readonly for: readonly string[];
}

/** Tables of which one run, build or paper alone can have a hundred thousand rows: a page of those must come in order. */
const MANY_PER_OWNER: ReadonlySet<string> = new Set(['Vector', 'TokenUsage', 'RetrievalEvent', 'IndexShard']);
const OWNERS: ReadonlySet<string> = new Set(['runId', 'pipelineRunId', 'docId', 'projectId']);

/** The list of runs, latest activity first: no index of a real deployment gives it in order. */
const LATEST_RUNS: WantedIndex = {
  table: TABLES.RunRecord.name,
  of: 'finished_at',
  columns: ['coalesce(finished_at, updated_at, created_at) desc', 'run_id desc'],
  where: "record_kind = 'run'",
  for: ['Query.workflowRuns'],
};

const document = pathExpressions('path');
const papersDir = pathExpressions('papers_dir');

/** Runs and papers find each other by the names of files and folders. */
const PAPERS: readonly WantedIndex[] = [
  { table: TABLES.Document.name, of: 'path', columns: [document.fileName], for: ['WorkflowRun.papers'] },
  { table: TABLES.Document.name, of: 'path', columns: [document.foldedInOrder], for: ['WorkflowRun.papers'] },
  ...[papersDir.fileName, papersDir.folded].map((expression) => ({
    table: TABLES.RunRecord.name,
    of: 'papers_dir',
    columns: [expression],
    where: "record_kind = 'run'",
    for: ['Document.runs'],
  })),
];

const JOBS_OF_RUN: WantedIndex = {
  table: TABLES.AsyncJob.name,
  of: JOB_RUN.of,
  columns: [JOB_RUN.expression],
  for: ['WorkflowRun.jobs'],
};

/** Lists of all rows of a table that grows without end begin with the latest, and people ask for jobs by their time. */
const BY_TIME: readonly WantedIndex[] = Object.entries<Table>(TABLES).flatMap(([type, { name, latestBy }]) =>
  latestBy !== undefined || type === 'AsyncJob'
    ? [{ table: name, columns: ['created_at desc'], for: [`the list of all ${type} by createdAt`] }]
    : [],
);

/** Beside the GIN index on payload_json that a real deployment has. */
const REUSED_BY: WantedIndex = {
  table: TABLES.RunRecord.name,
  columns: ['reuse_source_run_id'],
  for: ['WorkflowRun.reusedBy'],
};

/** Whether an edge finds its rows by a column of the table, and not by one that is computed. */
const isStored = (type: string, field: string): boolean => !isTableType(type) || columnsOf(type).has(field);

/** The indexes that the edges of the graph want, as `edges.ts` declares them; each once. */
export function wantedIndexes(): readonly WantedIndex[] {
  const byStatement = new Map<string, WantedIndex>();
  const add = (wanted: WantedIndex): void => {
    const key = `${wanted.table}(${wanted.columns})`;
    byStatement.set(key, { ...wanted, for: [...(byStatement.get(key)?.for ?? []), ...wanted.for] });
  };
  const declared: Readonly<Record<string, Readonly<Record<string, Edge>>>> = EDGES;
  for (const [parent, edges] of Object.entries(declared)) {
    for (const [name, edge] of Object.entries(edges)) {
      const steps = [...(edge.via ?? []), edge];
      for (const { to, on } of steps) {
        const [field] = Object.keys(on);
        if (field !== undefined && isStored(to, field)) add(indexFor(to, field, `${parent}.${name}`));
      }
      for (const wanted of waysFor(edge, `${parent}.${name}`)) add(wanted);
    }
  }
  // An index on the column alone is of no use beside the one that goes on with the key.
  const all = [...byStatement.values(), ...BY_TIME, LATEST_RUNS, JOBS_OF_RUN, REUSED_BY, ...PAPERS];
  return all.filter(
    (one) =>
      !all.some(
        ({ table, columns }) =>
          table === one.table && columns.length > one.columns.length && columns[0] === one.columns[0],
      ),
  );
}

/** Where the rows of a run are shared out to its questions, the second column keeps each from reading all of them. */
const waysFor = ({ to, on, either = [] }: Edge, edge: string): readonly WantedIndex[] =>
  either.flatMap((way) => {
    const fields = Object.keys({ ...on, ...way.on });
    if (!isTableType(to) || !fields.every((field) => isStored(to, field))) return [];
    const columns = fields.map((field) => columnsOf(to).get(field)?.name ?? field);
    return [{ table: TABLES[to].name, columns, for: [edge] }];
  });

/** One column finds the rows; a second condition of an edge then picks among the few it found. */
function indexFor(type: string, field: string, edge: string): WantedIndex {
  // A workflow run is its header record.
  const table: TableType = isTableType(type) ? type : 'RunRecord';
  const { name, key } = TABLES[table];
  const inOrder = MANY_PER_OWNER.has(table) && OWNERS.has(field);
  const fields = inOrder ? [field, key] : [field];
  return { table: name, columns: fields.map((of) => columnsOf(table).get(of)?.name ?? of), for: [edge] };
}

export const createStatement = ({ table, columns, where }: WantedIndex): string =>
  `CREATE INDEX CONCURRENTLY ON ${table} (${columns.join(', ')})${where === undefined ? '' : ` WHERE ${where}`};`;
