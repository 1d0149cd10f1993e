import { describe, expect } from 'vitest';
import { databaseForTest } from '../support/databases.ts';
import { serverTest as it } from '../support/server-test.ts';
import { useServer } from '../support/use-server.ts';

const api = useServer('demo');

interface Bucket {
  readonly at: string;
  readonly model: string | null;
  readonly calls: number;
  readonly totalTokens: number;
  readonly costUsd: number | null;
}

const moment = (text: unknown): string => new Date(String(text)).toISOString();

/** The days in which the demo has calls, and three more on each side. */
async function demoPeriod() {
  const [period] = await api().sql(
    `select to_json(min(created_at) - interval '3 days') as from, to_json(max(created_at) + interval '3 days') as to
     from observability.token_usage`,
  );
  return { from: String(period?.from), to: String(period?.to) };
}

describe('usage over time', () => {
  it('has every day of the period, with the sums of plain SQL', async () => {
    const { from, to } = await demoPeriod();
    const rows = await api().sql(
      `select to_json(d at time zone 'America/New_York') as at, count(u.id)::int as calls,
         coalesce(sum(u.total_tokens), 0)::int as "totalTokens"
       from generate_series(date_trunc('day', $1::timestamptz at time zone 'America/New_York'),
         $2::timestamptz at time zone 'America/New_York', '1 day') d
       left join observability.token_usage u
         on date_trunc('day', u.created_at at time zone 'America/New_York') = d
       group by d order by d`,
      [from, to],
    );
    const { usageOverTime } = await api().data(
      `query ($from: DateTime!, $to: DateTime!) { usageOverTime(interval: DAY, from: $from, to: $to, timeZone: "America/New_York", first: 500) {
        totalCount nodes { at calls totalTokens } } }`,
      { from, to },
    );
    expect(rows.length).toBeGreaterThan(6);
    expect(usageOverTime.totalCount).toBe(rows.length);
    expect(usageOverTime.nodes.map((one: Bucket) => ({ ...one, at: moment(one.at) }))).toEqual(
      rows.slice(0, 500).map((row) => ({ ...row, at: moment(row.at) })),
    );
    expect(usageOverTime.nodes[0]).toMatchObject({ calls: 0, totalTokens: 0 });
  });

  it('gives each model in each bucket, and the buckets add up to the list', async () => {
    const { from, to } = await demoPeriod();
    const { usageOverTime, usage, usageBy } = await api().data(
      `query ($from: DateTime!, $to: DateTime!) {
        usageOverTime(interval: WEEK, from: $from, to: $to, groupBy: [MODEL], first: 500) { nodes { at model calls costUsd } }
        usage { calls costUsd } usageBy(groupBy: [MODEL]) { totalCount } }`,
      { from, to },
    );
    const nodes: Bucket[] = usageOverTime.nodes;
    const weeks = new Set(nodes.map(({ at }) => at));
    expect(nodes).toHaveLength(weeks.size * usageBy.totalCount);
    expect(nodes.reduce((sum, { calls }) => sum + calls, 0)).toBe(usage.calls);
    const cost = nodes.reduce((sum, { costUsd }) => sum + (costUsd ?? 0), 0);
    expect(cost).toBeCloseTo(usage.costUsd, 9);
    expect(nodes.filter(({ calls }) => calls === 0).every(({ costUsd }) => costUsd === null)).toBe(true);
  });

  it('cuts the first and the last bucket at the ends of the period', async ({ serve }) => {
    const opened = await databaseForTest('empty');
    await opened.sql(
      `insert into observability.token_usage (created_at) values
       ('2026-03-01 05:59:59.999999Z'), ('2026-03-01 06:00Z'), ('2026-03-03 05:59:59.999999Z'), ('2026-03-03 06:00Z')`,
    );
    const server = await serve(opened.database);
    const { usageOverTime } = await server.data(
      '{ usageOverTime(interval: DAY, from: "2026-03-01T06:00:00Z", to: "2026-03-03T06:00:00Z") { nodes { at calls callsWithoutTokens } } }',
    );
    expect(usageOverTime.nodes.map((one: Bucket) => ({ ...one, at: moment(one.at) }))).toEqual([
      { at: '2026-03-01T00:00:00.000Z', calls: 1, callsWithoutTokens: 1 },
      { at: '2026-03-02T00:00:00.000Z', calls: 0, callsWithoutTokens: 0 },
      { at: '2026-03-03T00:00:00.000Z', calls: 1, callsWithoutTokens: 1 },
    ]);
  });

  it.each([
    ['CET', 'Europe/Brussels'],
    ['MET', 'Europe/Brussels'],
    ['EET', 'Europe/Athens'],
    ['WET', 'Europe/Lisbon'],
    ['EST5EDT', 'America/New_York'],
  ])('%s is the zone of the tz database, with its summer: the clocks of %s', async (timeZone, region) => {
    const days = await api().sql(
      `select to_json(d at time zone $1) as at
       from generate_series('2026-03-28'::timestamp, '2026-03-31', '1 day') d`,
      [region],
    );
    const [from, to] = [days[0]?.at, days[3]?.at].map(moment);
    const { usageOverTime } = await api().data(
      `query ($timeZone: String, $from: DateTime!, $to: DateTime!) {
        usageOverTime(interval: DAY, timeZone: $timeZone, from: $from, to: $to) { nodes { at } } }`,
      { timeZone, from, to },
    );
    expect(usageOverTime.nodes.map(({ at }: Bucket) => moment(at))).toEqual(
      days.slice(0, 3).map(({ at }) => moment(at)),
    );
  });

  it('tells microseconds apart', async ({ serve }) => {
    const opened = await databaseForTest('empty');
    await opened.sql(
      `insert into observability.token_usage (created_at) values ('2026-03-01 00:00:00.000001Z'), ('2026-03-01 00:00:00.000002Z')`,
    );
    const server = await serve(opened.database);
    const { usageOverTime } = await server.data(
      '{ usageOverTime(interval: DAY, from: "2026-03-01T00:00:00.000001Z", to: "2026-03-01T00:00:00.000002Z") { nodes { calls } } }',
    );
    expect(usageOverTime.nodes).toEqual([{ calls: 1 }]);
  });

  it.each([
    // Days of 23 and 25 hours, a day that was skipped, half an hour of daylight saving.
    ['DAY', 'Europe/Berlin', '2026-03-27T23:00:00Z', '2026-03-31T22:00:00Z', 4],
    ['DAY', 'Europe/Berlin', '2026-10-23T22:00:00Z', '2026-10-26T23:00:00Z', 3],
    ['HOUR', 'Europe/Berlin', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z', 25],
    ['HOUR', 'Europe/Berlin', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z', 23],
    ['DAY', 'Pacific/Apia', '2011-12-29T10:00:00Z', '2011-12-31T10:00:00Z', 2],
    ['WEEK', 'UTC', '2026-01-05T00:00:00Z', '2026-02-02T00:00:00Z', 4],
    ['MONTH', 'UTC', '2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z', 12],
    ['MONTH', 'UTC', '2026-01-31T00:00:00Z', '2026-03-01T00:00:00.000001Z', 3],
    ['DAY', 'UTC', '2026-01-01T23:59:00Z', '2026-01-02T00:01:00Z', 2],
  ])(
    'has as many buckets of one %s in %s from %s to %s as the clocks say: %i',
    async (interval, timeZone, from, to, count) => {
      const { usageOverTime } = await api().data(
        `query ($interval: UsageInterval!, $timeZone: String, $from: DateTime!, $to: DateTime!) {
        usageOverTime(interval: $interval, timeZone: $timeZone, from: $from, to: $to) { totalCount } }`,
        { interval, timeZone, from, to },
      );
      expect(usageOverTime.totalCount).toBe(count);
    },
  );

  it.each([
    [
      'interval: HOUR, from: "2020-01-01T00:00:00Z", to: "2026-01-01T00:00:00Z"',
      'up to 2000 buckets, but there are 52608 of one hour',
    ],
    ['interval: DAY, from: "2026-01-02T00:00:00Z", to: "2026-01-01T00:00:00Z"', 'from must be before to.'],
    [
      'interval: DAY, from: "2026-01-02T00:00:00.000002Z", to: "2026-01-02T00:00:00.000002Z"',
      'from must be before to.',
    ],
    [
      'interval: DAY, from: "0044-01-02T00:00:00Z BC", to: "2026-01-02T00:00:00Z"',
      'from and to take times of the years 1 to 9999.',
    ],
    [
      'interval: DAY, from: "2026-01-02T00:00:00Z", to: "infinity"',
      'from and to take times of the years 1 to 9999.',
    ],
    [
      'interval: DAY, from: "2026-01-02T00:00:00Z", to: "2026-01-03T00:00:00Z", groupBy: [HOUR]',
      'groupBy takes no time here',
    ],
  ])('%s is refused', async (args, message) => {
    const { data, errors } = await api().ask(`{ usage { calls } usageOverTime(${args}) { totalCount } }`);
    expect(errors?.[0]?.message).toContain(message);
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(data.usage.calls).toBeGreaterThan(0);
  });
});
