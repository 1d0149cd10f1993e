import { sql } from 'kysely';
import type { Capabilities } from '../database/capabilities.ts';
import { and, type RowAlias, type Sql } from '../database/sql.ts';
import { columnsOf, isTableType, TABLES, type TableType } from '../database/tables.ts';
import { notInThisDatabase } from '../errors.ts';
import { type Access, isTheirs } from './access.ts';
import { DerivedRow } from './derived-row.ts';
import type { Edge } from './edges.ts';
import { columnsOfType, NAMES_A_RUN } from './workflow-run-columns.ts';

/** Where rows come from: a FROM clause, the conditions that go with it, and the row it gives. */
export interface Source {
  readonly from: Sql;
  readonly where: readonly Sql[];
  readonly row: RowAlias;
}

/**
 * The parts of statements that name tables. Throws NOT_IN_THIS_DATABASE for a table or column that is not there, and
 * FORBIDDEN for one that the caller may not read.
 */
export class Sources {
  readonly #capabilities: Capabilities;
  readonly #access: Access;
  #aliases = 0;

  constructor(capabilities: Capabilities, access: Access) {
    this.#capabilities = capabilities;
    this.#access = access;
  }

  #alias(): string {
    this.#aliases += 1;
    return `t${this.#aliases}`;
  }

  /** The rows of a subquery over `source`, to be written. */
  derive(source: RowAlias, type: string): DerivedRow {
    return new DerivedRow(source, type, this.#alias());
  }

  /** All rows of a type; of workflow runs, those with a header. */
  all(type: string): Source {
    if (isTableType(type)) return this.table(type);
    const header = this.table('RunRecord');
    return {
      from: header.from,
      where: [...header.where, ...this.#areHeaders(header.row)],
      row: this.#run(header.row, header.row.column('runId')),
    };
  }

  table(type: TableType): Source {
    const source = this.#whole(type);
    return this.#access.bound ? { ...source, where: this.#bounds(type, source.row) } : source;
  }

  #whole(type: TableType): Source {
    this.#access.checkTable(type);
    const { name } = TABLES[type];
    if (!this.#capabilities.hasTable(name)) throw notInThisDatabase(`table ${name}`);
    const alias = this.#alias();
    return { from: sql`${sql.table(name)} as ${sql.ref(alias)}`, where: [], row: this.#row(type, alias) };
  }

  /**
   * Keeps a caller who is bound to projects to the rows of these. A row without a project of its own, or in a table
   * that has none, is of its run's project: that of the header.
   */
  #bounds(type: TableType, row: RowAlias): readonly Sql[] {
    const naming = NAMES_A_RUN.find((one) => one.type === type);
    if (!naming) return [];
    const header = this.#whole('RunRecord');
    const ofTheirRun = sql`exists (select from ${header.from} where ${and([
      sql`${header.row.column('runId')} = ${row.column(naming.field)}`,
      ...this.#isHeader(header.row),
      isTheirs(header.row),
    ])})`;
    if (!columnsOf(type).has('projectId')) return [ofTheirRun];
    return [
      sql`case when ${row.column('projectId')} is not null then ${isTheirs(row)} else ${ofTheirRun} end`,
    ];
  }

  #row(type: TableType, alias: string): RowAlias {
    return {
      column: (field) => {
        const column = columnsOf(type).get(field);
        if (!column) throw new Error(`${type} has no column for ${field}.`);
        this.#access.checkColumn(type, field);
        const { name } = TABLES[type];
        if (!this.#capabilities.hasColumn(name, column.name))
          throw notInThisDatabase(`column ${name}.${column.name}`);
        return sql.ref(`${alias}.${column.name}`);
      },
    };
  }

  #isHeader(row: RowAlias): readonly Sql[] {
    return [
      sql`${row.column('recordKind')} = 'run'`,
      sql`${row.column('step')} = ''`,
      sql`${row.column('recordKey')} = 'main'`,
    ];
  }

  /**
   * The same for a list of runs. PostgreSQL takes the three conditions for independent, so expects a fortieth of the
   * rows, and then sorts all of them for a page of 20; CASE hides two of them from its guess.
   */
  #areHeaders(row: RowAlias): readonly Sql[] {
    const [isRun, ...rest] = this.#isHeader(row);
    return isRun ? [isRun, sql`case when ${isRun} then ${and(rest)} end`] : [];
  }

  #run(header: RowAlias, runId: Sql, createdAt = header.column('createdAt')): RowAlias {
    return {
      column: (field) => {
        if (field === 'runId') return runId;
        if (field === 'createdAt') return createdAt;
        if (!columnsOfType('WorkflowRun').has(field))
          throw new Error(`WorkflowRun has no column for ${field}.`);
        return header.column(field);
      },
    };
  }

  /** The workflow runs with these ids (a subquery of one column), with or without a header; unknown ones left out. */
  runs(ids: Sql, known: boolean): Source {
    const alias = sql.ref(this.#alias());
    const runId = sql`${alias}.run_id`;
    const header = this.table('RunRecord');
    const from = sql`(${ids}) as ${alias}(run_id) left join ${header.from} on ${and([
      sql`${header.row.column('runId')} = ${runId}`,
      ...this.#isHeader(header.row),
      ...header.where,
    ])}`;
    const naming = this.#naming();
    const named = naming.map(
      ({ source, runId: names }) =>
        sql`exists (select from ${source.from} where ${and([sql`${names} = ${runId}`, ...source.where])})`,
    );
    const earliest = naming.map(
      ({ source, runId: names }) =>
        sql`(select min(${source.row.column('createdAt')}) from ${source.from} where ${and([
          sql`${names} = ${runId}`,
          ...source.where,
        ])})`,
    );
    return {
      from,
      // CASE keeps PostgreSQL from asking all tables about a run whose header it has found.
      where: known
        ? []
        : [
            sql`case when ${header.row.column('rowId')} is not null then true else ${sql.join(named, sql` or `)} end`,
          ],
      row: this.#run(
        header.row,
        runId,
        sql`coalesce(${header.row.column('createdAt')}, least(${sql.join(earliest)}))`,
      ),
    };
  }

  #naming(): { readonly source: Source; readonly runId: Sql }[] {
    return NAMES_A_RUN.filter(({ type }) => this.#capabilities.hasTable(TABLES[type].name)).map(
      ({ type, field }) => {
        const source = this.table(type);
        return { source, runId: source.row.column(field) };
      },
    );
  }

  /** Ids that some table names although no header record has them. Reads the run ids of whole tables. */
  idsWithoutHeader(): Sql {
    const named = this.#naming().map(
      ({ source, runId }) =>
        sql`select ${runId} from ${source.from} where ${and([sql`${runId} is not null`, ...source.where])}`,
    );
    const header = this.table('RunRecord');
    return sql`(${sql.join(named, sql` union `)}) except select ${header.row.column('runId')} from ${
      header.from
    } where ${and([...this.#isHeader(header.row), ...header.where])}`;
  }

  /** The rows at the far end of an edge. `parent` null: all rows, as a root field gives them. */
  child(edge: Edge, parentType: string, parent: RowAlias): Source {
    const hops = this.#hops(edge, parent);
    const last = hops.at(-1);
    const from = last?.row ?? parent;
    if (edge.to === 'WorkflowRun' && edge.on.runId !== undefined) {
      return this.#runsOf(edge, parentType, from, hops);
    }
    const child = this.all(edge.to);
    const fixed = Object.entries(edge.where ?? {}).map(
      ([field, value]) => sql`${child.row.column(field)} = ${sql.lit(value)}`,
    );
    const where = [...child.where, ...fixed];
    const pairs = Object.entries(edge.on);
    if (hops.length === 0) {
      const joined = pairs.map(([field, of]) => sql`${child.row.column(field)} = ${from.column(of)}`);
      return { ...child, where: [...joined, ...where] };
    }
    const through = sql.join(hops.map((hop) => hop.from));
    const conditions = and(hops.flatMap((hop) => hop.where));
    const inHops = pairs.map(
      ([field, of]) =>
        sql`${child.row.column(field)} in (select ${from.column(of)} from ${through} where ${conditions})`,
    );
    return { ...child, where: [...inHops, ...where] };
  }

  #runsOf(edge: Edge, parentType: string, from: RowAlias, hops: readonly Source[]): Source {
    const of = edge.on.runId ?? 'runId';
    const id = from.column(of);
    const conditions = and([...hops.flatMap((hop) => hop.where), sql`${id} is not null`]);
    const ids =
      hops.length === 0
        ? sql`select ${id} where ${conditions}`
        : sql`select distinct ${id} from ${sql.join(hops.map((hop) => hop.from))} where ${conditions}`;
    const naming = edge.via?.at(-1)?.to ?? parentType;
    return this.runs(
      ids,
      NAMES_A_RUN.some(({ type, field }) => type === naming && field === of),
    );
  }

  #hops(edge: Edge, parent: RowAlias): readonly Source[] {
    const hops: Source[] = [];
    for (const { to, on } of edge.via ?? []) {
      const from = hops.at(-1)?.row ?? parent;
      const hop = this.all(to);
      const joined = Object.entries(on).map(
        ([field, of]) => sql`${hop.row.column(field)} = ${from.column(of)}`,
      );
      hops.push({ ...hop, where: [...hop.where, ...joined] });
    }
    return hops;
  }

  /**
   * For an edge through other tables, the hops on their own: the statement then limits the children of each last hop
   * inside the database. Undefined where children can come several ways (`distinct`) or no other table is passed.
   */
  hopsOf(edge: Edge, parent: RowAlias): Source | undefined {
    if (!edge.via || edge.distinct || edge.to === 'WorkflowRun') return undefined;
    const hops = this.#hops(edge, parent);
    const last = hops.at(-1);
    if (!last) return undefined;
    return {
      from: sql.join(hops.map((hop) => hop.from)),
      where: hops.flatMap((hop) => hop.where),
      row: last.row,
    };
  }
}
