import { connectionArguments } from '../../connection/connection-arguments.ts';
import { connectionType } from '../../connection/connection-type.ts';
import { type Row, rowAt, textIn, valueIn } from '../../execution/row.ts';
import { listed } from '../../lineage/fields/listed.ts';
import { rowsNamed } from '../../lineage/joined.ts';
import { needs } from '../../lineage/need.ts';
import { builder, type TypeName } from '../../schema/builder.ts';
import { AUDIT_KINDS, LineageAuditKind } from '../../schema/closed-sets.ts';
import { checkLack } from '../lack.ts';
import { AUDIT, foundOf, LINEAGE_AUDIT, rowsFound } from './audit-rows.ts';
import { audited, DEFAULT_HOURS, MOST_HOURS } from './audited.ts';
import { AUDITS, KINDS, kindNamed } from './audits.ts';

export const LineageAudit = builder.objectRef<Row>('LineageAudit').implement({
  description:
    'One kind of gap or contradiction in the lineage, and the rows in which it is found: as `rows`, and in the list of their type, while the lists of other types are null. As far as the caller may read: what belongs to other projects counts as not there.',
});

const kindOf = (entry: Row) => kindNamed(textIn(entry, 'kind'));

/** Throws why what is found of a kind could not be read: something lacks, or its statement failed. */
export function checkRead(entry: Row): void {
  checkLack(entry);
  valueIn(entry, 'failure');
}

/** A part of the figures of a kind that can be looked for. */
function figure(entry: Row, name: 'count' | 'oldestAt'): unknown {
  checkRead(entry);
  const figures = valueIn(entry, 'figures');
  return new Map(Object.entries(figures ?? {})).get(name) ?? null;
}

const ENTRIES = new Map(KINDS.map((kind) => [kind, foundOf(kind)]));

builder.objectFields(LineageAudit, (t) => ({
  kind: t.field({
    type: LineageAuditKind,
    description: 'What was looked for.',
    extensions: needs({ kind: 'value', fields: ['kind'] }),
    resolve: kindOf,
  }),
  description: t.string({
    description: 'The same, in a sentence for people.',
    extensions: needs({ kind: 'value', fields: ['kind'] }),
    resolve: (entry) => AUDIT_KINDS[kindOf(entry)],
  }),
  count: t.field({
    type: 'SafeInt',
    nullable: true,
    description:
      'How many rows there are, exactly. Counted when asked for; reads whole tables. Null with an error where a table is missing, or the caller may not read it.',
    extensions: needs({ kind: 'value', fields: ['figures', 'lack'] }),
    resolve: (entry) => {
      const count = figure(entry, 'count');
      return count === null ? null : Number(count);
    },
  }),
  estimatedCount: t.field({
    type: 'SafeInt',
    nullable: true,
    description:
      "About how many there are: the database planner's estimate, at once on any size, and often far too high for what is not there in another table. Null for a token that is bound to projects.",
    extensions: needs({ kind: 'value', fields: ['kind', 'staleAfterHours', 'lack'] }),
    resolve: (entry, _args, { lineage }) => {
      checkLack(entry);
      const relation = ENTRIES.get(kindOf(entry));
      return relation ? lineage.estimateOf(relation, entry, LINEAGE_AUDIT) : null;
    },
  }),
  oldestAt: t.field({
    type: 'DateTime',
    nullable: true,
    description:
      'When the oldest of the rows came to be: its startedAt for runs and jobs, extractedAt for documents, createdAt for all others. Null where there is none.',
    extensions: needs({ kind: 'value', fields: ['figures', 'lack'] }),
    resolve: (entry) => {
      const at = figure(entry, 'oldestAt');
      return at === null ? null : String(at);
    },
  }),
}));

const LISTS: Readonly<Record<string, TypeName>> = {
  workflowRuns: 'WorkflowRun',
  records: 'RunRecord',
  tokenUsage: 'TokenUsage',
  retrievalEvents: 'RetrievalEvent',
  prepManifests: 'PrepManifest',
  pipelineRuns: 'PipelineRun',
  shards: 'IndexShard',
  documents: 'Document',
  jobs: 'AsyncJob',
};

/** Wherever rows of a type are found, in the list that has them as everywhere else. */
for (const [name, type] of Object.entries(LISTS)) {
  const to = rowsNamed(type);
  const kinds = KINDS.filter((kind) => AUDITS[kind].to.name === type).map((kind) => kind.toUpperCase());
  builder.objectField(LineageAudit, name, (t) =>
    t.field({
      type: connectionType(type),
      nullable: true,
      description: `The rows, of ${kinds.join(', ')}; null for all other kinds.`,
      args: connectionArguments(listed(to)),
      extensions: needs({ kind: 'rows', relation: rowsFound(name, to) }),
      resolve: (entry, _args, _context, info) => {
        if (AUDITS[kindOf(entry)].to.name !== type) return null;
        checkRead(entry);
        return rowAt(entry, info);
      },
    }),
  );
}

builder.queryField('lineageAudit', (t) =>
  t.field({
    type: [LineageAudit],
    nullable: { list: true, items: false },
    description:
      'What does not fit together in the whole database, by kind: what belongs to runs that are not there, leads to nothing, contradicts itself, or is stuck. An unknown run is one without a header (record kind `run`) in workflow.run_records, even if other rows name it. `count` and the lists read whole tables; `estimatedCount` reads none. Each kind is read by a statement of its own: one that takes longer than the database lets statements run has `TIMEOUT` in its place, and the others stand.',
    args: {
      kinds: t.arg({
        type: [LineageAuditKind],
        description: 'What to look for, each once and in the order of the enum; all by default.',
      }),
      staleAfterHours: t.arg.int({
        defaultValue: DEFAULT_HOURS,
        description: `After how many hours a run, or a job, is late: 1 to ${MOST_HOURS}. For RUNNING_FOR_LONG and STUCK_JOB.`,
      }),
    },
    extensions: needs({ kind: 'rows', relation: AUDIT }),
    resolve: async (_root, args, { lineage }, info) => {
      const { kinds, staleAfterHours } = audited(args);
      const parts = new Map(kinds.map((kind) => [kind, { kinds: [kind], staleAfterHours }]));
      const found = await lineage.each(info, parts);
      return found.map((entry, place) =>
        entry instanceof Error ? { kind: kinds[place], staleAfterHours, failure: entry } : entry,
      );
    },
  }),
);
