import { type GraphQLSchema, isInputObjectType, isObjectType } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { columnsOf, isTableType, TABLES, type TableType } from '../../src/database/tables.ts';
import { rowsNamed } from '../../src/lineage/joined.ts';
import { NAMES_A_RUN } from '../../src/lineage/run-parts.ts';
import { isTypeName } from '../../src/schema/builder.ts';
import { schema } from '../../src/schema/schema.ts';
import { policyOf, treatmentOf } from '../../src/security/policies.ts';
import { closedAfterAll } from '../support/closed-after-all.ts';
import type { TestDatabase } from '../support/databases.ts';
import type { TestServer } from '../support/server.ts';
import { bearer, JWT_SECRET } from '../support/tokens.ts';

const TYPES = Object.keys(TABLES).filter(isTableType);
const inputFields = (of: GraphQLSchema, name: string) => {
  const type = of.getType(name);
  return isInputObjectType(type) ? type.getFields() : {};
};
/** The root field that lists a type. */
const LISTS = new Map(
  Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap(({ name, type }) => {
    const [, of] = /^(\w+)Connection$/.exec(type.toString()) ?? [];
    return of === undefined || !isTypeName(of) ? [] : [[of, name] as const];
  }),
);

describe('the table of policies', () => {
  it.each(TYPES)('decides each column of %s, and none that it lacks', (type) => {
    expect(Object.keys(policyOf(type).columns)).toEqual([...columnsOf(type).keys()]);
  });

  it('gives nothing that is not in it', () => {
    expect(() => policyOf('NewTable')).toThrow('NewTable');
    expect(() => treatmentOf('Document', 'newColumn')).toThrow('Document.newColumn');
    expect(() => treatmentOf('Document', 'constructor')).toThrow('Document.constructor');
  });

  it('leaves no JSON column open, since nobody can foresee what stands in it', () => {
    const open = TYPES.flatMap((type) =>
      [...columnsOf(type).values()].filter(
        ({ kind, field }) => kind === 'Json' && treatmentOf(type, field) === 'open',
      ),
    );
    expect(open).toEqual([]);
  });

  it('knows the project of each row that names a run', () => {
    for (const { type, field } of NAMES_A_RUN) expect(policyOf(type)).toMatchObject({ runBy: field });
  });

  it('sorts no list by a column that is not open, unless asked or not', () => {
    for (const type of [...LISTS.keys()]) {
      for (const field of Object.keys(inputFields(schema, `${type}OrderBy`))) {
        expect([type, field, treatmentOf(type, field)]).toEqual([type, field, 'open']);
      }
      for (const { field } of rowsNamed(type).defaultOrder) {
        expect([type, field, treatmentOf(type, field)]).toEqual([type, field, 'open']);
      }
    }
  });

  it('compares nothing with a column that is redacted, and asks nothing of one that is kept back', () => {
    for (const type of [...LISTS.keys()]) {
      const where = inputFields(schema, `${type}Where`);
      for (const { field, kind } of rowsNamed(type).columns.values()) {
        if (kind === 'Json') continue;
        const treatment = treatmentOf(type, field);
        const filter = where[field]?.type.toString();
        if (treatment === 'redacted') expect([type, field, filter]).toEqual([type, field, 'PresenceFilter']);
        if (treatment === 'never' || treatment === 'digest')
          expect([type, field, filter]).toEqual([type, field, undefined]);
      }
    }
    expect(Object.keys(inputFields(schema, 'PresenceFilter'))).toEqual(['isNull']);
  });
});

const SECRET = 'postgres://rag:hunter2-policy@db/x';
const HIDDEN = 'hunter2-policy';

describe('over rows whose texts all hold a password', () => {
  const open = closedAfterAll();
  let opened: TestDatabase;
  let server: TestServer;
  let all: { authorization: string };
  beforeAll(async () => {
    opened = await open.database('demo');
    for (const [type, field] of redactedTexts()) {
      const { name } = TABLES[type];
      const column = columnsOf(type).get(field)?.name;
      await opened.sql(`update ${name} set ${column} = 'could not reach ${SECRET}'`);
    }
    server = await open.server(opened.database, { secrets: { jwtSecret: JWT_SECRET } });
    all = await bearer({ scope: 'lineage:read content:read auth:read' });
  });

  const redactedTexts = (): readonly (readonly [TableType, string])[] =>
    TYPES.flatMap((type) =>
      [...columnsOf(type).values()]
        .filter(({ field, kind }) => kind === 'String' && treatmentOf(type, field) === 'redacted')
        .map(({ field }) => [type, field] as const),
    );

  it.each(redactedTexts())('%s.%s is given without it, to those who may read all', async (type, field) => {
    const list = LISTS.get(type);
    const { data, errors } = await server.ask(
      `{ ${list}(first: 1) { nodes { wanted: ${field} } } }`,
      {},
      all,
    );
    expect(errors).toBeUndefined();
    expect(data[list ?? ''].nodes).toEqual([{ wanted: 'could not reach postgres://[redacted]@db/x' }]);
  });

  it('a workflow run gives the texts of its header without it', async () => {
    const { data } = await server.ask('{ workflowRuns(first: 1) { nodes { question papersDir } } }', {}, all);
    const text = 'could not reach postgres://[redacted]@db/x';
    expect(data.workflowRuns.nodes).toEqual([{ question: text, papersDir: text }]);
  });

  it.each([...LISTS])('no cursor of %s holds what its reader cannot read in the row', async (type, list) => {
    const reader = await bearer({ scope: 'lineage:read auth:read' });
    const fields = schema.getType(type);
    if (!isObjectType(fields)) throw new Error(`${type} is no object type.`);
    for (const field of Object.keys(inputFields(schema, `${type}OrderBy`))) {
      const query = `{ ${list}(first: 3, orderBy: [{ ${field}: DESC }]) { edges { cursor node { ${field} } } } }`;
      const { data, errors } = await server.ask(query, {}, reader);
      if (data[list] === null) {
        expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
        continue;
      }
      for (const { cursor, node } of data[list].edges) {
        const text = Buffer.from(cursor, 'base64url').toString();
        expect(text).not.toContain(HIDDEN);
        // What still grows has no value in the order, and enums have other names in the answer.
        if (field !== 'durationMs' && !/^[A-Z_]+$/.test(String(node[field])))
          expect(text).toContain(String(node[field]).slice(0, 10));
      }
    }
  });
});

describe('a caller bound to projects', () => {
  const open = closedAfterAll();
  let opened: TestDatabase;
  let server: TestServer;
  beforeAll(async () => {
    opened = await open.database('demo');
    server = await open.server(opened.database, { secrets: { jwtSecret: JWT_SECRET } });
  });

  it.each([...LISTS])(
    'sees no %s if its rows belong to no project: in no list, count or look-up',
    async (type, list) => {
      const bound = await bearer({ scope: 'lineage:read content:read auth:read', projects: ['labor'] });
      for (const part of ['nodes { id }', 'totalCount', 'estimatedCount', 'edges { cursor }']) {
        const { data, errors } = await server.ask(`{ ${list} { ${part} } }`, {}, bound);
        const codes = errors?.map(({ extensions }) => extensions.code);
        if (policyOf(type).project === 'none') {
          expect(data?.[list]?.estimatedCount ?? data?.[list]?.totalCount ?? null).toBeNull();
          expect(codes).toEqual(['FORBIDDEN']);
        } else expect([part, codes]).toEqual([part, undefined]);
      }
    },
  );

  it('sees users, sessions, caches, jobs and failures nowhere, and papers and indexes everywhere', () => {
    const none = [...LISTS.keys()].filter((type) => policyOf(type).project === 'none');
    expect(none.sort()).toEqual([
      'AsyncJob',
      'CitecCacheEntry',
      'OpenalexCacheEntry',
      'OpenalexCitationGraphCacheEntry',
      'OpenalexHttpCacheEntry',
      'OpenalexTitleOverride',
      'QueryCacheEntry',
      'RequestFailure',
      'StreamlitSession',
      'StreamlitUser',
    ]);
  });
});
