import { expect, it } from 'vitest';
import { useServer } from '../support/use-server.ts';

const api = useServer('demo');

it('estimates of several fields in one request each have the values of their own field', async () => {
  const alone = async (field: string) =>
    (await api().data(`{ ${field} }`)) as Record<string, { estimatedCount: number }>;
  const fields = [
    'a: runRecords(where: { recordKind: { eq: "question" } }) { estimatedCount }',
    'b: runRecords(where: { recordKind: { eq: "report" } }) { estimatedCount }',
    'c: usageBy(groupBy: [WEEK]) { estimatedCount }',
    'd: vectors { estimatedCount }',
    'e: documents(where: { docId: { in: ["x", "y"] } }) { estimatedCount }',
  ];
  const each = Object.assign({}, ...(await Promise.all(fields.map(alone))));
  const together = await api().data(`{ ${fields.join(' ')} }`);
  expect(together).toEqual(each);
  expect(together.d.estimatedCount).toBeGreaterThan(together.e.estimatedCount);
});
