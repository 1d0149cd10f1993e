import { computedTextField } from '../../lineage/fields/computed-fields.ts';
import { edgeFields } from '../../lineage/fields/edge-fields.ts';
import { jsonFields } from '../../lineage/fields/redacted-fields.ts';
import { rootFields } from '../../lineage/fields/root-fields.ts';
import { builder } from '../../schema/builder.ts';
import { AsyncJobStatus, AsyncJobType } from '../../schema/closed-sets.ts';

builder.prismaObject('AsyncJob', {
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    rowId: t.expose('rowId', { type: 'BigInt' }),
    jobId: t.exposeString('jobId'),
    queueName: t.exposeString('queueName'),
    jobType: t.expose('jobType', { type: AsyncJobType }),
    status: t.expose('status', { type: AsyncJobStatus }),
    errorText: t.exposeString('errorText', { nullable: true }),
    attemptCount: t.exposeInt('attemptCount'),
    maxAttempts: t.exposeInt('maxAttempts', { nullable: true }),
    retryDelaySeconds: t.exposeInt('retryDelaySeconds', { nullable: true }),
    availableAt: t.expose('availableAt', { type: 'DateTime' }),
    lockedAt: t.expose('lockedAt', { type: 'DateTime', nullable: true }),
    workerId: t.exposeString('workerId', { nullable: true }),
    startedAt: t.expose('startedAt', { type: 'DateTime', nullable: true }),
    finishedAt: t.expose('finishedAt', { type: 'DateTime', nullable: true }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', nullable: true }),
  }),
});

computedTextField('AsyncJob', 'runId');

jsonFields('AsyncJob', ['payloadJson', 'resultJson']);

edgeFields('AsyncJob');

rootFields('AsyncJob', { one: 'asyncJob', by: [['jobId'], ['rowId']], many: 'asyncJobs' });
