import { isEnumType, isNonNullType, isObjectType } from 'graphql';
import { expect } from 'vitest';
import { isTypeName } from '../../../src/schema/builder.ts';
import { schema } from '../../../src/schema/schema.ts';
import { databaseForTest } from '../../support/databases.ts';
import { serverTest as it } from '../../support/server-test.ts';

it('a value outside a closed set is an error at its field, in a list and alone, and the rest stands', async ({
  serve,
}) => {
  const { database, exec, sql } = await databaseForTest('demo');
  await exec(`alter table workflow.async_jobs drop constraint if exists ck_async_jobs_status;
    do $$ declare name text; begin for name in select conname from pg_constraint
      where conrelid = 'workflow.async_jobs'::regclass and contype = 'c' loop
      execute format('alter table workflow.async_jobs drop constraint %I', name); end loop; end $$;
    update workflow.async_jobs set status = 'paused' where id = (select min(id) from workflow.async_jobs)`);
  const rows = await sql('select id::text, status from workflow.async_jobs order by id');
  const server = await serve(database);
  const { data, errors } = await server.ask(
    `query ($id: BigInt!) { asyncJobs { nodes { rowId status } edges { node { jobType } } } asyncJob(rowId: $id) { rowId status } }`,
    { id: rows[0]?.id },
  );
  expect(data.asyncJobs.nodes).toEqual(
    rows.map(({ id, status }) => ({
      rowId: id,
      status: status === 'paused' ? null : String(status).toUpperCase(),
    })),
  );
  expect(data.asyncJob).toEqual({ rowId: rows[0]?.id, status: null });
  expect(errors?.map(({ path, extensions }) => `${path?.join('.')} ${extensions.code}`)).toEqual([
    'asyncJobs.nodes.0.status STORED_VALUE',
    'asyncJob.status STORED_VALUE',
  ]);
  expect(JSON.stringify(errors)).not.toContain('paused');
});

it('each field of a closed set can be null', () => {
  const strict = Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) || !isTypeName(type.name)) return [];
    const fields = Object.values(type.getFields());
    return fields.filter((field) => isNonNullType(field.type) && isEnumType(field.type.ofType));
  });
  expect(strict).toEqual([]);
});
