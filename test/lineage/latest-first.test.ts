import { describe, expect, it } from 'vitest';
import { encodeCursor } from '../../src/connection/keyset.ts';
import { useServer } from '../support/use-server.ts';

const api = useServer('demo');

interface Page {
  readonly nodes: readonly { readonly rowId: string }[];
  readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
}

async function page(list: string, args: string, after: string | null = null): Promise<Page> {
  const { found } = await api().data(
    `query ($after: String) { found: ${list}(after: $after, ${args}) { nodes { rowId } pageInfo { endCursor hasNextPage } } }`,
    { after },
  );
  return found;
}
const idsOf = ({ nodes }: Page): readonly string[] => nodes.map(({ rowId }) => rowId);
const inSql = async (text: string): Promise<readonly string[]> =>
  (await api().sql(text)).map(({ id }) => String(id));

describe.each([
  ['runRecords', 'RunRecord', 'workflow.run_records'],
  ['tokenUsageList', 'TokenUsage', 'observability.token_usage'],
  ['retrievalEvents', 'RetrievalEvent', 'retrieval.retrieval_events'],
])('%s, where nobody asks for an order', (list, type, table) => {
  it('gives the latest rows first', async () => {
    const latest = await inSql(`select id from ${table} order by created_at desc, id desc limit 9`);
    expect(idsOf(await page(list, 'first: 9'))).toEqual(latest);
  });

  it('gives those of one run by rowId, the latest first, over page borders', async () => {
    const [run] = await api().sql(`select run_id from ${table} group by 1 having count(*) > 3 limit 1`);
    const where = `where: { runId: { eq: ${JSON.stringify(run?.run_id)} } }`;
    const all = await inSql(`select id from ${table} where run_id = '${run?.run_id}' order by id desc`);
    const first = await page(list, `first: 2, ${where}`);
    const rest = await page(list, `first: 500, ${where}`, first.pageInfo.endCursor);
    expect([...idsOf(first), ...idsOf(rest)]).toEqual(all);
  });

  it('goes on by key from a cursor that a list by key gave', async () => {
    const [first, ...others] = await inSql(`select id from ${table} order by id limit 6`);
    const after = encodeCursor(type, [{ field: 'rowId', descending: false }], [first]);
    expect(idsOf(await page(list, 'first: 5', after))).toEqual(others);
  });

  it('refuses a cursor of another order', async () => {
    const after = encodeCursor(type, [{ field: 'createdAt', descending: false }], ['2026-01-01']);
    const { errors } = await api().ask(
      `query ($after: String) { ${list}(after: $after) { nodes { rowId } } }`,
      { after },
    );
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

it('other lists are by key', async () => {
  const vectors = await inSql('select id from indexing.vectors order by id limit 5');
  expect(idsOf(await page('vectors', 'first: 5'))).toEqual(vectors);
});
