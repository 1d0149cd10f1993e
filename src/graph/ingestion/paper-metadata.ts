import { edgeFields } from '../../lineage/fields/edge-fields.ts';
import { jsonFields } from '../../lineage/fields/redacted-fields.ts';
import { rootFields } from '../../lineage/fields/root-fields.ts';
import { builder } from '../../schema/builder.ts';

builder.prismaObject('PaperMetadata', {
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    docId: t.exposeString('docId'),
    path: t.exposeString('path', { nullable: true }),
    title: t.exposeString('title', { nullable: true }),
    author: t.exposeString('author', { nullable: true }),
    primaryDoi: t.exposeString('primaryDoi', { nullable: true }),
    openalexId: t.exposeString('openalexId', { nullable: true }),
    openalexDoi: t.exposeString('openalexDoi', { nullable: true }),
    publicationYear: t.exposeInt('publicationYear', { nullable: true }),
    venue: t.exposeString('venue', { nullable: true }),
    repecHandle: t.exposeString('repecHandle', { nullable: true }),
    sourceUrl: t.exposeString('sourceUrl', { nullable: true }),
    extractedAt: t.expose('extractedAt', { type: 'DateTime', nullable: true }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', nullable: true }),
  }),
});

jsonFields('PaperMetadata', ['authorsJson', 'doisJson', 'openalexJson', 'citecJson', 'metadataJson']);

edgeFields('PaperMetadata');

rootFields('PaperMetadata', {
  one: 'paperMetadata',
  by: [['docId']],
  many: 'paperMetadataList',
  formerly: 'paperMetadatas',
});
