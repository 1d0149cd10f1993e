import { edgeFields } from '../../lineage/fields/edge-fields.ts';
import { jsonFields } from '../../lineage/fields/redacted-fields.ts';
import { rootFields } from '../../lineage/fields/root-fields.ts';
import { builder } from '../../schema/builder.ts';
import { PaperComparisonStatus } from '../../schema/closed-sets.ts';

builder.prismaObject('PaperComparison', {
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    comparisonId: t.exposeString('comparisonId'),
    name: t.exposeString('name', { nullable: true }),
    createdByUserId: t.expose('createdByUserId', { type: 'BigInt', nullable: true }),
    createdByUsername: t.exposeString('createdByUsername', { nullable: true }),
    model: t.exposeString('model', { nullable: true }),
    computeMode: t.exposeString('computeMode', { nullable: true }),
    visibility: t.exposeString('visibility', { nullable: true }),
    status: t.expose('status', { type: PaperComparisonStatus, nullable: true }),
    seedPaperId: t.exposeString('seedPaperId', { nullable: true }),
    createdAt: t.expose('createdAt', { type: 'DateTime', nullable: true }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', nullable: true }),
    projectId: t.exposeString('projectId', { nullable: true }),
    personaId: t.exposeString('personaId', { nullable: true }),
  }),
});

jsonFields('PaperComparison', ['paperIdsJson', 'paperPathsJson', 'questionsJson', 'summaryJson']);

edgeFields('PaperComparison');

rootFields('PaperComparison', { one: 'paperComparison', by: [['comparisonId']], many: 'paperComparisons' });
