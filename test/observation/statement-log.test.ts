import { expect, test } from 'vitest';
import { databaseForTest } from '../support/databases.ts';
import { logLines } from '../support/log-lines.ts';
import { serverForTest } from '../support/server-test.ts';

async function serve(level: string) {
  const { logger, lines } = logLines(level);
  const { database, statements } = await databaseForTest('demo');
  const server = await serverForTest(database, {}, logger);
  const statementLines = () => lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'statement');
  return { ...server, lines, statements, statementLines };
}

const SECRET = 'xyzzy-42';
const DOCUMENT = `query Private($run: String!, $title: String!, $path: String!) {
  workflowRun(runId: $run) { status records { nodes { payloadJson(path: $path) } } }
  documents(where: { title: { contains: $title } }) { estimatedCount totalCount nodes { docId } }
  literal: documents(where: { OR: [{ title: { in: ["${SECRET}"] } }, { title: { startsWith: "${SECRET}" } }] }) { totalCount }
  documents2: document(docId: "${SECRET}") { title }
}`;

test('at debug, each statement has a line with its request, its name and the SQL that was sent', async () => {
  const { data, statements, statementLines } = await serve('debug');
  statements.length = 0;
  await data('query Two { documents { totalCount } chunks: vectors { totalCount } }');
  const sent = statements.map(({ name, text }) => ({ statement: name, sql: text }));
  expect(sent).toHaveLength(2);
  expect(statementLines()).toHaveLength(2);
  expect(statementLines()).toMatchObject(
    sent.map((line) => ({ ...line, level: 20, requestId: expect.any(String), failed: false })),
  );
});

test('values of variables and literals are in no line', async () => {
  const { data, lines, statementLines } = await serve('debug');
  await data(DOCUMENT, { run: SECRET, title: SECRET, path: SECRET });
  expect(statementLines().length).toBeGreaterThanOrEqual(4);
  expect(lines.join('')).not.toContain(SECRET);
});

test('at info there are none', async () => {
  const { data, statementLines } = await serve('info');
  await data('{ documents { totalCount } }');
  expect(statementLines()).toEqual([]);
});
