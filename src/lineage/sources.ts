import { sql } from 'kysely';
import type { Capabilities } from '../database/capabilities.ts';
import { and, type RowAlias, type Sql } from '../database/sql.ts';
import { columnsOf, TABLES, type TableType } from '../database/tables.ts';
import { notInThisDatabase, notReadable } from '../errors.ts';
import { policyOf } from '../security/policies.ts';
import { DEFAULT_PROJECT } from '../security/policy.ts';
import { type Access, isTheirs } from './check/access.ts';
import { withComputed } from './computed.ts';
import { isHeader } from './header.ts';
import { computedOf } from './row-type.ts';
import type { Distribution, Source, Sources } from './source.ts';

/** The parts of one statement that name tables, as this database has them and this caller may read them. */
export class DatabaseSources implements Sources {
  readonly #capabilities: Capabilities;
  readonly #access: Access;
  readonly #aliases = new Map<string, number>();

  constructor(capabilities: Capabilities, access: Access) {
    this.#capabilities = capabilities;
    this.#access = access;
  }

  alias(name: string): string {
    const count = (this.#aliases.get(name) ?? 0) + 1;
    this.#aliases.set(name, count);
    return count === 1 ? name : `${name}_${count}`;
  }

  has(type: TableType, field?: string): boolean {
    const { name } = TABLES[type];
    if (field === undefined) return this.#capabilities.hasTable(name);
    const column = columnsOf(type).get(field);
    return column !== undefined && this.#capabilities.hasColumn(name, column.name);
  }

  hasIndex(type: TableType, fields: readonly string[]): boolean {
    const names = fields.map((field) => columnsOf(type).get(field)?.name);
    return this.#capabilities
      .indexesOf(TABLES[type].name)
      .some((index) => names.every((name) => index.slice(0, names.length).some((column) => column === name)));
  }

  rowsOf(type: TableType): number {
    return this.#capabilities.rowsOf(TABLES[type].name);
  }

  distributionOf(type: TableType): Distribution | undefined {
    const found = this.#capabilities.distributionOf(TABLES[type].name);
    if (!found) return undefined;
    const { column, group } = found;
    return { group, field: [...columnsOf(type).values()].find(({ name }) => name === column)?.field };
  }

  table(type: TableType): Source {
    const source = this.#whole(type);
    const where = this.#access.bound ? this.#bounds(type, source.row) : [];
    return withComputed(this, { ...source, where }, computedOf(type));
  }

  #whole(type: TableType): Source {
    this.#access.checkTable(type);
    const { name } = TABLES[type];
    if (!this.has(type)) {
      const what = `table ${name}`;
      throw this.#capabilities.isHidden(name) ? notReadable(what) : notInThisDatabase(what);
    }
    const alias = this.alias(name.slice(name.indexOf('.') + 1));
    return { from: sql`${sql.table(name)} as ${sql.ref(alias)}`, where: [], row: this.#row(type, alias) };
  }

  #row(type: TableType, alias: string): RowAlias {
    return {
      column: (field) => {
        const column = columnsOf(type).get(field);
        if (!column) throw new Error(`${type} has no column for ${field}.`);
        this.#access.checkColumn(type, field);
        const { name } = TABLES[type];
        if (!this.#capabilities.hasColumn(name, column.name)) {
          const what = `column ${name}.${column.name}`;
          throw this.#capabilities.isHidden(name, column.name) ? notReadable(what) : notInThisDatabase(what);
        }
        const value = sql.ref(`${alias}.${column.name}`);
        // Sessions are in UTC, and what has no time zone was written in it.
        return this.#capabilities.isWithoutZone(name, column.name)
          ? sql`(${value} at time zone 'UTC')`
          : value;
      },
    };
  }

  /**
   * Keeps a caller who is limited to projects to the rows of these, as the policy of the table says. A run belongs to the
   * project of its header; what names no project, to the default one.
   */
  #bounds(type: TableType, row: RowAlias): readonly Sql[] {
    const { project, runBy } = policyOf(type);
    if (project !== 'own' && project !== 'of its run') return [];
    const runId = runBy === undefined ? undefined : row.column(runBy);
    const ofRun = isTheirs(runId ? this.#projectOfRun(runId) : sql.lit(DEFAULT_PROJECT));
    // Without a project and without a run nothing tells whose row it is.
    if (project === 'of its run') return runId ? [sql`${runId} is not null`, ofRun] : [sql`false`];
    const own = sql`nullif(${row.column('projectId')}, '')`;
    return [sql`case when ${own} is not null then ${isTheirs(own)} else ${ofRun} end`];
  }

  #projectOfRun(runId: Sql): Sql {
    const header = this.#whole('RunRecord');
    const named = sql`select nullif(${header.row.column('projectId')}, '') from ${header.from} where ${and([
      sql`${header.row.column('runId')} = ${runId}`,
      ...isHeader(header.row),
    ])} limit 1`;
    return sql`coalesce((${named}), ${sql.lit(DEFAULT_PROJECT)})`;
  }
}
