import { edgeFields } from '../../lineage/fields/edge-fields.ts';
import { jsonFields } from '../../lineage/fields/redacted-fields.ts';
import { rootFields } from '../../lineage/fields/root-fields.ts';
import { builder } from '../../schema/builder.ts';
import {
  CacheHitLayer,
  PaperComparisonAnswerSource,
  PaperComparisonCellStatus,
} from '../../schema/closed-sets.ts';

builder.prismaObject('PaperComparisonCell', {
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    rowId: t.expose('rowId', { type: 'BigInt' }),
    comparisonId: t.exposeString('comparisonId', { nullable: true }),
    paperId: t.exposeString('paperId', { nullable: true }),
    paperPath: t.exposeString('paperPath', { nullable: true }),
    questionId: t.exposeString('questionId', { nullable: true }),
    questionText: t.exposeString('questionText', { nullable: true }),
    questionNormalized: t.exposeString('questionNormalized', { nullable: true }),
    model: t.exposeString('model', { nullable: true }),
    cellStatus: t.expose('cellStatus', { type: PaperComparisonCellStatus, nullable: true }),
    answer: t.exposeString('answer', { nullable: true }),
    answerSource: t.expose('answerSource', { type: PaperComparisonAnswerSource, nullable: true }),
    cacheHitLayer: t.expose('cacheHitLayer', { type: CacheHitLayer, nullable: true }),
    cacheKey: t.exposeString('cacheKey', { nullable: true }),
    contextHash: t.exposeString('contextHash', { nullable: true }),
    errorText: t.exposeString('errorText', { nullable: true }),
    createdAt: t.expose('createdAt', { type: 'DateTime', nullable: true }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', nullable: true }),
    projectId: t.exposeString('projectId', { nullable: true }),
  }),
});

jsonFields('PaperComparisonCell', ['structuredFieldsJson']);

edgeFields('PaperComparisonCell');

rootFields('PaperComparisonCell', {
  one: 'paperComparisonCell',
  by: [['comparisonId', 'paperId', 'questionId'], ['rowId']],
  many: 'paperComparisonCells',
});
