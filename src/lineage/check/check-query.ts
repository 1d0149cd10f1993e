import type { Order } from '../../connection/keyset.ts';
import type { RowAlias } from '../../database/sql.ts';
import { LineageError } from '../../errors.ts';
import type { Asked } from '../asked.ts';
import { attempt } from '../available.ts';
import { givenTo, sourceOf } from '../given.ts';
import type { Cell, ErrorCell, NodeCell, Query, RowQuery, Rows } from '../query.ts';
import { NO_PARENT } from '../relation.ts';
import type { Sources } from '../source.ts';
import { type Among, isApart } from './is-apart.ts';

/**
 * Asks for each part of a query whether this database has it and this caller may read it. What cannot be had becomes
 * an error in its own place, and the rest stands. Also says which rows are shared: what rows of a list lead to by a
 * key is read once for each different key; and what is a statement of its own.
 */
export class QueryCheck {
  readonly #sources: Sources;
  readonly #asked: Asked;

  constructor(sources: Sources, asked: Asked) {
    this.#sources = sources;
    this.#asked = asked;
  }

  /** Throws what the root itself lacks. */
  root(cell: Cell): Cell {
    const parent = cell.kind === 'query' ? this.#rootRow(cell.query) : NO_PARENT;
    const checked = this.#cell(cell, parent, 'root');
    if (checked.kind === 'error') throw this.#errorOf(checked);
    return checked;
  }

  /** Requests of the same shape can each be wrong in another way. */
  #errorOf({ error, place }: ErrorCell): LineageError {
    const own = place === undefined ? undefined : this.#asked.arguments[place];
    return own instanceof LineageError ? own : error;
  }

  #rootRow({ rows }: Query): RowAlias {
    return rows.relation.root?.(this.#sources, givenTo(rows, this.#asked, this.#sources)).row ?? NO_PARENT;
  }

  #cells(cells: readonly Cell[], row: RowAlias, among: Among): readonly Cell[] {
    const checked = cells.map((cell) => this.#cell(cell, row, among));
    const known = new Set(checked.flatMap((cell) => (cell.kind === 'column' ? [cell.field] : [])));
    const needed = new Set(checked.flatMap(startsOf).filter((field) => !known.has(field)));
    return [...[...needed].map((field): Cell => ({ kind: 'column', field })), ...checked];
  }

  #cell(cell: Cell, row: RowAlias, among: Among): Cell {
    const condition = cell.condition && { condition: cell.condition };
    try {
      if (cell.kind === 'column' || cell.kind === 'json') row.column(cell.field);
      if (cell.kind === 'query') {
        const { relation } = cell.query.rows;
        const apart = isApart(relation, this.#sources, among);
        const query = this.#query(cell.query, row, below(among, apart, cell.query));
        const shared = !apart && isOfList(among) && query.kind === 'row' && startsAtRow(query);
        return { ...cell, query, shared, apart };
      }
      if (cell.kind === 'node') {
        row.column(cell.typeField);
        return { ...cell, ...this.#types(cell, row) };
      }
      return cell;
    } catch (error) {
      if (!(error instanceof LineageError)) throw error;
      const key = cell.kind === 'column' ? cell.field : cell.key;
      return { kind: 'error', as: cell.kind === 'column' ? 'column' : 'field', key, error, ...condition };
    }
  }

  /** Throws where no type can be had. */
  #types({ of, partial }: NodeCell, row: RowAlias): Pick<NodeCell, 'of' | 'lacks'> {
    const checked = of.map(({ type, query }) => ({ type, query: attempt(() => this.#row(query, row)) }));
    const there = checked.flatMap(({ type, query }) =>
      query instanceof LineageError ? [] : [{ type, query }],
    );
    const lacks = checked.flatMap(({ type, query }) =>
      query instanceof LineageError ? [{ type, error: query }] : [],
    );
    const [lack] = lacks;
    if (partial || !lack) return { of: there };
    if (there.length === 0) throw lack.error;
    return { of: there, lacks };
  }

  #query(query: Query, parent: RowAlias, among: Among): Query {
    if (query.kind === 'row') return this.#row(query, parent, among);
    const { row, edge } = sourceOf(query.rows, this.#sources, parent, this.#asked);
    if (query.kind === 'list') {
      for (const { field } of query.rows.relation.orderBy ?? []) row.column(field);
      return { ...query, cells: this.#cells(query.cells, row, among) };
    }
    for (const field of query.wants.edgeColumns) edge?.column(field);
    return {
      ...query,
      rows: ordered(query.rows, row),
      views: query.views.map((view) => ({ ...view, cells: this.#cells(view.cells, row, among) })),
    };
  }

  #row(query: RowQuery, parent: RowAlias, among: Among = 'row'): RowQuery {
    const { relation } = query.rows;
    const { row } = relation.join
      ? relation.join(this.#sources, parent, givenTo(query.rows, this.#asked, this.#sources))
      : sourceOf(query.rows, this.#sources, parent, this.#asked);
    return { ...query, cells: this.#cells(query.cells, row, among) };
  }
}

/** What the cells of a query stand in. The rows of a part are one list, of all that lead to them. */
function below(among: Among, apart: boolean, { kind, rows }: Query): Among {
  if (apart) return 'list';
  if (kind !== 'row') return among === 'known' ? 'list of known' : 'list';
  return among === 'root' && rows.relation.root ? 'known' : 'row';
}

const isOfList = (among: Among): boolean => among === 'list' || among === 'list of known';

/** In their order, if its columns can be had; in the one by key otherwise, where nobody asked for an order. */
function ordered(rows: Rows, row: RowAlias): Rows {
  const read = (orders: readonly Order[]): void => {
    for (const { field } of orders) row.column(field);
  };
  const failed = attempt(() => read(rows.orders));
  if (!(failed instanceof LineageError)) return rows;
  if (!rows.otherwise) throw failed;
  read(rows.otherwise);
  return { ...rows, orders: rows.otherwise };
}

/** Rows found by a key that other rows can have too; sums stand for one row each. */
const startsAtRow = ({ rows: { relation } }: RowQuery): boolean =>
  relation.startsAt.length > 0 && relation.to.key.length > 0;

/** The columns by which a row leads to what is read apart from it: shared rows, and an estimate, made later. */
function startsOf(cell: Cell): readonly string[] {
  if (cell.kind !== 'query') return [];
  const { query, shared, apart } = cell;
  const isLater = shared || apart || (query.kind === 'page' && query.wants.estimatedCount);
  return isLater ? query.rows.relation.startsAt : [];
}
