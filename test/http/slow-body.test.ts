import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { databaseForTest } from '../support/databases.ts';
import { serverForTest } from '../support/server-test.ts';

const BODY = JSON.stringify({ query: '{ __typename }' });

/** All that the server says until it closes the connection of a caller who sends no more than this. */
async function answerTo(sent: string): Promise<string> {
  const { database } = await databaseForTest('empty');
  const { url } = await serverForTest(database, { requestTimeout: 200 });
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  await once(socket, 'connect');
  socket.write(`POST /graphql HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\n${sent}`);
  return text(socket);
}

it.each([
  ['its length', `content-length: ${BODY.length + 30}\r\n\r\n${BODY}`],
  ['its length, of which nothing comes', `content-length: ${BODY.length}\r\n\r\n`],
  ['no length', `transfer-encoding: chunked\r\n\r\n${BODY.length.toString(16)}\r\n${BODY}\r\n`],
])(
  'a body that never ends, sent with %s, gets TIMEOUT, and its connection is closed',
  async (_what, sent) => {
    const answer = await answerTo(sent);
    expect(answer).toMatch(/^HTTP\/1.1 504 /);
    expect(answer).toMatch(/^connection: close\r$/im);
    expect(answer).toContain('"code":"TIMEOUT"');
  },
);
