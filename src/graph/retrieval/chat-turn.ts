import { edgeFields } from '../../lineage/fields/edge-fields.ts';
import { jsonFields } from '../../lineage/fields/redacted-fields.ts';
import { rootFields } from '../../lineage/fields/root-fields.ts';
import { sessionDigestField } from '../../lineage/fields/session-digest.ts';
import { builder } from '../../schema/builder.ts';

builder.prismaObject('ChatTurn', {
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    rowId: t.expose('rowId', { type: 'BigInt' }),
    userId: t.expose('userId', { type: 'BigInt', nullable: true }),
    username: t.exposeString('username', { nullable: true }),
    paperId: t.exposeString('paperId', { nullable: true }),
    paperPath: t.exposeString('paperPath', { nullable: true }),
    model: t.exposeString('model', { nullable: true }),
    variationMode: t.exposeBoolean('variationMode', { nullable: true }),
    query: t.exposeString('query', { nullable: true }),
    answer: t.exposeString('answer', { nullable: true }),
    cacheHit: t.exposeBoolean('cacheHit', { nullable: true }),
    requestId: t.exposeString('requestId', { nullable: true }),
    createdAt: t.expose('createdAt', { type: 'DateTime', nullable: true }),
    projectId: t.exposeString('projectId', { nullable: true }),
    personaId: t.exposeString('personaId', { nullable: true }),
  }),
});

jsonFields('ChatTurn', ['citationsJson', 'retrievalStatsJson']);

sessionDigestField('ChatTurn');

edgeFields('ChatTurn');

rootFields('ChatTurn', { one: 'chatTurn', by: [['rowId']], many: 'chatTurns' });
