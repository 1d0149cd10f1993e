import { describe, expect, it } from 'vitest';
import { columnsOf, isTableType, TABLES, type Table } from '../../src/database/tables.ts';
import { foundIndexes } from '../../src/doctor/catalog.ts';
import { databaseForTest } from '../support/databases.ts';

const GROWING = Object.entries<Table>(TABLES).flatMap(([type, { name, indexed }]) =>
  isTableType(type) && indexed ? [{ type, name, indexed }] : [],
);

describe('the fields that descriptions call indexed', () => {
  it.each(GROWING)(
    'are those of $type by which an index of a real deployment finds rows',
    async ({ type, name, indexed }) => {
      const { database } = await databaseForTest('empty');
      const found = await foundIndexes(database);
      const leading = found.filter(({ table }) => table === name).map(({ columns: [first] }) => first);
      const fieldOf = new Map([...columnsOf(type)].map(([field, column]) => [column.name, field]));
      // An index on created_at is descending.
      const fields = leading.flatMap((column) => fieldOf.get(String(column).replace(/ desc$/, '')) ?? []);
      expect([...new Set(fields)].sort()).toEqual([...indexed].sort());
    },
  );
});
