import { CONTENT, type Policies } from '../policy.ts';

export const ingestion: Pick<Policies, 'Document' | 'PaperMetadata' | 'PrepManifest'> = {
  Document: {
    scope: 'lineage:read',
    // A paper is stored once for each content of a file, whichever projects read it.
    project: 'shared',
    columns: {
      docId: 'open',
      path: 'redacted',
      title: 'open',
      author: 'open',
      extractedAt: 'open',
      fileHash: 'open',
      textHash: 'open',
    },
  },
  PaperMetadata: {
    scope: 'lineage:read',
    project: 'shared',
    columns: {
      docId: 'open',
      path: 'redacted',
      title: 'open',
      author: 'open',
      authorsJson: 'redacted',
      primaryDoi: 'open',
      doisJson: 'redacted',
      openalexId: 'open',
      openalexDoi: 'open',
      publicationYear: 'open',
      venue: 'open',
      repecHandle: 'open',
      sourceUrl: 'redacted',
      openalexJson: CONTENT,
      citecJson: CONTENT,
      metadataJson: CONTENT,
      extractedAt: 'open',
      updatedAt: 'open',
    },
  },
  PrepManifest: {
    scope: 'lineage:read',
    project: 'of its run',
    runBy: 'runId',
    columns: {
      runId: 'open',
      createdAt: 'open',
      corpusHash: 'open',
      payload: CONTENT,
    },
  },
};
