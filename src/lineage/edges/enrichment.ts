import type { Edges } from './edge.ts';

export const ENRICHMENT_EDGES = {
  PaperOpenalexMetadata: {
    document: {
      to: 'Document',
      as: 'one',
      on: { path: 'paperPath' },
      description:
        'The ingested paper with this path (a soft link); null when no document has it. No index helps: it reads the documents.',
    },
  },
  OpenalexCitationGraphCacheEntry: {
    refreshJob: {
      to: 'AsyncJob',
      as: 'one',
      on: { jobId: 'refreshJobId' },
      description: 'The job that makes the network again (a soft link); null when none does.',
    },
  },
} as const satisfies Edges;
