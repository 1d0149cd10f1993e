import { type Column, columnsOf } from '../database/tables.ts';
import { badInput } from '../errors.ts';
import type { Dimension } from '../lineage/grouped.ts';
import { bucketOf, type Unit } from '../lineage/over-time.ts';
import { rowWithKey } from '../lineage/row-type.ts';
import { WORKFLOW_RUN } from '../lineage/runs.ts';
import { builder } from '../schema/builder.ts';

/** What every dimension may know of the arguments. */
export interface Zoned {
  readonly timeZone: string;
}

type UsageDimension = Dimension<Zoned>;

interface Known {
  readonly description: string;
  readonly dimension: UsageDimension;
}

/** A column of the call itself. */
const own = (field: string, description: string): Known => ({
  description,
  dimension: { field, value: (call) => ({ value: call.column(field) }) },
});

/** A column of the header of the run that the call was made for. */
const ofRun = (field: string, description: string): Known => ({
  description,
  dimension: {
    field,
    value: (call, sources) => {
      const { joins, row } = rowWithKey(WORKFLOW_RUN, sources, call.column('runId'));
      return { value: row.column(field), joins };
    },
  },
});

const UNITS = { HOUR: 'hour', DAY: 'day', WEEK: 'week', MONTH: 'month' } as const satisfies Record<
  string,
  Unit
>;

export const unitNamed = (name: string): Unit => {
  const unit = Object.entries(UNITS).find(([known]) => known === name)?.[1];
  if (!unit) throw badInput(`There is no interval ${name}.`);
  return unit;
};

/** The field in which the start of a bucket of time stands. */
export const BUCKET = 'at';

const bucket = (unit: Unit): Known => ({
  description: `The ${unit} in which the call was recorded, by the clocks of timeZone${unit === 'week' ? '; weeks start on Monday' : ''}.`,
  dimension: {
    field: BUCKET,
    value: (call, _sources, { parameter }) => ({
      value: bucketOf(
        unit,
        call.column('createdAt'),
        parameter(({ timeZone }) => timeZone, 'String'),
      ),
    }),
  },
});

const DIMENSIONS: Readonly<Record<string, Known>> = {
  STEP: own('step', 'The step, as the calls name it: agentic_synthesis ...'),
  PIPELINE_STEP: own(
    'pipelineStep',
    'The step of the run that the call was made in: agentic for agentic_plan, agentic_synthesis ...',
  ),
  MODEL: own('model', 'The model.'),
  OPERATION: own('operation', 'The kind of call.'),
  QUESTION: own('questionId', 'The question. Ids of questions are the same in many runs: group by RUN too.'),
  RUN: own('runId', 'The workflow run.'),
  WORKSTREAM: ofRun('workstreamId', 'The workstream that the header of the run names.'),
  ARM: ofRun('arm', 'The arm that the header of the run names. Group by WORKSTREAM too.'),
  PROJECT: own('projectId', 'The project that the call names.'),
  PERSONA: own('personaId', 'The persona that the call names.'),
  CACHE_HIT: own('cacheHit', 'Whether the answer came from a cache.'),
  HOUR: bucket('hour'),
  DAY: bucket('day'),
  WEEK: bucket('week'),
  MONTH: bucket('month'),
};

export const UsageDimensionType = builder.enumType('UsageDimension', {
  description: 'By what model calls are put into groups. At most one of HOUR, DAY, WEEK and MONTH.',
  values: Object.fromEntries(
    Object.entries(DIMENSIONS).map(([name, { description }]) => [name, { value: name, description }]),
  ),
});

export const UsageIntervalType = builder.enumType('UsageInterval', {
  description: 'How long a bucket of time is.',
  values: Object.fromEntries(
    Object.keys(UNITS).map((name) => [name, { value: name, description: `One ${name.toLowerCase()}.` }]),
  ),
});

/** The dimensions with these names, each once. Throws BAD_USER_INPUT. */
export function dimensionsNamed(names: readonly unknown[]): readonly UsageDimension[] {
  const found = [...new Set(names)].map((name) => {
    const known = DIMENSIONS[String(name)];
    if (!known) throw badInput(`There is no dimension ${name}.`);
    return known.dimension;
  });
  if (found.filter(({ field }) => field === BUCKET).length > 1)
    throw badInput('groupBy takes at most one of HOUR, DAY, WEEK and MONTH.');
  return found;
}

const call = columnsOf('TokenUsage');

const keyColumn = (field: string, kind: Column['kind'], description: string): Column => ({
  field,
  name: field,
  kind,
  nullable: true,
  description,
});

/** The keys of a group: null where it is not grouped by them, and where its calls have no such value. */
export const KEY_COLUMNS: readonly Column[] = [
  ...new Map(
    Object.values(DIMENSIONS).map(({ dimension: { field }, description }): [string, Column] => [
      field,
      field === BUCKET
        ? keyColumn(field, 'DateTime', 'When the hour, day, week or month of the calls starts.')
        : keyColumn(field, call.get(field)?.kind ?? 'String', description),
    ]),
  ).values(),
];

/** A name that the tz database knows; a bare offset is none: PostgreSQL reads its sign the other way round. */
export function readTimeZone(given: unknown): string {
  if (given == null) return 'UTC';
  if (typeof given === 'string' && /^[A-Za-z][\w+/-]*$/.test(given)) {
    try {
      const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: given }).resolvedOptions();
      // "CET" and others like it are abbreviations to PostgreSQL, of one offset all year. It knows the names of regions
      // as given, but not everywhere the old ones to which some are resolved here.
      return given.includes('/') ? given : timeZone;
    } catch {
      // Told below.
    }
  }
  throw badInput('timeZone takes a name of the tz database, e.g. "Europe/Berlin" or "UTC".');
}
