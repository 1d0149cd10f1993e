import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getOperationAST, getVariableValues, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { Capabilities } from '../../src/database/capabilities.ts';
import { accessOf } from '../../src/lineage/check/access.ts';
import { QueryCheck } from '../../src/lineage/check/check-query.ts';
import { plansOf } from '../../src/lineage/plans.ts';
import { printQuery } from '../../src/lineage/print-query.ts';
import { DatabaseSources } from '../../src/lineage/sources.ts';
import { schema } from '../../src/schema/schema.ts';
import { EVERYTHING } from '../../src/security/principal.ts';
import { databaseForTest } from '../support/databases.ts';
import { distribute } from '../support/distributed.ts';
import { formattedSql } from '../support/formatted-sql.ts';
import { serverTest } from '../support/server-test.ts';
import { useServer } from '../support/use-server.ts';

/**
 * What is asked, what is answered, and the SQL that is sent for it, each case in a folder. `npm run test:golden`
 * writes the answers and statements anew: read their diff before you commit it.
 */
const REWRITE = process.env.UPDATE === '1';
const CASES = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) =>
  entry.isDirectory(),
);

const api = useServer('demo');

function golden(file: string, found: string): void {
  if (REWRITE) writeFileSync(file, found);
  expect(existsSync(file), `${file} is missing: npm run test:golden writes it`).toBe(true);
  expect(found).toBe(readFileSync(file, 'utf8'));
}

/** The query trees that the document is read as, before anything is checked or, for this database, after it. */
function treesOf(query: string, capabilities?: Capabilities): readonly string[] {
  const document = parse(query);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('There is no operation.');
  const { coerced = {} } = getVariableValues(schema, operation.variableDefinitions ?? [], {});
  const plans = plansOf(() => ({ schema, fragments: {} }), operation);
  return [...plans.values()].map((plan) => {
    const { asked, shape } = plan.ask(coerced, undefined);
    if (!capabilities) return printQuery(shape.query);
    const sources = new DatabaseSources(capabilities, accessOf(EVERYTHING));
    return printQuery(new QueryCheck(sources, asked).root(shape.query));
  });
}

type Asked = Pick<ReturnType<typeof api>, 'ask' | 'statements' | 'database'>;

async function shown(folder: string, { ask, statements, database }: Asked, isDistributed: boolean) {
  const query = readFileSync(join(folder, 'query.graphql'), 'utf8');
  const capabilities = await database.capabilities();
  statements.length = 0;
  const { data, errors } = await ask(query);
  const answer = { data, ...(errors && { errors }) };
  golden(join(folder, 'answer.json'), `${JSON.stringify(answer, undefined, 2)}\n`);
  const sent = statements.map(({ text }) => `${formattedSql(text)}\n`);
  golden(join(folder, 'statement.sql'), sent.join('\n'));
  // Compiled, when it comes again.
  expect(await ask(query)).toMatchObject(answer);
  const trees = treesOf(query, isDistributed ? capabilities : undefined);
  golden(join(folder, 'tree.txt'), `${trees.join('\n')}\n`);
}

/** The tables that Citus distributes in the database of a case. */
const DISTRIBUTED = 'distributed.json';
const isDistributed = ({ name }: (typeof CASES)[number]): boolean =>
  existsSync(join(import.meta.dirname, name, DISTRIBUTED));

describe('a query, its answer and its SQL', () => {
  const plain = CASES.filter((one) => !isDistributed(one)).map(({ name }) => name);
  it.each(plain)('%s', async (name) => {
    await shown(join(import.meta.dirname, name), api(), false);
  });

  const distributed = CASES.filter(isDistributed).map(({ name }) => name);
  serverTest.for(distributed)('%s', async (name, { serve }) => {
    const folder = join(import.meta.dirname, name);
    const opened = await databaseForTest('demo');
    await distribute(opened, JSON.parse(readFileSync(join(folder, DISTRIBUTED), 'utf8')));
    const { ask } = await serve(opened.database);
    await shown(folder, { ...opened, ask }, true);
  });
});
