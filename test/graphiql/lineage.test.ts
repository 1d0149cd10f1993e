import { isEnumType, isObjectType, parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { LINEAGE_QUERY, readGraph } from '../../src/graphiql/page/lineage/graph.ts';
import { decodeNodeId, encodeNodeId, idAt, idsIn } from '../../src/graphiql/page/lineage/node-ids.ts';
import { nodeQuery } from '../../src/graphiql/page/lineage/node-query.ts';
import { STAGES, stageIn, toneIn } from '../../src/graphiql/page/lineage/stages.ts';
import { encodeNodeId as encodeOnServer } from '../../src/schema/node-id.ts';
import { schema } from '../../src/schema/schema.ts';

const KEYS = ['demo-walk', '9007199254740993', 'ünïcode/ключ', 'with:colon', '???>>>', 'line\nbreak'];

describe('ids', () => {
  test.each(KEYS)('of %j are those of the server', (key) => {
    const id = encodeNodeId({ type: 'WorkflowRun', key });
    expect(id).toBe(encodeOnServer('WorkflowRun', key));
    expect(decodeNodeId(id)).toEqual({ type: 'WorkflowRun', key });
  });

  test.each(['', 'completed', 'gpt-5', 'demo-walk', '2026-05-19T21:20:00+00:00', 'AAAA', '\u{1F600}'])(
    'are not seen in %j',
    (text) => expect(decodeNodeId(text)).toBeUndefined(),
  );

  const vector = encodeOnServer('Vector', 7);
  const run = (key: string) => encodeOnServer('WorkflowRun', key);

  test('are found in an answer, and run ids too, each once', () => {
    const answer = {
      data: {
        runId: 'a "b"',
        nodes: [
          { id: vector, parentRunId: 'p' },
          { id: vector, status: 'runId' },
        ],
      },
    };
    expect(idsIn(JSON.stringify(answer, null, 2))).toEqual([run('a "b"'), vector, run('p')]);
  });

  test('are found under the cursor, in answers, variables and queries', () => {
    for (const text of [
      `{ "runId": "x" }`,
      `{ workflowRun(runId: "x") { id } }`,
      `query Q($runId: String! = "x") { a }`,
    ]) {
      expect(idAt(text, text.indexOf('"x"') + 1)).toBe(run('x'));
      expect(idAt(text, 0)).toBeUndefined();
    }
  });
});

const TYPES = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .filter((type) => type.getInterfaces().some(({ name }) => name === 'Node'));

test.each(TYPES)('a box of %s opens a valid query', ({ name }) => {
  expect(validate(schema, parse(nodeQuery(schema, name)))).toEqual([]);
});

test('what the panel asks fits the schema', () => {
  expect(validate(schema, parse(LINEAGE_QUERY))).toEqual([]);
});

test('the stages are those of the server', () => {
  const stages = schema.getType('LineageStage');
  const names = isEnumType(stages) ? stages.getValues().map(({ name }) => name) : [];
  expect(names.toSorted()).toEqual(STAGES.toSorted());
});

test('a stage or a tone that the picture does not know is drawn last, and plain', () => {
  expect([stageIn('OF_TOMORROW'), toneIn('OF_TOMORROW')]).toEqual(['OTHER', 'none']);
});

describe('an answer', () => {
  const node = (id: string, type: string) => ({
    id,
    type,
    title: id,
    depth: 0,
    status: 'failed',
    stage: 'INDEX',
    tone: 'BAD',
  });

  test('without a graph draws nothing', () => {
    for (const data of [null, undefined, 7, {}, { lineage: null }, []])
      expect(readGraph(data)).toBeUndefined();
  });

  test('is drawn without edges that lead nowhere', () => {
    const graph = readGraph({
      lineage: {
        nodes: [
          {
            ...node('a', 'Vector'),
            truncated: [{ edge: 'RUNS', type: 'WorkflowRun', shown: 3, total: null }],
          },
          { id: 'b' },
        ],
        edges: [
          { from: 'a', to: 'b', kind: 'K' },
          { from: 'a', to: 'gone', kind: 'K' },
        ],
        unavailable: [{ edge: 'Vector.shards', reason: 'Not here.' }],
      },
    });
    expect(graph?.nodes[0]).toMatchObject({ status: 'failed', stage: 'INDEX', tone: 'bad' });
    expect(graph?.nodes[1]).toEqual({
      id: 'b',
      type: '',
      title: '',
      depth: 0,
      status: null,
      stage: 'OTHER',
      tone: 'none',
    });
    expect(graph?.edges).toEqual([{ from: 'a', to: 'b', kind: 'K', grade: null }]);
    expect(graph?.truncated).toEqual([{ id: 'a', edge: 'RUNS', type: 'WorkflowRun', shown: 3, total: null }]);
    expect(graph?.unavailable).toEqual(['Vector.shards: Not here.']);
  });
});
