import { describe, expect, it } from 'vitest';
import { WALK_RUN } from '../../prisma/seed/stories/walk.ts';
import { useServer } from '../support/use-server.ts';

const CONFIG = {
  auth: { password: 'hidden-1', user: 'ann', on: true },
  providers: [{ api_key: 'hidden-2', model: 'm' }],
  env: [
    { name: 'password', value: 'hidden-3' },
    { name: 'PATH', value: '/bin' },
    { key: 'token', value: { deep: ['hidden-4'] } },
  ],
  headers: [
    ['Authorization', 'hidden-5'],
    ['Accept', 'text'],
  ],
  argv: ['run', '--api-key', 'hidden-6', '--out', 'x'],
  'sk-hidden-7-abcdefghijkl': { note: 'n' },
  tokens: { input: 5, value: 'hidden-8' },
  total_tokens: 12,
  plain: { text: 'password=hidden-9', items: [{ id: 1 }, { id: 2, list: ['a', 'b'] }] },
  none: null,
};

const COLUMNS = ['configEffectiveJson', 'outputJson', 'payloadJson', 'metadataJson'] as const;

describe('a part of a JSON column says no more than the whole', () => {
  const api = useServer('demo');

  const partsOf = async (column: string, path: string): Promise<unknown> => {
    const sqlName = column.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    await api().sql(`update workflow.run_records set ${sqlName} = $1::jsonb where run_id = $2`, [
      JSON.stringify(CONFIG),
      WALK_RUN,
    ]);
    const { workflowRun } = await api().data(
      `query ($run: String!, $path: String!) { workflowRun(runId: $run) { header { part: ${column}(path: $path) } } }`,
      { run: WALK_RUN, path },
    );
    return workflowRun.header.part;
  };

  it.each(COLUMNS)('%s', async (column) => {
    expect(await partsOf(column, 'auth.password')).toBe('[redacted]');
  });

  it.each([
    ['auth', '[redacted]'],
    ['auth.user', '[redacted]'],
    ['auth.on', '[redacted]'],
    ['providers.0.api_key', '[redacted]'],
    ['providers.-1.api_key', '[redacted]'],
    ['env.0.value', '[redacted]'],
    ['env.2.value.deep', ['[redacted]']],
    ['env.2.value.deep.0', '[redacted]'],
    ['headers.0.1', '[redacted]'],
    ['headers.0.-1', '[redacted]'],
    ['headers.0.01', '[redacted]'],
    ['argv.2', '[redacted]'],
    ['argv.-3', '[redacted]'],
    ['tokens.value', '[redacted]'],
    ['plain.text', 'password=[redacted]'],
  ])('%s is hidden', async (path, expected) => {
    expect(await partsOf('payloadJson', path)).toEqual(expected);
  });

  it.each([
    ['providers.0.model', 'm'],
    ['env.1.value', '/bin'],
    ['env.-2.value', '/bin'],
    ['headers.1.1', 'text'],
    ['argv.4', 'x'],
    ['tokens.input', 5],
    ['total_tokens', 12],
    ['plain.items.1.id', 2],
    ['plain.items.-1.list', ['a', 'b']],
    ['plain.items.1.list.1', 'b'],
    ['plain.items.7.id', null],
    ['plain.items.x', null],
    ['plain.items.1.id.x', null],
    ['none', null],
    ['nothing.at.all', null],
    ['auth.nothing', null],
  ])('%s is given as it is', async (path, expected) => {
    expect(await partsOf('payloadJson', path)).toEqual(expected);
  });
});
