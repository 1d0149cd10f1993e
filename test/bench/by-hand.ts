import { createServer } from 'node:http';
import pg from 'pg';
import { SCENARIOS } from './scenarios.ts';

/** The limit: a server that knows its three questions, sends one prepared statement each, and passes its text on. */
const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: 10,
  options: '-c jit=off -c TimeZone=UTC',
});
const byQuery = new Map(SCENARIOS.map(({ name, query, sql }) => [query, { name, text: sql }]));

const server = createServer((request, response) => {
  let body = '';
  request.on('data', (part: Buffer) => {
    body += part.toString();
  });
  request.on('end', async () => {
    const { query, variables } = JSON.parse(body);
    const statement = byQuery.get(query);
    if (!statement) return response.writeHead(400).end();
    const { rows } = await pool.query<[string]>({
      ...statement,
      values: [variables.runId],
      rowMode: 'array',
    });
    response.writeHead(200, { 'content-type': 'application/json' }).end(rows[0]?.[0]);
  });
});
server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => {
  const address = server.address();
  console.log(`by hand: http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/graphql`);
});
process.once('SIGTERM', () => process.exit(0));
