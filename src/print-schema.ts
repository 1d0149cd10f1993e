import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printSchema } from 'graphql';
import { schema } from './schema.ts';

/** `npm run schema:print`: the schema as text, checked in for people, clients and code generation. CI fails when it drifts. */
writeFileSync(join(import.meta.dirname, '../schema.graphql'), `${printSchema(schema)}\n`);
