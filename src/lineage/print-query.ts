import type { Order } from '../connection/keyset.ts';
import type { Cell, PageQuery, Query } from './query.ts';
import { printCondition } from './read/condition.ts';

/** A query as people read it: a line for each relation, with what is asked of its rows below it. */
export const printQuery = (cell: Cell): string => lines(cell, 0).join('\n');

function lines(cell: Cell, depth: number): readonly string[] {
  const when = cell.condition ? ` if ${printCondition(cell.condition)}` : '';
  const line = (text: string): string => `${'  '.repeat(depth)}${text}${when}`;
  switch (cell.kind) {
    case 'column':
      return [line(cell.field)];
    case 'json':
      return [line(`${cell.key}: json ${cell.field}`)];
    case 'error':
      return [line(`${cell.key}: ${cell.error.code}`)];
    case 'node':
      return [
        line(`${cell.key}: node by ${cell.typeField}`),
        ...cell.of.flatMap(({ query }) => queryLines(query, depth + 1)),
        ...(cell.lacks ?? []).map(({ type, error }) => `${'  '.repeat(depth + 1)}${type}: ${error.code}`),
      ];
    case 'query': {
      const [first = '', ...below] = queryLines(cell.query, depth);
      const shared = cell.shared ? ', each once' : '';
      const apart = cell.apart ? ', apart' : '';
      return [line(`${cell.key}: ${first.trimStart()}${shared}${apart}`), ...below];
    }
  }
}

function queryLines(query: Query, depth: number): readonly string[] {
  const indent = '  '.repeat(depth);
  const { relation } = query.rows;
  const head = `${indent}${query.kind} of ${relation.name}${startOf(relation.startsAt)}`;
  if (query.kind !== 'page') return [head, ...cellLines(query.cells, depth + 1)];
  const views = query.views.flatMap(({ path, cells }) => [
    `${indent}  ${path.join('.')}`,
    ...cellLines(cells, depth + 2),
  ]);
  return [`${head}${pageOf(query)}`, ...views];
}

/** Columns on one line, everything else on lines of its own. */
function cellLines(cells: readonly Cell[], depth: number): readonly string[] {
  const columns = cells.flatMap((cell) => (cell.kind === 'column' ? [cell.field] : []));
  const own = columns.length > 0 ? [`${'  '.repeat(depth)}${columns.join(' ')}`] : [];
  return [...own, ...cells.filter(({ kind }) => kind !== 'column').flatMap((cell) => lines(cell, depth))];
}

const startOf = (fields: readonly string[]): string =>
  fields.length > 0 ? ` from ${fields.join(', ')}` : '';

function pageOf({ page, rows, wants, isFew }: PageQuery): string {
  const order = rows.orders.map(printOrder).join(', ');
  const which = page.backward ? 'last' : 'first';
  const counts = [
    ...(wants.totalCount ? ['totalCount'] : []),
    ...(wants.estimatedCount ? ['estimatedCount'] : []),
  ];
  const limit = wants.rows ? `${isFew ? ' of few' : ''}, ${which} ${page.limit} by ${order}` : '';
  return `${limit}${counts.length > 0 ? `, ${counts.join(', ')}` : ''}`;
}

const printOrder = ({ field, descending, nullsSmallest }: Order): string =>
  `${field}${descending ? ' desc' : ''}${nullsSmallest ? ` nulls ${descending ? 'last' : 'first'}` : ''}`;
