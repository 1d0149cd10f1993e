/** A row as the database has it: column names in snake_case. */
export type DemoRow = Readonly<Record<string, unknown>>;

/** Tables in an order in which rows can be inserted without breaking a foreign key. */
export const TABLES = [
  'ingestion.documents',
  'ingestion.paper_metadata',
  'ingestion.prep_manifests',
  'auth.streamlit_users',
  'auth.streamlit_sessions',
  'auth.projects',
  'auth.project_papers',
  'auth.project_personas',
  'enrichment.openalex_cache',
  'enrichment.openalex_http_cache',
  'enrichment.openalex_citation_graph_cache',
  'enrichment.openalex_title_overrides',
  'enrichment.citec_cache',
  'enrichment.paper_openalex_metadata',
  'indexing.pipeline_runs',
  'indexing.index_versions',
  'indexing.index_shards',
  'indexing.vectors',
  'workflow.run_records',
  'workflow.async_jobs',
  'retrieval.query_cache',
  'retrieval.project_query_cache',
  'retrieval.chat_history_turns',
  'retrieval.paper_comparison_runs',
  'retrieval.paper_comparison_cells',
  'retrieval.paper_notes',
  'retrieval.retrieval_events',
  'observability.token_usage',
  'observability.request_failures',
] as const;
export type TableName = (typeof TABLES)[number];

/** The demo under construction: rows by table, numbered from 1 where the table numbers them. */
export class DemoRows {
  readonly #rows = new Map<TableName, DemoRow[]>(TABLES.map((table) => [table, []]));

  add(table: TableName, row: DemoRow): void {
    this.#rows.get(table)?.push(row);
  }

  /** Adds a row with the next number of its table, and gives that number. */
  number(table: TableName, row: DemoRow): number {
    const id = this.of(table).length + 1;
    this.add(table, { id, ...row });
    return id;
  }

  of(table: TableName): readonly DemoRow[] {
    return this.#rows.get(table) ?? [];
  }
}
