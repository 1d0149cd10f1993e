import { edgeFields } from '../../lineage/fields/edge-fields.ts';
import { rootFields } from '../../lineage/fields/root-fields.ts';
import { sessionDigestField } from '../../lineage/fields/session-digest.ts';
import { builder } from '../../schema/builder.ts';

builder.prismaObject('StreamlitSession', {
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    rowId: t.expose('rowId', { type: 'BigInt' }),
    userId: t.expose('userId', { type: 'BigInt', nullable: true }),
    username: t.exposeString('username', { nullable: true }),
    source: t.exposeString('source', { nullable: true }),
    currentProjectId: t.exposeString('currentProjectId', { nullable: true }),
    currentPersonaId: t.exposeString('currentPersonaId', { nullable: true }),
    authenticatedAt: t.expose('authenticatedAt', { type: 'DateTime', nullable: true }),
    revokedAt: t.expose('revokedAt', { type: 'DateTime', nullable: true }),
    createdAt: t.expose('createdAt', { type: 'DateTime', nullable: true }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', nullable: true }),
  }),
});

sessionDigestField('StreamlitSession');

edgeFields('StreamlitSession');

rootFields('StreamlitSession', { one: 'streamlitSession', by: [['rowId']], many: 'streamlitSessions' });
