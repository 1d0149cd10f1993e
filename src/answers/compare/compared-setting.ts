import { builder } from '../../schema/builder.ts';
import type { ComparedSetting as Setting, ComparedValue as Value } from './differences.ts';

const ComparedValue = builder.objectRef<Value>('ComparedValue').implement({
  description: 'What one of the compared runs has in this place.',
  fields: (t) => ({
    runId: t.exposeString('runId', { description: 'The run.' }),
    isSet: t.exposeBoolean('isSet', {
      description: 'Whether it has anything there; false also where nothing is known of its settings.',
    }),
    value: t.field({
      type: 'JSON',
      nullable: true,
      description:
        'The value; null where it is null, or not set. Credentials in it are replaced by "[redacted]".',
      resolve: ({ value }) => value,
    }),
  }),
});

export const ComparedSetting = builder.objectRef<Setting>('ComparedSetting').implement({
  description: 'One place in the settings of the compared runs.',
  fields: (t) => ({
    path: t.exposeString('path', { description: 'The keys that lead there, separated by dots.' }),
    isDifferent: t.exposeBoolean('isDifferent', {
      description:
        'Whether the values differ, or one is not set; runs of whose settings nothing is known do not count. Two credentials can differ though both are given as "[redacted]".',
    }),
    values: t.field({
      type: [ComparedValue],
      description: 'One for each run, in the order of runIds.',
      resolve: ({ values }) => [...values],
    }),
  }),
});
