import { sql } from 'kysely';
import { whereInput } from '../connection/where-input.ts';
import type { Column } from '../database/tables.ts';
import { storedValue } from '../errors.ts';
import { rowAt } from '../execution/row.ts';
import { EDGES } from '../lineage/edges.ts';
import { listed } from '../lineage/fields/listed.ts';
import { type Measures, summed } from '../lineage/grouped.ts';
import { joined } from '../lineage/joined.ts';
import { needs } from '../lineage/need.ts';
import type { RowType } from '../lineage/row-type.ts';
import { builder } from '../schema/builder.ts';

/** What is summed, over token usage. */
const MEASURES: Measures = {
  calls: () => sql`count(*)`,
  inputTokens: (row) => sql`coalesce(sum(${row.column('inputTokens')}), 0)`,
  outputTokens: (row) => sql`coalesce(sum(${row.column('outputTokens')}), 0)`,
  totalTokens: (row) => sql`coalesce(sum(${row.column('totalTokens')}), 0)`,
  costUsd: (row) => sql`sum(${row.column('costUsdTotal')})`,
};

const column = (field: string): Column => ({ field, name: field, kind: 'Float', nullable: true });

const USAGE_SUMMARY: RowType = {
  name: 'UsageSummary',
  columns: new Map(Object.keys(MEASURES).map((field) => [field, column(field)])),
  key: [],
  defaultOrder: [],
};

const DESCRIPTIONS = {
  calls: 'How many calls there were.',
  inputTokens: 'Tokens sent; calls without a figure count as 0.',
  outputTokens: 'Tokens received; calls without a figure count as 0.',
  totalTokens: 'Tokens in all; calls without a figure count as 0.',
} as const;

builder.objectType('UsageSummary', {
  description: 'Sums over model calls. Table observability.token_usage.',
  fields: (t) => ({
    ...Object.fromEntries(
      Object.entries(DESCRIPTIONS).map(([name, description]) => [
        name,
        t.field({
          type: 'SafeInt',
          description,
          extensions: needs({ kind: 'value', fields: [name] }),
          resolve: (sums) => whole(name, sums[name]),
        }),
      ]),
    ),
    costUsd: t.float({
      nullable: true,
      description: 'Cost in US dollars of the calls that have one; null when none has.',
      extensions: needs({ kind: 'value', fields: ['costUsd'] }),
      resolve: ({ costUsd }) => amount(costUsd),
    }),
  }),
});

/** A sum over a column that this database lacks is an Error, to be reported where it was asked for. */
function amount(value: unknown): number | null {
  if (value instanceof Error) throw value;
  return typeof value === 'number' ? value : null;
}

function whole(name: string, value: unknown): number {
  const sum = amount(value);
  if (sum === null || !Number.isSafeInteger(sum)) throw storedValue(`UsageSummary.${name}`);
  return sum;
}

builder.objectField('WorkflowRun', 'usage', (t) =>
  t.field({
    type: 'UsageSummary',
    nullable: true,
    description: "Sums over the run's model calls.",
    args: {
      where: t.arg({
        type: whereInput(listed(calls.to)),
        description: 'Which calls; all by default.',
      }),
    },
    extensions: needs({
      kind: 'rows',
      relation: summed('WorkflowRun.usage', calls, USAGE_SUMMARY, MEASURES),
    }),
    resolve: (row, _args, _context, info) => rowAt(row, info),
  }),
);

const calls = joined('WorkflowRun.tokenUsage', 'WorkflowRun', EDGES.WorkflowRun.tokenUsage);
