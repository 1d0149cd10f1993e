import type { Database } from '../database/database.ts';
import {
  alembicRevision,
  type FoundIndex,
  foundIndexes,
  type ServerFacts,
  serverFacts,
  type TableSize,
  tableSizes,
} from './catalog.ts';
import { type OtherType, otherTypes } from './column-types.ts';
import { hiddenNames, missingColumns, missingTables } from './missing.ts';
import { type UnservedFilters, unservedFilters } from './unserved-filters.ts';
import { type WantedIndex, wantedIndexes } from './wanted-indexes.ts';

/** What the doctor found. */
export interface Report extends ServerFacts {
  readonly database: string;
  readonly revision: string | undefined;
  /** Tables of the graph that are not there. */
  readonly missingTables: readonly string[];
  /** Columns, `schema.table.column`, that are not there in tables that are. */
  readonly missingColumns: readonly string[];
  /** Tables and columns that are there but may not be read by this user. */
  readonly unreadable: readonly string[];
  readonly otherTypes: readonly OtherType[];
  readonly missingIndexes: readonly WantedIndex[];
  /** What an index could serve, if it is asked for often. */
  readonly unservedFilters: readonly UnservedFilters[];
  /** Indexes that a failed CREATE INDEX CONCURRENTLY left behind. */
  readonly invalidIndexes: readonly string[];
  readonly sizes: readonly TableSize[];
}

/** Reads the catalog, changes nothing. Rejects with DATABASE_UNAVAILABLE. */
export async function examine(database: Database): Promise<Report> {
  const capabilities = await database.capabilities();
  const { hasColumn } = capabilities;
  const found = await foundIndexes(database);
  return {
    ...(await serverFacts(database)),
    database: database.label,
    revision: await alembicRevision(database),
    missingTables: missingTables(capabilities),
    missingColumns: missingColumns(capabilities),
    unreadable: hiddenNames(capabilities),
    otherTypes: await otherTypes(database),
    missingIndexes: wantedIndexes().filter(
      (wanted) =>
        columnsIn(wanted).every((column) => hasColumn(wanted.table, column)) &&
        !found.some((index) => serves(index, wanted)),
    ),
    unservedFilters: unservedFilters(capabilities),
    invalidIndexes: found.flatMap(({ valid, name }) => (valid ? [] : [name])),
    sizes: await tableSizes(database),
  };
}

const columnsIn = ({ of, columns }: WantedIndex): readonly string[] =>
  of === undefined ? columns.map((column) => column.split(' ')[0] ?? column) : [of];

/** An index serves if it begins with the wanted columns, forward or backward, and holds the wanted rows. */
function serves(index: FoundIndex, wanted: WantedIndex): boolean {
  if (!index.valid || index.table !== wanted.table) return false;
  if (index.where !== undefined && !holds(index.where, wanted)) return false;
  const turned = wanted.columns.map((column) =>
    column.endsWith(' desc') ? column.slice(0, -' desc'.length) : `${column} desc`,
  );
  return [wanted.columns, turned].some((columns) =>
    columns.every((column, at) => plain(index.columns[at] ?? '') === plain(withoutCollation(column))),
  );
}

/** The catalog gives a column of an index without it. */
const withoutCollation = (column: string): string => column.replace(/ collate "\w+"$/, '');

/** What an edge looks for is never null; otherwise the condition must be the wanted one. */
const holds = (condition: string, { columns, where }: WantedIndex): boolean =>
  [`${columns[0]} is not null`, ...(where === undefined ? [] : [where])].some(
    (known) => plain(known) === plain(condition),
  );

/** PostgreSQL gives a condition back in its own words: `(record_kind = 'run'::text)`. */
const plain = (condition: string): string => condition.toLowerCase().replaceAll(/::[a-z ]+|[()\s"]/g, '');
