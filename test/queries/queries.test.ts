import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getOperationAST, getVariableValues, parse } from 'graphql';
import { format } from 'sql-formatter';
import { describe, expect, it } from 'vitest';
import { plansOf } from '../../src/lineage/plans.ts';
import { printQuery } from '../../src/lineage/print-query.ts';
import { schema } from '../../src/schema/schema.ts';
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

const formatted = (text: string): string => format(text, { language: 'postgresql', expressionWidth: 90 });

function golden(file: string, found: string): void {
  if (REWRITE) writeFileSync(file, found);
  expect(existsSync(file), `${file} is missing: npm run test:golden writes it`).toBe(true);
  expect(found).toBe(readFileSync(file, 'utf8'));
}

/** The query trees that the document is read as, before anything is checked. */
function treesOf(query: string): readonly string[] {
  const document = parse(query);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('There is no operation.');
  const { coerced = {} } = getVariableValues(schema, operation.variableDefinitions ?? [], {});
  const plans = plansOf(() => ({ schema, fragments: {} }), operation);
  return [...plans.values()].map((plan) => printQuery(plan.ask(coerced, undefined).shape.query));
}

describe('a query, its answer and its SQL', () => {
  it.each(CASES.map(({ name }) => name))('%s', async (name) => {
    const folder = join(import.meta.dirname, name);
    const query = readFileSync(join(folder, 'query.graphql'), 'utf8');
    await api().database.capabilities();
    api().statements.length = 0;
    const { data, errors } = await api().ask(query);
    const answer = { data, ...(errors && { errors }) };
    golden(join(folder, 'answer.json'), `${JSON.stringify(answer, undefined, 2)}\n`);
    const sent = api().statements.map(({ text }) => `${formatted(text)}\n`);
    golden(join(folder, 'statement.sql'), sent.join('\n'));
    // Compiled, when it comes again.
    expect(await api().ask(query)).toMatchObject(answer);
    golden(join(folder, 'tree.txt'), `${treesOf(query).join('\n')}\n`);
  });
});
