import { edgeFields } from '../../lineage/fields/edge-fields.ts';
import { jsonFields } from '../../lineage/fields/redacted-fields.ts';
import { rootFields } from '../../lineage/fields/root-fields.ts';
import { builder } from '../../schema/builder.ts';
import { OpenalexMatchStatus } from '../../schema/closed-sets.ts';

builder.prismaObject('PaperOpenalexMetadata', {
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    paperPath: t.exposeString('paperPath'),
    title: t.exposeString('title'),
    authors: t.exposeString('authors'),
    queryTitle: t.exposeString('queryTitle'),
    queryAuthors: t.exposeString('queryAuthors'),
    queryYear: t.exposeInt('queryYear', { nullable: true }),
    openalexId: t.exposeString('openalexId', { nullable: true }),
    openalexDoi: t.exposeString('openalexDoi', { nullable: true }),
    openalexTitle: t.exposeString('openalexTitle', { nullable: true }),
    openalexPublicationYear: t.exposeInt('openalexPublicationYear', { nullable: true }),
    matchStatus: t.expose('matchStatus', { type: OpenalexMatchStatus }),
    errorText: t.exposeString('errorText', { nullable: true }),
    createdAt: t.expose('createdAt', { type: 'DateTime', nullable: true }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime' }),
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
