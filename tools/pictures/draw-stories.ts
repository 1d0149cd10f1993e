import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { pino } from 'pino';
import { migrate } from '../../prisma/migrate.ts';
import { seed } from '../../prisma/seed/seed.ts';
import { readConfig } from '../../src/config/config.ts';
import { EmbeddedDatabase } from '../../src/database/embedded-database.ts';
import { sessionOf } from '../../src/database/open-embedded.ts';
import { createLineageServer } from '../../src/server.ts';
import { STORIES } from './stories.ts';
import { type Ask, graphOf } from './story-graph.ts';
import { svgOf } from './story-svg.ts';

// npm run docs:pictures: the pictures of docs/pictures, of what the API answers over the demo data.

const FOLDER = join(import.meta.dirname, '../../docs/pictures');

async function withDemo(work: (ask: Ask) => Promise<void>): Promise<void> {
  const pglite = new PGlite();
  const session = sessionOf(pglite);
  await migrate(session);
  await seed(session);
  const database = await EmbeddedDatabase.readOnly(pglite, 'demo');
  const server = createLineageServer(database, readConfig({}), pino({ level: 'silent' }));
  server.listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The server has no port.');
  const url = `http://127.0.0.1:${address.port}/graphql`;
  try {
    await work(async (query, variables) => {
      const body = JSON.stringify({ query, variables });
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      const { data, errors } = Object(await response.json());
      if (errors) throw new Error(JSON.stringify(errors));
      return data;
    });
  } finally {
    server.closeAllConnections();
    server.close();
    await database.close();
  }
}

await withDemo(async (ask) => {
  for (const story of STORIES) {
    writeFileSync(join(FOLDER, `${story.name}.svg`), await svgOf(story.title, await graphOf(story, ask)));
    process.stdout.write(`docs/pictures/${story.name}.svg\n`);
  }
});
