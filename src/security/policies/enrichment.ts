import { CONTENT, type Policies } from '../policy.ts';

export const enrichment: Pick<
  Policies,
  | 'OpenalexCacheEntry'
  | 'OpenalexHttpCacheEntry'
  | 'OpenalexCitationGraphCacheEntry'
  | 'OpenalexTitleOverride'
  | 'CitecCacheEntry'
  | 'PaperOpenalexMetadata'
> = {
  OpenalexCacheEntry: {
    scope: 'lineage:read',
    // Says what was asked, and not for which project.
    project: 'none',
    columns: {
      cacheKey: 'open',
      workId: 'open',
      query: CONTENT,
      response: CONTENT,
      fetchedAt: 'open',
    },
  },
  OpenalexHttpCacheEntry: {
    scope: 'lineage:read',
    // Says what was asked, and not for which project.
    project: 'none',
    columns: {
      requestKey: 'open',
      url: CONTENT,
      paramsJson: CONTENT,
      statusCode: 'open',
      response: CONTENT,
      fetchedAt: 'open',
    },
  },
  OpenalexCitationGraphCacheEntry: {
    scope: 'lineage:read',
    // Says around which work people looked, and not in which project.
    project: 'none',
    columns: {
      cacheKey: 'open',
      centerWorkId: 'open',
      nHops: 'open',
      maxReferences: 'open',
      maxCiting: 'open',
      maxNodes: 'open',
      algoVersion: 'open',
      payloadJson: CONTENT,
      summaryJson: CONTENT,
      generatedAt: 'open',
      expiresAt: 'open',
      staleUntil: 'open',
      lastAccessedAt: 'open',
      refreshJobId: 'open',
      refreshFailures: 'open',
      createdAt: 'open',
      updatedAt: 'open',
    },
  },
  OpenalexTitleOverride: {
    scope: 'lineage:read',
    // Its note may tell of the project for which the rule was made.
    project: 'none',
    columns: {
      rowId: 'open',
      titlePattern: 'open',
      matchType: 'open',
      openalexWorkId: 'open',
      priority: 'open',
      note: 'redacted',
      enabled: 'open',
      createdAt: 'open',
      updatedAt: 'open',
    },
  },
  CitecCacheEntry: {
    scope: 'lineage:read',
    project: 'none',
    columns: {
      cacheKey: 'open',
      repecHandle: 'open',
      response: CONTENT,
      fetchedAt: 'open',
    },
  },
  PaperOpenalexMetadata: {
    scope: 'lineage:read',
    // Facts of a paper, and papers are shared.
    project: 'shared',
    columns: {
      // The key, by which ids are made and rows are looked up.
      paperPath: 'open',
      title: 'open',
      authors: 'open',
      queryTitle: 'open',
      queryAuthors: 'open',
      queryYear: 'open',
      openalexId: 'open',
      openalexDoi: 'open',
      openalexTitle: 'open',
      openalexPublicationYear: 'open',
      openalexAuthorsJson: 'redacted',
      openalexJson: CONTENT,
      matchStatus: 'open',
      errorText: 'redacted',
      createdAt: 'open',
      updatedAt: 'open',
    },
  },
};
