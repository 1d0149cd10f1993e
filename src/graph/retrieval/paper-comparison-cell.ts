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
    comparisonId: t.exposeString('comparisonId'),
    paperId: t.exposeString('paperId'),
    paperPath: t.exposeString('paperPath'),
    questionId: t.exposeString('questionId'),
    questionText: t.exposeString('questionText', { nullable: true }),
    questionNormalized: t.exposeString('questionNormalized', { nullable: true }),
    model: t.exposeString('model'),
    cellStatus: t.expose('cellStatus', { type: PaperComparisonCellStatus }),
    answer: t.exposeString('answer', { nullable: true }),
    answerSource: t.expose('answerSource', { type: PaperComparisonAnswerSource, nullable: true }),
    cacheHitLayer: t.expose('cacheHitLayer', { type: CacheHitLayer, nullable: true }),
    cacheKey: t.exposeString('cacheKey', { nullable: true }),
    contextHash: t.exposeString('contextHash', { nullable: true }),
    errorText: t.exposeString('errorText', { nullable: true }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime' }),
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
