import { builder } from './builder.ts';
import './scalars.ts';
import '../graph/auth/project.ts';
import '../graph/auth/project-paper.ts';
import '../graph/auth/project-persona.ts';
import '../graph/auth/streamlit-session.ts';
import '../graph/auth/streamlit-user.ts';
import '../graph/enrichment/citec-cache-entry.ts';
import '../graph/enrichment/openalex-cache-entry.ts';
import '../graph/enrichment/openalex-citation-graph-cache-entry.ts';
import '../graph/enrichment/openalex-http-cache-entry.ts';
import '../graph/enrichment/openalex-title-override.ts';
import '../graph/enrichment/paper-openalex-metadata.ts';
import '../graph/indexing/index-shard.ts';
import '../graph/indexing/index-version.ts';
import '../graph/indexing/pipeline-run.ts';
import '../graph/indexing/vector.ts';
import '../graph/ingestion/document.ts';
import '../graph/ingestion/paper-metadata.ts';
import '../graph/ingestion/prep-manifest.ts';
import '../graph/observability/request-failure.ts';
import '../graph/observability/token-usage.ts';
import '../graph/retrieval/chat-turn.ts';
import '../graph/retrieval/paper-comparison.ts';
import '../graph/retrieval/paper-comparison-cell.ts';
import '../graph/retrieval/paper-note.ts';
import '../graph/retrieval/project-query-cache-entry.ts';
import '../graph/retrieval/query-cache-entry.ts';
import '../graph/retrieval/retrieval-event.ts';
import '../graph/workflow/async-job.ts';
import '../graph/workflow/run-record.ts';
import '../graph/workflow/workflow-run.ts';
import '../answers/activity.ts';
import '../answers/audit/lineage-audit.ts';
import '../answers/audit/rows-found.ts';
import '../answers/citations.ts';
import '../answers/cited-by.ts';
import '../answers/cited-in.ts';
import '../answers/cited-places.ts';
import '../answers/compare/compare-runs.ts';
import '../answers/completeness.ts';
import '../answers/family.ts';
import '../answers/impact.ts';
import '../answers/index-source.ts';
import '../answers/lineage/lineage.ts';
import '../answers/lineage/path.ts';
import '../answers/earlier-answers.ts';
import '../answers/grounding.ts';
import '../answers/liveness.ts';
import '../answers/model-prices.ts';
import '../answers/run-vectors.ts';
import '../answers/papers.ts';
import '../answers/questions-of-a-paper.ts';
import '../answers/reuse-chain.ts';
import '../answers/reused-by.ts';
import '../answers/root-and-siblings.ts';
import '../answers/run-cost.ts';
import '../answers/usage-by.ts';
import '../answers/usage-over-time.ts';
import '../answers/usage-summary.ts';
import '../answers/workstream.ts';
import { checkClosedSets } from '../lineage/fields/closed-set-fields.ts';
import { nameScopes } from '../lineage/fields/name-scopes.ts';
import '../lineage/fields/node-fields.ts';
import { redactFields } from '../lineage/fields/redacted-fields.ts';

/** The schema of the API; schema.graphql is its print. */
export const schema = nameScopes(checkClosedSets(redactFields(builder.toSchema())));

// Pothos has no option for it.
schema.description = `The lineage of a Ragonometrics database, read-only. A workflow run leads to everything it made and used (steps, questions,
index shards, vectors, papers, retrieval events, model calls), and each of these leads back to its run.

Begin with \`workflowRuns\`, the list of runs, or with \`workflowRun(runId:)\`, one run. Follow its fields from there: a field that
gives a connection is a list with pages, \`where\` and \`orderBy\`. \`node(id:)\` finds anything again by its \`id\`.`;
