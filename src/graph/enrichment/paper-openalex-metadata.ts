import { edgeFields } from '../../lineage/fields/edge-fields.ts';
import { jsonFields } from '../../lineage/fields/redacted-fields.ts';
import { rootFields } from '../../lineage/fields/root-fields.ts';
import { builder } from '../../schema/builder.ts';
import { OpenalexMatchStatus } from '../../schema/closed-sets.ts';

builder.prismaObject('PaperOpenalexMetadata', {
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    paperPath: t.exposeString('paperPath'),
    title: t.exposeString('title', { nullable: true }),
    authors: t.exposeString('authors', { nullable: true }),
    queryTitle: t.exposeString('queryTitle', { nullable: true }),
    queryAuthors: t.exposeString('queryAuthors', { nullable: true }),
    queryYear: t.exposeInt('queryYear', { nullable: true }),
    openalexId: t.exposeString('openalexId', { nullable: true }),
    openalexDoi: t.exposeString('openalexDoi', { nullable: true }),
    openalexTitle: t.exposeString('openalexTitle', { nullable: true }),
    openalexPublicationYear: t.exposeInt('openalexPublicationYear', { nullable: true }),
    matchStatus: t.expose('matchStatus', { type: OpenalexMatchStatus, nullable: true }),
    errorText: t.exposeString('errorText', { nullable: true }),
    createdAt: t.expose('createdAt', { type: 'DateTime', nullable: true }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', nullable: true }),
  }),
});

jsonFields('PaperOpenalexMetadata', ['openalexAuthorsJson', 'openalexJson']);

edgeFields('PaperOpenalexMetadata');

rootFields('PaperOpenalexMetadata', {
  one: 'paperOpenalexMetadata',
  by: [['paperPath']],
  many: 'paperOpenalexMetadataList',
  formerly: 'paperOpenalexMetadatas',
});
