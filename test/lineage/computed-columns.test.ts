import { getNamedType, isObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { COMPUTED } from '../../src/security/policies/computed.ts';
import { ASKED_TYPES, schema } from '../support/types.ts';
import { useServer } from '../support/use-server.ts';

const api = useServer('demo');

/** Each connection from a row of any type to rows that have columns which no table holds. */
const PLACES = ASKED_TYPES.flatMap(({ type, list }) => {
  const from = schema.getType(type);
  if (!isObjectType(from)) return [];
  return Object.values(from.getFields()).flatMap(({ name, type: given, args }) => {
    const connection = getNamedType(given);
    if (!isObjectType(connection) || args.some((arg) => arg.type.toString().endsWith('!'))) return [];
    const to = getNamedType(connection.getFields().nodes?.type)?.name ?? '';
    const [column] = to === 'WorkflowRun' ? [] : Object.keys(COMPUTED[to] ?? {});
    return column === undefined ? [] : [{ place: `${type}.${name}`, list, name, column }];
  });
});

describe('a column that no table holds is there wherever its rows are', () => {
  it.each(PLACES)('$place: $column', async ({ list, name, column }) => {
    const data = await api().data(`{ list: ${list}(first: 2) { nodes {
      field: ${name}(first: 1, where: { ${column}: { ne: "nothing" } }, orderBy: [{ ${column}: ASC }]) { nodes { ${column} } } } } }`);
    expect(data.list.nodes.length).toBeGreaterThan(0);
  });

  it('also in places of answers', () => {
    expect(PLACES.map(({ place }) => place)).toEqual(
      expect.arrayContaining(['Document.runRecords', 'RunRecord.earlierAnswers', 'WorkflowRun.reusedBy']),
    );
  });
});

describe('an order that names a column again', () => {
  const page = (orderBy: string, args = '') =>
    `{ workflowRuns(first: 2, orderBy: [${orderBy}]${args}) { nodes { runId } pageInfo { endCursor } } }`;
  const once = '{ groundedShare: DESC }, { calls: ASC }';
  const again = `${once}, { groundedShare: DESC }, { calls: DESC_NULLS_LAST }, { groundedShare: ASC }`;

  it('is the order without it: the same statement, rows and cursors', async () => {
    const asked = async (orderBy: string, args?: string) => {
      api().statements.length = 0;
      const answer = await api().ask(page(orderBy, args));
      expect(answer.errors).toBeUndefined();
      return { answer, texts: api().statements.map(({ text }) => text) };
    };
    const first = await asked(once);
    expect(await asked(again)).toEqual(first);
    const after = `, after: "${first.answer.data.workflowRuns.pageInfo.endCursor}"`;
    const second = await asked(once, after);
    expect(second.answer.data.workflowRuns.nodes).toHaveLength(2);
    expect(await asked(again, after)).toEqual(second);
  });

  it('costs by what it computes', async () => {
    const costOf = async (orderBy: string): Promise<number> =>
      Number(Object((await api().ask(page(orderBy))).extensions?.cost).requested);
    const plain = await costOf('{ createdAt: ASC }');
    const computed = await costOf('{ groundedShare: ASC }');
    expect(computed).toBeGreaterThan(plain);
    expect(await costOf('{ groundedShare: ASC }, { calls: ASC }')).toBeGreaterThan(computed);
    expect(await costOf('{ groundedShare: ASC }, { groundedShare: DESC }')).toBe(computed);
  });

  it('is read as it was before: each takes one field', async () => {
    const { errors } = await api().ask(page('{ calls: ASC }, { calls: ASC, createdAt: ASC }'));
    expect(errors?.[0]?.message).toMatch(/orderBy\[1\] takes exactly one field/);
  });
});
