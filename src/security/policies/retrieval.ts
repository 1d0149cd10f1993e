import { CONTENT, type Policies } from '../policy.ts';

export const retrieval: Pick<Policies, 'QueryCacheEntry' | 'RetrievalEvent'> = {
  QueryCacheEntry: {
    scope: 'lineage:read',
    project: 'none',
    columns: {
      cacheKey: 'open',
      query: CONTENT,
      queryNormalized: CONTENT,
      paperPath: 'redacted',
      model: 'open',
      contextHash: 'open',
      answer: CONTENT,
      createdAt: 'open',
    },
  },
  RetrievalEvent: {
    scope: 'lineage:read',
    project: 'of its run',
    runBy: 'runId',
    columns: {
      rowId: 'open',
      createdAt: 'open',
      runId: 'open',
      requestId: 'open',
      query: CONTENT,
      method: 'open',
      topK: 'open',
      statsJson: CONTENT,
    },
  },
};
