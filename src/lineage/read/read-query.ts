import { type GraphQLObjectType, getNamedType, isInterfaceType, isObjectType } from 'graphql';
import { LineageError } from '../../errors.ts';
import { type FieldArguments, NO_ARGUMENTS } from '../field-arguments.ts';
import { FOUND, MAX_FOUND, selectedAt } from '../found.ts';
import { type FoundNeed, type Need, needOf } from '../need.ts';
import { nodeRelation } from '../node-relation.ts';
import {
  type Cell,
  NO_PLACE,
  type NodeCell,
  type PageQuery,
  type Query,
  type RowQuery,
  type View,
} from '../query.ts';
import type { Relation } from '../relation.ts';
import { type CollectedField, collectFields, type DocumentParts, type Occurrence } from './collect-fields.ts';
import { type Condition, isAlways, isSame } from './condition.ts';
import type { Places } from './places.ts';

/** The arguments of the field at a place in the request whose shape is read. */
export type ArgumentsOf = (index: number) => FieldArguments | LineageError;

/** A list without page is small by nature; this bounds it where the database holds more than it should. */
const MAX_LIST = 500;

/** Reads the document below a root field as a query; `places` gathers the fields whose arguments matter. */
export class QueryReader {
  readonly #parts: DocumentParts;
  readonly #places: Places;
  readonly #argumentsOf: ArgumentsOf;
  /** The arguments that the relation of the root field declares itself. */
  #root: unknown;

  constructor(parts: DocumentParts, places: Places, argumentsOf: ArgumentsOf) {
    this.#parts = parts;
    this.#places = places;
    this.#argumentsOf = argumentsOf;
  }

  /** The one cell of a root field. */
  root(collected: CollectedField, need: Need): Cell {
    const [, given] = this.#place(collected, need);
    this.#root = given instanceof LineageError ? undefined : given.own;
    return this.#cell(collected, need);
  }

  /** What is asked of rows of a type, each value once. */
  cells(type: GraphQLObjectType, above: readonly Occurrence[], condition: Condition): readonly Cell[] {
    const columns = new Set<string>();
    const cells: Cell[] = [];
    for (const collected of collectFields(this.#parts, type, above)) {
      const need = needOf(collected.field.extensions);
      if (need?.kind === 'value') for (const field of need.fields) columns.add(field);
      else if (need) {
        const cell = this.#cell(collected, need);
        const isUnconditional = isAlways(collected.condition) || isSame(collected.condition, condition);
        cells.push(isUnconditional ? cell : { ...cell, condition: collected.condition });
      }
    }
    return [...[...columns].map((field): Cell => ({ kind: 'column', field })), ...cells];
  }

  #cell(collected: CollectedField, need: Need): Cell {
    const { key } = collected;
    const [place, given] = this.#place(collected, need);
    if (given instanceof LineageError) return { kind: 'error', as: 'field', key, error: given, place };
    if (need.kind === 'json') return { kind: 'json', key, field: need.field, place };
    if (need.kind === 'rows') {
      const query = this.#query(collected, need.relation, place, given);
      return { kind: 'query', key, query, shared: false, apart: false };
    }
    if (need.kind === 'node') return this.#node(collected, need);
    if (need.kind === 'found') return this.#found(collected, need, place, given);
    throw new Error(`${key} needs columns only.`);
  }

  #place(
    { field, occurrences }: CollectedField,
    need: Need,
  ): readonly [number, FieldArguments | LineageError] {
    const [first] = occurrences;
    if (!first) throw new Error(`The field ${field.name} is nowhere in the document.`);
    if (field.args.length === 0) return [NO_PLACE, NO_ARGUMENTS];
    const index = this.#places.indexOf({ field, node: first.node, need });
    return [index, this.#argumentsOf(index)];
  }

  #query(collected: CollectedField, relation: Relation, place: number, given: FieldArguments): Query {
    const type = getNamedType(collected.field.type);
    const { orders, otherwise } = given;
    const rows = { relation, place, orders, ...(otherwise && { otherwise }) };
    if (relation.as === 'connection') {
      if (!isObjectType(type)) throw new Error(`${relation.name} is no connection.`);
      return { kind: 'page', rows, page: given.page, ...this.#page(type, collected, relation, given) };
    }
    const cells = isObjectType(type)
      ? (relation.to.alwaysRead ?? []).reduce(
          withColumn,
          this.cells(type, collected.occurrences, collected.condition),
        )
      : [this.#mixed(collected, relation, given)];
    return relation.as === 'one'
      ? { kind: 'row', rows, cells }
      : { kind: 'list', rows, cells, limit: MAX_LIST };
  }

  /** Rows of any type, as the interface `Node` has them: one cell that is the row itself. */
  #mixed(
    collected: CollectedField,
    relation: Relation,
    { own }: FieldArguments,
    partial: { readonly partial?: true } = {},
  ): Cell {
    if (!relation.types) throw new Error(`${relation.name} does not say which types its rows are of.`);
    const of = relation.types(own, this.#root);
    return this.#node(collected, { kind: 'node', typeField: 'type', keyField: 'key', of, ...partial });
  }

  #node(
    { key, occurrences, condition }: CollectedField,
    { typeField, keyField, of, partial }: Need & { kind: 'node' },
  ): Cell {
    const types = of.map((name) => {
      const type = this.#parts.schema.getType(name);
      if (!isObjectType(type)) throw new Error(`${name} is no type of rows.`);
      const relation = nodeRelation(name, keyField);
      const rows = { relation, place: NO_PLACE, orders: [] };
      const query: RowQuery = { kind: 'row', rows, cells: this.cells(type, occurrences, condition) };
      return { type: name, query };
    });
    return { kind: 'node', key, typeField, of: types, ...(partial && { partial }) };
  }

  /** What the field itself reads of rows that were found, and what is selected of them, wherever it is. */
  #found(
    collected: CollectedField,
    { relation, at, cells: cellsOf }: FoundNeed,
    place: number,
    { own }: FieldArguments,
  ): Cell {
    const types = relation.types?.(own) ?? [];
    const read = types.map((type): NodeCell['of'][number] => {
      const rows = { relation: nodeRelation(type, 'key'), place: NO_PLACE, orders: [] };
      return { type, query: { kind: 'row', rows, cells: cellsOf(type, own) } };
    });
    const selected = this.#selectedAt(at, collected, []).map(({ field, path }) => {
      const cell = this.#node(field, { kind: 'node', typeField: 'type', keyField: 'key', of: types });
      return {
        ...cell,
        key: selectedAt(path),
        ...(!isAlways(field.condition) && { condition: field.condition }),
      };
    });
    const cells: readonly Cell[] = [{ kind: 'node', key: FOUND, typeField: 'type', of: read }, ...selected];
    const rows = { relation, place, orders: [] };
    const query: Query = { kind: 'list', rows, cells, limit: MAX_FOUND };
    return { kind: 'query', key: collected.key, query, shared: false, apart: false };
  }

  /** The fields that these names lead to, under whatever names the document gives them. */
  #selectedAt(
    [name, ...below]: readonly string[],
    { field, occurrences }: CollectedField,
    path: readonly string[],
  ): readonly { readonly field: CollectedField; readonly path: readonly string[] }[] {
    const type = getNamedType(field.type);
    if (!isObjectType(type)) return [];
    return collectFields(this.#parts, type, occurrences)
      .filter(({ field: { name: one } }) => one === name)
      .flatMap((found) => {
        const there = [...path, found.key];
        return below.length === 0 ? [{ field: found, path: there }] : this.#selectedAt(below, found, there);
      });
  }

  #page(
    type: GraphQLObjectType,
    { occurrences, condition }: CollectedField,
    relation: Relation,
    given: FieldArguments,
  ): Pick<PageQuery, 'views' | 'wants'> {
    const views: View[] = [];
    const cellsOf = (of: GraphQLObjectType, below: readonly Occurrence[]): readonly Cell[] =>
      withColumn(this.cells(of, below, condition), relation.to.presentBy);
    const addView = (path: View['path'], field: CollectedField): void => {
      const type = getNamedType(field.field.type);
      if (isObjectType(type)) views.push({ path, cells: cellsOf(type, field.occurrences) });
      if (isInterfaceType(type))
        views.push({ path, cells: [this.#mixed(field, relation, given, { partial: true })], isMixed: true });
    };
    const edgeKeys: string[] = [];
    const edgeColumns = new Set<string>();
    const parts = new Map<string, Condition>();
    const note = (fields: readonly CollectedField[]): readonly CollectedField[] => {
      for (const { field, condition: when } of fields)
        parts.set(field.name, [...(parts.get(field.name) ?? []), ...when]);
      return fields;
    };
    for (const found of note(collectFields(this.#parts, type, occurrences))) {
      const { key, field, occurrences: below } = found;
      if (field.name === 'nodes') addView([key], found);
      const inner = getNamedType(field.type);
      if (!isObjectType(inner)) continue;
      if (field.name === 'pageInfo') note(collectFields(this.#parts, inner, below));
      if (field.name !== 'edges') continue;
      edgeKeys.push(key);
      for (const part of note(collectFields(this.#parts, inner, below))) {
        const need = needOf(part.field.extensions);
        if (need?.kind === 'value') for (const column of need.fields) edgeColumns.add(column);
        if (part.field.name === 'node') addView([key, part.key], part);
      }
    }
    return { views, wants: { ...wantsOf(parts, condition), edgeKeys, edgeColumns: [...edgeColumns] } };
  }
}

/** With the column that tells whether there is a row at all. */
const withColumn = (cells: readonly Cell[], field: string | undefined): readonly Cell[] =>
  field === undefined || cells.some((cell) => cell.kind === 'column' && cell.field === field)
    ? cells
    : [{ kind: 'column', field }, ...cells];

const POSITION = ['hasNextPage', 'hasPreviousPage', 'startCursor', 'endCursor'];

function wantsOf(
  parts: ReadonlyMap<string, Condition>,
  condition: Condition,
): Omit<PageQuery['wants'], 'edgeKeys' | 'edgeColumns'> {
  const has = (...some: readonly string[]): boolean => some.some((part) => parts.has(part));
  const when = (...some: readonly string[]): Condition | undefined => {
    const found = some.flatMap((part) => parts.get(part) ?? []);
    return isAlways(found) || isSame(found, condition) ? undefined : found;
  };
  return {
    rows: has('nodes', 'edges', ...POSITION),
    rowsWhen: when('nodes', 'edges', ...POSITION),
    more: has('hasNextPage', 'hasPreviousPage'),
    cursors: has('cursor', 'startCursor', 'endCursor'),
    totalCount: has('totalCount'),
    totalCountWhen: when('totalCount'),
    estimatedCount: has('estimatedCount'),
  };
}
