import { sql } from 'kysely';
import { columnsByField, derivedColumn } from '../../database/tables.ts';
import { type Connection, CutRows, isRow, type Row, SLOTS } from '../../execution/row.ts';
import { type FieldArguments, NO_ARGUMENTS } from '../../lineage/field-arguments.ts';
import { MAX_FOUND } from '../../lineage/found.ts';
import { rowsNamed } from '../../lineage/joined.ts';
import { nodeRelation } from '../../lineage/node-relation.ts';
import type { Reference } from '../../lineage/nodes.ts';
import { type Cell, NO_PLACE, type NodeCell, type Query } from '../../lineage/query.ts';
import type { Relation } from '../../lineage/relation.ts';
import { idFieldOf, type RowType, rowOf } from '../../lineage/row-type.ts';
import type { Direction, Step } from './edge-kinds.ts';

/** A node from which a walk goes on, and which ways. */
export interface Departure extends Reference {
  readonly directions: ReadonlySet<Direction>;
}

/** What a step from a node leads to, in its order; `more`: it leads to more. An error says why it cannot be taken. */
export interface Arrival {
  readonly step: Step;
  readonly to: readonly Reference[] | Error;
  readonly more: boolean;
}

/** A departure as a row: the type of the node stands in the column of each way that is taken. */
const DEPARTURE: RowType = {
  name: 'Departure',
  columns: columnsByField([
    derivedColumn('UPSTREAM', 'String'),
    derivedColumn('DOWNSTREAM', 'String'),
    derivedColumn('key', 'String'),
    derivedColumn('place', 'Int', { nullable: false }),
  ]),
  key: ['place'],
  defaultOrder: [],
};

export const DIRECTIONS = ['UPSTREAM', 'DOWNSTREAM'] as const;

const DEPARTURES: Relation<readonly Departure[]> = {
  name: 'Lineage.departures',
  to: DEPARTURE,
  as: 'list',
  startsAt: [],
  description: '',
  reads: [],
  source: (sources, _parent, given) => {
    const alias = sources.alias('departure');
    const types = DIRECTIONS.map((direction) =>
      given.parameter(
        (all) => all.map(({ type, directions }) => (directions.has(direction) ? type : null)),
        'String',
        '[]',
      ),
    );
    const keys = given.parameter((all) => all.map(({ key }) => key), 'String', '[]');
    return {
      from: sql`unnest(${sql.join([...types, keys])}) with ordinality as ${sql.ref(alias)}(${sql.join(
        [...DIRECTIONS, 'key', 'place'].map((name) => sql.ref(name)),
      )})`,
      where: [],
      row: rowOf(DEPARTURE, (field) => sql.ref(`${alias}.${field}`)),
    };
  },
};

/** The statement of one level: what every departure leads to, `limit` rows for each step. */
export class Expansion {
  readonly query: Cell;
  readonly given: readonly FieldArguments[];
  readonly shape: string;
  readonly #steps: (type: string, direction: Direction) => readonly Step[];

  constructor(
    departures: readonly Departure[],
    steps: (type: string, direction: Direction) => readonly Step[],
    limit: number,
  ) {
    this.#steps = steps;
    const taken = DIRECTIONS.map((direction) => {
      const going = departures.filter(({ directions }) => directions.has(direction));
      return { direction, types: [...new Set(going.map(({ type }) => type))].sort() };
    });
    const nodes = taken.map(({ direction, types }): NodeCell => {
      const of = types.map((type): NodeCell['of'][number] => {
        const rows = { relation: nodeRelation(type, 'key'), place: NO_PLACE, orders: [] };
        const cells = steps(type, direction).map((step) => arrivals(step, limit));
        return { type, query: { kind: 'row', rows, cells } };
      });
      return { kind: 'node', key: direction, typeField: direction, of };
    });
    const rows = { relation: DEPARTURES, place: 0, orders: [] };
    const list: Query = { kind: 'list', rows, cells: nodes, limit: MAX_FOUND };
    this.query = { kind: 'query', key: 'level', query: list, shared: false, apart: false };
    this.given = [
      { ...NO_ARGUMENTS, own: departures },
      { ...NO_ARGUMENTS, page: { limit, backward: false, after: undefined, before: undefined } },
    ];
    const kinds = taken.flatMap(({ direction, types }) =>
      types.map((type) => `${type} ${steps(type, direction).map(({ relation }) => relation.name)}`),
    );
    this.shape = [limit, ...taken.map(({ types }) => types.join()), ...kinds].join('\n');
  }

  /** What a row of the answer leads to; undefined where the node does not exist. Throws what the node itself lacks. */
  read({ type, directions }: Departure, row: Row | undefined): readonly Arrival[] | undefined {
    const found: Arrival[] = [];
    for (const direction of directions) {
      const node = row?.[SLOTS]?.[direction];
      if (node instanceof Error) throw node;
      if (!isRow(node)) return undefined;
      found.push(
        ...this.#steps(type, direction).map((step) => arrival(step, node[SLOTS]?.[step.relation.name])),
      );
    }
    return found;
  }
}

/** Where the page of every step stands among the arguments. */
const PAGE = 1;

function arrivals({ relation }: Step, limit: number): Cell {
  const { to, as, name } = relation;
  const cells: readonly Cell[] = [{ kind: 'column', field: idFieldOf(rowsNamed(to.name)) }];
  const cell = (query: Query): Cell => ({ kind: 'query', key: name, query, shared: false, apart: false });
  if (as === 'one') return cell({ kind: 'row', rows: { relation, place: NO_PLACE, orders: [] }, cells });
  if (as === 'list')
    return cell({ kind: 'list', rows: { relation, place: NO_PLACE, orders: [] }, cells, limit });
  return cell({
    kind: 'page',
    rows: { relation, place: PAGE, orders: orderOf(to) },
    page: { limit, backward: false, after: undefined, before: undefined },
    views: [{ path: ['nodes'], cells }],
    wants: {
      rows: true,
      rowsWhen: undefined,
      more: true,
      cursors: false,
      edgeKeys: [],
      edgeColumns: [],
      totalCount: false,
      totalCountWhen: undefined,
      estimatedCount: false,
    },
  });
}

/** As the list itself is sorted. */
function orderOf({ defaultOrder, key }: RowType) {
  const descending = defaultOrder.at(-1)?.descending ?? false;
  const missing = key.filter((one) => !defaultOrder.some(({ field }) => field === one));
  return [...defaultOrder, ...missing.map((field) => ({ field, descending }))];
}

function arrival(step: Step, value: unknown): Arrival {
  if (value instanceof Error) return { step, to: value, more: false };
  const { name } = step.relation.to;
  const field = idFieldOf(rowsNamed(name));
  const { rows, more } = rowsIn(step, value);
  const to = rows.flatMap((row) => (row[field] == null ? [] : [{ type: name, key: String(row[field]) }]));
  return { step, to, more };
}

function rowsIn({ relation: { as } }: Step, value: unknown): { rows: readonly Row[]; more: boolean } {
  if (value instanceof CutRows) return { rows: value.rows, more: true };
  if (Array.isArray(value)) return { rows: value.filter(isRow), more: false };
  if (!isRow(value)) return { rows: [], more: false };
  if (as === 'one') return { rows: [value], more: false };
  const page: Connection = value;
  const nodes = page[SLOTS]?.nodes;
  return {
    rows: Array.isArray(nodes) ? nodes.filter(isRow) : [],
    more: page.pageInfo?.hasNextPage ?? false,
  };
}
