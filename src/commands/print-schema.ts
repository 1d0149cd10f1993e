import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printSchema } from 'graphql';
import { schema } from '../schema/schema.ts';
import { scopesTable } from './scopes-table.ts';

/**
 * `npm run schema:print`: the schema and the table of its scopes as text, checked in for people, clients and code
 * generation. CI fails when they drift.
 */
const write = (path: string, text: string): void =>
  writeFileSync(join(import.meta.dirname, '../..', path), text);
write('schema.graphql', `${printSchema(schema)}\n`);
write('docs/scopes.md', scopesTable(schema));
