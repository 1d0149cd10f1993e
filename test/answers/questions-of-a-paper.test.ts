import { describe, expect } from 'vitest';
import { databaseForTest } from '../support/databases.ts';
import { describeEveryDatabase } from '../support/every-database.ts';
import { serverTest as it } from '../support/server-test.ts';

const QUESTIONS = 'runRecords(first: 500) { totalCount edges { evidence node { rowId recordKind } } }';

describeEveryDatabase((api) => {
  it('a paper was asked the questions of the runs that read it, each with the ties of its run', async () => {
    const { documents } = await api().data(
      `{ documents(first: 100) { nodes { docId runs(first: 500) { edges { evidence node { runId } } } ${QUESTIONS} } } }`,
    );
    let found = 0;
    for (const { docId, runs, runRecords } of documents.nodes) {
      // The ties of runs and papers are tested against plain SQL in papers.test.ts.
      const evidence = new Map<string, string[]>(
        runs.edges.map((edge: { node: { runId: string }; evidence: string[] }) => [
          edge.node.runId,
          edge.evidence,
        ]),
      );
      const rows = await api().sql(
        `select id::text as id, run_id from workflow.run_records where record_kind = 'question' and run_id = any($1) order by run_records.id`,
        [[...evidence.keys()]],
      );
      expect(runRecords.totalCount, docId).toBe(rows.length);
      expect(runRecords.edges).toEqual(
        rows.slice(0, 500).map(({ id, run_id }) => ({
          evidence: evidence.get(String(run_id)),
          node: { rowId: id, recordKind: 'question' },
        })),
      );
      found += rows.length;
    }
    expect(found).toBeGreaterThan(20);
  });
});

describe('the questions of a paper', () => {
  it('are filtered and paged as any list, in one statement', async ({ serve }) => {
    const opened = await databaseForTest('demo');
    const server = await serve(opened.database);
    opened.statements.length = 0;
    const { documents } = await server.data(
      `{ documents(first: 3) { nodes { all: runRecords(where: { status: { eq: "high" } }) { totalCount }
         runRecords(first: 2, where: { status: { eq: "high" } }) { nodes { status } pageInfo { hasNextPage } } } } }`,
    );
    expect(opened.statements).toHaveLength(1);
    for (const { all, runRecords } of documents.nodes) {
      expect(runRecords.nodes.length).toBe(Math.min(2, all.totalCount));
      expect(runRecords.pageInfo.hasNextPage).toBe(all.totalCount > 2);
      expect(new Set(runRecords.nodes.map(({ status }: { status: string }) => status))).toEqual(
        new Set(['high']),
      );
    }
  });

  it('are those of the other ties where the database has no vectors', async ({ serve }) => {
    const opened = await databaseForTest('demo');
    await opened.exec('drop table indexing.vectors cascade');
    const server = await serve(opened.database);
    const { documents } = await server.data(`{ documents(first: 100) { nodes { ${QUESTIONS} } } }`);
    const ties = documents.nodes.flatMap(
      ({ runRecords }: { runRecords: { edges: { evidence: string[] }[] } }) =>
        runRecords.edges.flatMap(({ evidence }) => evidence),
    );
    expect([...new Set(ties)].sort()).toEqual(['MANIFEST', 'PAPERS_DIR']);
  });
});
