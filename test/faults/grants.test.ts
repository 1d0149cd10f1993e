import { getNamedType, isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { columnsOf, isTableType, TABLES, type TableType } from '../../src/database/tables.ts';
import { EDGES } from '../../src/lineage/edges.ts';
import { serverOver } from '../support/cluster-server.ts';
import { hasPostgres, PgCluster, SCHEMAS } from '../support/pg-cluster.ts';
import { ASKED_TYPES, askedTypeOf, isComputed, schema, snake } from '../support/types.ts';

const TYPES = Object.keys(TABLES).filter(isTableType);

interface Edge {
  readonly from: string;
  readonly name: string;
}
const EDGES_TO = (to: TableType): readonly Edge[] =>
  Object.entries(EDGES).flatMap(([from, edges]) =>
    Object.entries(edges).flatMap(([name, edge]) => (edge.to === to ? [{ from, name }] : [])),
  );

/** What to select of a field that is no value. */
function below(type: string, field: string): string {
  const owner = schema.getType(type);
  const named = isObjectType(owner) ? getNamedType(owner.getFields()[field]?.type) : undefined;
  return named?.name.endsWith('Connection') ? '{ nodes { __typename } }' : '{ __typename }';
}

type Data = Readonly<Record<string, { readonly nodes: readonly Readonly<Record<string, unknown>>[] } | null>>;

describe.skipIf(!hasPostgres)('a role that may not read all (needs the binaries of PostgreSQL)', () => {
  let cluster: PgCluster;
  let url: string;
  beforeAll(async () => {
    cluster = await PgCluster.withDemo();
    url = await cluster.reader();
  });
  afterAll(() => cluster.remove());

  /** A server for a role that may read all tables, but of this one only these columns. */
  async function serverWithout(type: TableType, columns: readonly string[]) {
    const { name } = TABLES[type];
    await cluster.session(async (client) => {
      await client.query(`grant select on all tables in schema ${SCHEMAS} to reader`);
      await client.query(`revoke select on ${name} from reader`);
      if (columns.length > 0) await client.query(`grant select (${columns.join(', ')}) on ${name} to reader`);
    });
    const api = await serverOver(url);
    return {
      ask: (query: string) => api.ask<Data>(query),
      restore: () => cluster.session((client) => client.query(`revoke all on ${name} from reader`)),
    };
  }

  describe.each(TYPES)('%s', (type) => {
    const { list } = askedTypeOf(type);
    const { name } = TABLES[type];

    test('whose table may not be read: its list and each edge to it are null and say so; the rest stands', async () => {
      const { ask, restore } = await serverWithout(type, []);
      const own = await ask(`{ list: ${list} { nodes { id } } }`);
      expect(own.data).toEqual({ list: null });
      expect(own.errors).toMatchObject([
        {
          message: expect.stringContaining(`${name} is there but not readable`),
          extensions: { code: 'NOT_IN_THIS_DATABASE', missing: `table ${name}` },
        },
      ]);
      for (const { from, name: edge } of EDGES_TO(type)) {
        if (from === type) continue;
        const { list: others } = askedTypeOf(from);
        const { data, errors = [] } = await ask(
          `{ list: ${others}(first: 2) { nodes { id edge: ${edge} ${below(from, edge)} } } }`,
        );
        // Without headers no run is listed, and its list says so.
        if (type === 'RunRecord' && from === 'WorkflowRun') {
          expect(data).toEqual({ list: null });
          continue;
        }
        const nodes = data.list?.nodes ?? [];
        expect(nodes.length, `${from}.${edge}`).toBeGreaterThan(0);
        for (const { id, edge: found } of nodes)
          expect({ id, found }).toEqual({ id: expect.any(String), found: null });
        expect(errors.map(({ extensions: { code } }) => code)).toContain('NOT_IN_THIS_DATABASE');
        for (const { extensions } of errors)
          expect(extensions).toMatchObject({ code: 'NOT_IN_THIS_DATABASE', missing: `table ${name}` });
      }
      await restore();
    });

    test('of which only the key may be read: each other column is null and says so; the rows stand', async () => {
      const { key, keyField } = askedTypeOf(type);
      const named = type === 'Vector' ? [key, 'chunk_id'] : [key];
      const { ask, restore } = await serverWithout(type, named);
      const object = schema.getType(type);
      const fields = isObjectType(object) ? Object.keys(object.getFields()) : [];
      const columns = [...columnsOf(type).keys()].filter(
        (field) => fields.includes(field) && !isComputed(type, field) && !named.includes(snake(field)),
      );
      const { data, errors = [] } = await ask(
        `{ list: ${list}(first: 1) { nodes { id ${keyField} ${columns.join(' ')} } } }`,
      );
      const [node = {}] = data.list?.nodes ?? [];
      const { id, [keyField]: value, ...others } = node;
      expect({ id, value }).toEqual({ id: expect.any(String), value: expect.anything() });
      expect(others).toEqual(Object.fromEntries(columns.map((field) => [field, null])));
      expect(errors.map(({ extensions }) => extensions.missing).sort()).toEqual(
        columns.map((field) => `column ${name}.${columnsOf(type).get(field)?.name}`).sort(),
      );
      for (const { message, extensions } of errors) {
        expect(extensions.code).toBe('NOT_IN_THIS_DATABASE');
        expect(message).toContain('is there but not readable');
      }
      await restore();
    });
  });

  test('a run is known by the other tables where headers may not be read', async () => {
    const { ask, restore } = await serverWithout('RunRecord', []);
    const { data, errors = [] } = await ask(`{
      list: workflowRuns(withoutHeader: true, first: 500) { nodes { runId status createdAt usage { calls } steps { status } failedSteps } }
    }`);
    const nodes = data.list?.nodes ?? [];
    expect(nodes.map(({ runId }) => runId)).toContain('demo-walk');
    const walk = nodes.find(({ runId }) => runId === 'demo-walk');
    expect(walk).toMatchObject({
      status: null,
      steps: null,
      failedSteps: null,
      usage: { calls: expect.any(Number) },
    });
    expect(walk?.createdAt).toEqual(expect.any(String));
    for (const { extensions } of errors) expect(extensions.missing).toBe('table workflow.run_records');
    await restore();
  });

  test('sums stand without the columns that may not be read', async () => {
    const { ask, restore } = await serverWithout('TokenUsage', [
      'id',
      'run_id',
      'created_at',
      'total_tokens',
    ]);
    const { data, errors = [] } = await ask(`{
      list: workflowRuns(first: 3) { nodes { runId usage { calls totalTokens inputTokens costUsd cacheHits latencyMs { p50 } } } }
    }`);
    const nodes = data.list?.nodes ?? [];
    expect(nodes).toHaveLength(3);
    for (const { usage } of nodes)
      expect(usage).toEqual({
        calls: expect.any(Number),
        totalTokens: expect.any(Number),
        inputTokens: null,
        costUsd: null,
        cacheHits: null,
        latencyMs: { p50: null },
      });
    expect(new Set(errors.map(({ extensions }) => extensions.missing))).toEqual(
      new Set(
        ['input_tokens', 'cost_usd_total', 'cache_hit', 'latency_ms'].map(
          (column) => `column observability.token_usage.${column}`,
        ),
      ),
    );
    await restore();
  });

  test('every type is asked', () => {
    expect(ASKED_TYPES.map(({ type }) => type).sort()).toEqual([...TYPES, 'WorkflowRun'].sort());
  });
});
