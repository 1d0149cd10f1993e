import { whereSql } from '../connection/where.ts';
import { Late, parameter, type RowAlias } from '../database/sql.ts';
import { LineageError } from '../errors.ts';
import { type Asked, argumentsAt, whereAt } from './asked.ts';
import { NO_PLACE, type Rows } from './query.ts';
import { relatedTo } from './related.ts';
import type { Given } from './relation.ts';
import type { RowType } from './row-type.ts';
import type { Source, Sources } from './source.ts';

/**
 * Kept to the rows that the argument `where` of the field at `place` lets through. The rows of one value come along an
 * index on it and the order; of a value with many rows the planner would rather walk the order through all rows.
 */
function filteredBy(
  source: Source,
  type: RowType,
  place: number,
  asked: Asked,
  sources: Sources,
  hidden?: string,
): Source {
  const where = place === NO_PLACE ? undefined : argumentsAt(asked, place).where;
  if (!where) return source;
  const related = relatedTo(sources, type, source.row);
  const filter = whereSql(
    where,
    { columns: type.columns, row: source.row, related, ...(hidden && { hidden }) },
    whereAt(place),
  );
  return { ...source, where: [...source.where, filter] };
}

/** What a relation may know of this use of it. */
export function givenTo(
  { relation, place }: Rows,
  asked: Asked,
  sources: Sources,
  isCount = false,
): Given<unknown> {
  const own = place === NO_PLACE ? undefined : argumentsAt(asked, place);
  const [root] = asked.arguments;
  return {
    args: own?.own,
    root: root instanceof LineageError ? undefined : root?.own,
    where: own?.where,
    isCount,
    parameter: (pick, kind, list = '') =>
      parameter(new Late((later: Asked) => pick(argumentsAt(later, place).own)), kind, list),
    filtered: (source) => filteredBy(source, relation.filters ?? relation.to, place, asked, sources),
  };
}

/** The rows of a query before their page, with their filter. */
export function sourceOf(
  rows: Rows,
  sources: Sources,
  parent: RowAlias,
  asked: Asked,
  isCount = false,
): Source {
  const { relation, place } = rows;
  const source = relation.source(sources, parent, givenTo(rows, asked, sources, isCount));
  const hidden = isCount ? undefined : relation.orderWithin?.field;
  return relation.filters ? source : filteredBy(source, relation.to, place, asked, sources, hidden);
}
