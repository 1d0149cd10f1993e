import { computedField } from '../../lineage/fields/computed-fields.ts';
import { edgeFields } from '../../lineage/fields/edge-fields.ts';
import { jsonFields } from '../../lineage/fields/redacted-fields.ts';
import { rootFields } from '../../lineage/fields/root-fields.ts';
import { builder } from '../../schema/builder.ts';
import { AsyncJobStatus, AsyncJobType } from '../../schema/closed-sets.ts';

builder.prismaObject('AsyncJob', {
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    rowId: t.expose('rowId', { type: 'BigInt' }),
    jobId: t.exposeString('jobId', { nullable: true }),
    queueName: t.exposeString('queueName', { nullable: true }),
    jobType: t.expose('jobType', { type: AsyncJobType, nullable: true }),
    status: t.expose('status', { type: AsyncJobStatus, nullable: true }),
    errorText: t.exposeString('errorText', { nullable: true }),
    attemptCount: t.exposeInt('attemptCount', { nullable: true }),
    maxAttempts: t.exposeInt('maxAttempts', { nullable: true }),
    retryDelaySeconds: t.exposeInt('retryDelaySeconds', { nullable: true }),
    availableAt: t.expose('availableAt', { type: 'DateTime', nullable: true }),
    lockedAt: t.expose('lockedAt', { type: 'DateTime', nullable: true }),
    workerId: t.exposeString('workerId', { nullable: true }),
    startedAt: t.expose('startedAt', { type: 'DateTime', nullable: true }),
    finishedAt: t.expose('finishedAt', { type: 'DateTime', nullable: true }),
    createdAt: t.expose('createdAt', { type: 'DateTime', nullable: true }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', nullable: true }),
  }),
});

computedField('AsyncJob', 'runId');

jsonFields('AsyncJob', ['payloadJson', 'resultJson']);

edgeFields('AsyncJob');

rootFields('AsyncJob', { one: 'asyncJob', by: [['jobId'], ['rowId']], many: 'asyncJobs' });
