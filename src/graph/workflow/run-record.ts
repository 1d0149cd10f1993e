import { computedField } from '../../lineage/fields/computed-fields.ts';
import { edgeFields } from '../../lineage/fields/edge-fields.ts';
import { jsonFields } from '../../lineage/fields/redacted-fields.ts';
import { rootFields } from '../../lineage/fields/root-fields.ts';
import { builder } from '../../schema/builder.ts';

builder.prismaObject('RunRecord', {
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    rowId: t.expose('rowId', { type: 'BigInt' }),
    runId: t.exposeString('runId', { nullable: true }),
    recordKind: t.exposeString('recordKind', { nullable: true }),
    step: t.exposeString('step', { nullable: true }),
    recordKey: t.exposeString('recordKey', { nullable: true }),
    status: t.exposeString('status', { nullable: true }),
    papersDir: t.exposeString('papersDir', { nullable: true }),
    configHash: t.exposeString('configHash', { nullable: true }),
    workstreamId: t.exposeString('workstreamId', { nullable: true }),
    arm: t.exposeString('arm', { nullable: true }),
    parentRunId: t.exposeString('parentRunId', { nullable: true }),
    triggerSource: t.exposeString('triggerSource', { nullable: true }),
    gitSha: t.exposeString('gitSha', { nullable: true }),
    gitBranch: t.exposeString('gitBranch', { nullable: true }),
    paperSetHash: t.exposeString('paperSetHash', { nullable: true }),
    question: t.exposeString('question', { nullable: true }),
    reportQuestionSet: t.exposeString('reportQuestionSet', { nullable: true }),
    startedAt: t.expose('startedAt', { type: 'DateTime', nullable: true }),
    finishedAt: t.expose('finishedAt', { type: 'DateTime', nullable: true }),
    reportPath: t.exposeString('reportPath', { nullable: true }),
    agenticStatus: t.exposeString('agenticStatus', { nullable: true }),
    reportHash: t.exposeString('reportHash', { nullable: true }),
    reportQuestionCount: t.exposeInt('reportQuestionCount', { nullable: true }),
    confidenceMean: t.exposeFloat('confidenceMean', { nullable: true }),
    finalAnswerHash: t.exposeString('finalAnswerHash', { nullable: true }),
    questionId: t.exposeString('questionId', { nullable: true }),
    artifactType: t.exposeString('artifactType', { nullable: true }),
    artifactPath: t.exposeString('artifactPath', { nullable: true }),
    artifactSha256: t.exposeString('artifactSha256', { nullable: true }),
    idempotencyKey: t.exposeString('idempotencyKey', { nullable: true }),
    inputHash: t.exposeString('inputHash', { nullable: true }),
    reuseSourceRunId: t.exposeString('reuseSourceRunId', { nullable: true }),
    reuseSourceRecordKey: t.exposeString('reuseSourceRecordKey', { nullable: true }),
    createdAt: t.expose('createdAt', { type: 'DateTime', nullable: true }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', nullable: true }),
    projectId: t.exposeString('projectId', { nullable: true }),
    personaId: t.exposeString('personaId', { nullable: true }),
  }),
});

computedField('RunRecord', 'reusedFromRunId');

jsonFields('RunRecord', [
  'configEffectiveJson',
  'confidenceLabelCountsJson',
  'outputJson',
  'payloadJson',
  'metadataJson',
]);

edgeFields('RunRecord');

rootFields('RunRecord', {
  one: 'runRecord',
  by: [['rowId'], ['runId', 'recordKind', 'step', 'recordKey']],
  many: 'runRecords',
});
