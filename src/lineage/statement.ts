import { sql } from 'kysely';
import { type Where, whereSql } from '../connection/where.ts';
import { and, flattenCells, jsonArray, Late, parameter, type RowAlias, type Sql } from '../database/sql.ts';
import { LineageError } from '../errors.ts';
import type { Row } from '../execution/row.ts';
import type { FieldArguments } from './arguments.ts';
import { type Edge, startOf } from './edges.ts';
import { columnReader, jsonColumn } from './json-column.ts';
import type { Sum } from './need.ts';
import { pagePart } from './page-sql.ts';
import { argumentsAt, asCells, asItIs, type Part, type Request, whereAt } from './request.ts';
import { RowList } from './row-list.ts';
import { compileReader, type Reader, type RowReader } from './row-reader.ts';
import type { SelectedField, Selection } from './selection.ts';
import type { Source, Sources } from './source.ts';
import { columnsOfType, keyOf } from './workflow-run-columns.ts';

/** What one row brings: its JSON values, and how they become the row. */
export interface RowPart extends RowReader {
  readonly cells: readonly Sql[];
}

/** A list without page is small by nature; this bounds it where the database holds nonsense. */
const MAX_LIST = 500;

/**
 * Writes the SQL of a selection. What hangs below by further edges comes along inside, as subqueries limited per
 * parent; each row travels as a JSON array by position. A part that this database cannot give, or whose arguments
 * are wrong, becomes an Error in its own place and leaves the rest of the statement standing.
 */
export class StatementWriter {
  readonly sources: Sources;
  /** The request whose shape is being written; its values must not be used, only what is in the shape. */
  readonly #request: Request;

  constructor(sources: Sources, request: Request) {
    this.sources = sources;
    this.#request = request;
  }

  /** The row of `selection`, read from `row`, which may be one of a list. */
  row(selection: Selection, row: RowAlias, list?: RowList): RowPart {
    const cells: Sql[] = [];
    const columns = new Map<string, Reader>();
    const slots = new Map<string, Reader>();
    const add = (readers: Map<string, Reader>, property: string, write: () => Part): void => {
      if (readers.has(property)) return;
      const part = attempt(write);
      const index = part.sql ? cells.push(part.sql) - 1 : -1;
      readers.set(property, { index, read: part.read === asItIs ? undefined : part.read });
    };
    for (const field of selection.fields) {
      for (const column of columnsNeeded(field)) {
        add(columns, column, () => ({
          sql: jsonColumn(selection.type, column, row),
          read: columnReader(selection.type, column),
        }));
      }
      if (field.need.kind !== 'columns')
        add(slots, field.key, () => this.slot(field, selection.type, row, list));
    }
    return { cells, ...compileReader(columns, slots) };
  }

  /** What a field other than a column needs. */
  slot(field: SelectedField, parentType: string, parent: RowAlias, list?: RowList): Part {
    const given = this.#request.arguments[field.site];
    if (given instanceof LineageError)
      return { sql: undefined, read: (_, request) => request.arguments[field.site] };
    const { need } = field;
    if (need.kind === 'json') return this.#json(field, need.field, parent, given);
    if (need.kind === 'sum') return this.#sum(field, need.edge, parentType, parent, given);
    if (need.kind === 'columns') throw new Error(`${field.key} needs columns only.`);
    const { edge } = need;
    if (edge.as === 'connection' && given) return this.#connection(field, edge, parentType, parent, given);
    const [view] = field.views;
    if (!view) throw new Error(`Nothing is selected of ${field.key}.`);
    if (edge.as !== 'one') return this.#list(view.selection, edge, parentType, parent);
    const one = (from: RowAlias): Part => this.one(view.selection, edge, parentType, from);
    return list?.canShare(edge)
      ? list.share(edge, this.sources.derive(list.row, parentType), one)
      : one(parent);
  }

  #json(field: SelectedField, column: string, row: RowAlias, given: FieldArguments | undefined): Part {
    const json = row.column(column);
    if (!given || given.path.length === 0) return { sql: json, read: asItIs };
    const path = (request: Request): readonly string[] => argumentsAt(request, field.site).path;
    return { sql: sql`${json} #> ${parameter(new Late(path), 'String', '[]')}`, read: asItIs };
  }

  one(selection: Selection, edge: Edge, parentType: string, parent: RowAlias): Part {
    const source = this.sources.child(edge, parentType, parent);
    const row = this.row(selection, source.row);
    const key = keyOf(edge.to);
    const order = Object.hasOwn(edge.on, key) ? sql`` : sql` order by ${source.row.column(key)}`;
    return {
      sql: sql`(select ${jsonArray(row.cells)} from ${source.from} where ${and(source.where)}${order} limit 1)`,
      read: (value, request) => {
        if (value == null) return null;
        return row.one(flattenCells(asCells(value), row.cells.length), request);
      },
    };
  }

  #list(selection: Selection, edge: Edge, parentType: string, parent: RowAlias): Part {
    const source = this.sources.child(edge, parentType, parent);
    const alias = this.sources.derive(source.row, edge.to);
    const list = new RowList(alias, edge.to);
    const row = this.row(selection, alias, list);
    const order = sql.join(
      (edge.orderBy ?? []).map(({ field, sequence }) => {
        const column = source.row.column(field);
        return sequence
          ? sql`array_position(array[${sql.join(sequence.map((item) => sql.lit(item)))}], ${column})`
          : column;
      }),
    );
    const rows = (): Sql =>
      sql`(select ${alias.selectList()} from ${source.from} where ${and(source.where)} order by ${order} limit ${sql.lit(MAX_LIST)})`;
    return {
      sql: list.write(row.cells, rows),
      read: (value, request) => row.many(list.read(value, row.cells, request), 0, request),
    };
  }

  #sum(
    field: SelectedField,
    edge: Edge,
    parentType: string,
    parent: RowAlias,
    given: FieldArguments | undefined,
  ): Part {
    const source = this.filtered(
      this.sources.child(edge, parentType, parent),
      edge,
      given,
      whereAt(field.site),
    );
    const parts = field.sums.map(({ name, sum }) => ({
      name,
      part: attempt(() => ({
        sql: sumSql(sum, source.row),
        read: asItIs,
      })),
    }));
    const cells = parts.flatMap(({ part }) => part.sql ?? []);
    return {
      sql: sql`(select ${jsonArray(cells)} from ${source.from} where ${and(source.where)})`,
      read: (value, request, of) => {
        const values = asCells(value)[Symbol.iterator]();
        const read = ({ name, part }: (typeof parts)[number]) => [
          name,
          part.read(part.sql ? values.next().value : undefined, request, of),
        ];
        return Object.fromEntries(parts.map(read));
      },
    };
  }

  #connection(
    field: SelectedField,
    edge: Edge,
    parentType: string,
    parent: RowAlias,
    given: FieldArguments,
  ): Part {
    const rows = pagePart(this, field, edge, parentType, parent, given);
    const count = field.parts.has('totalCount')
      ? this.#count(field, edge, parentType, parent, given)
      : undefined;
    const cells = [rows?.sql, count].flatMap((part) => part ?? []);
    const [only] = cells;
    return {
      sql: cells.length === 1 ? only : jsonArray(cells),
      read: (value, request, of) => {
        const found = cells.length === 1 ? [value] : [...asCells(value)];
        const page = rows ? rows.read(found.shift(), request, of) : {};
        const totalCount = count && { totalCount: found.shift() };
        const asked = argumentsAt(request, field.site);
        const estimate = { estimate: () => this.#estimate(edge, parentType, of, asked) };
        return Object.assign(Object(page), totalCount, estimate);
      },
    };
  }

  #count(field: SelectedField, edge: Edge, parentType: string, parent: RowAlias, given: FieldArguments): Sql {
    const source = this.filtered(
      this.allOf(edge, parentType, parent, given),
      edge,
      given,
      whereAt(field.site),
    );
    return sql`(select count(*) from ${source.from} where ${and(source.where)})`;
  }

  /** The rows of a connection before its filter and page. */
  allOf(edge: Edge, parentType: string, parent: RowAlias, given: FieldArguments): Source {
    if (!given.withoutHeader) return this.sources.child(edge, parentType, parent);
    return this.sources.runs(this.sources.idsWithoutHeader(), true);
  }

  filtered(
    source: Source,
    edge: Edge,
    given: FieldArguments | undefined,
    read: (request: Request) => Where,
  ): Source {
    if (!given?.where) return source;
    return {
      ...source,
      where: [...source.where, whereSql(given.where, source.row, columnsOfType(edge.to), read)],
    };
  }

  /** The rows of a connection as a statement of its own, for the planner to estimate: the parent's row is known by now. */
  #estimate(edge: Edge, parentType: string, of: Row, given: FieldArguments): Sql {
    const parent: RowAlias = {
      column: (field) => parameter(of[field], columnsOfType(parentType).get(field)?.kind ?? 'String'),
    };
    const source = this.filtered(
      this.allOf(edge, parentType, parent, given),
      edge,
      given,
      () => given.where ?? {},
    );
    return sql`select from ${source.from} where ${and(source.where)}`;
  }
}

function sumSql(sum: Sum, row: RowAlias): Sql {
  if (sum.of === 'rows') return sql`count(*)`;
  const total = sql`sum(${row.column(sum.field)})`;
  return sum.ofNothing === null ? total : sql`coalesce(${total}, 0)`;
}

/** An estimate is made after the rows are there, from the columns where the edge starts. */
function columnsNeeded({ need, parts }: SelectedField): readonly string[] {
  if (need.kind === 'columns') return need.fields;
  if (need.kind === 'edge' && parts.has('estimatedCount')) return startOf(need.edge);
  return [];
}

/** An error that is the caller's to know stays in its place; the statement goes on without the part. */
function attempt(write: () => Part): Part {
  try {
    return write();
  } catch (error) {
    if (error instanceof LineageError) return { sql: undefined, read: () => error };
    throw error;
  }
}
