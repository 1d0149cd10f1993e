import { AUTH_EDGES } from './edges/auth.ts';
import { ENRICHMENT_EDGES } from './edges/enrichment.ts';
import { INDEXING_EDGES } from './edges/indexing.ts';
import { INGESTION_EDGES } from './edges/ingestion.ts';
import { OBSERVABILITY_EDGES } from './edges/observability.ts';
import { RETRIEVAL_EDGES } from './edges/retrieval.ts';
import { WORKFLOW_EDGES } from './edges/workflow.ts';

/**
 * THE table of edges, by the type that they start from: a file for each schema of PostgreSQL. Data only: `joined.ts`
 * makes a relation of an edge, `fields/edge-fields.ts` a field.
 */
export const EDGES = {
  ...WORKFLOW_EDGES,
  ...INGESTION_EDGES,
  ...ENRICHMENT_EDGES,
  ...INDEXING_EDGES,
  ...RETRIEVAL_EDGES,
  ...OBSERVABILITY_EDGES,
  ...AUTH_EDGES,
} as const;
