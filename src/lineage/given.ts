import { whereSql } from '../connection/where.ts';
import { Late, parameter, type RowAlias } from '../database/sql.ts';
import { type Asked, argumentsAt, whereAt } from './asked.ts';
import { NO_PLACE, type Rows } from './query.ts';
import { relatedTo } from './related.ts';
import type { Given } from './relation.ts';
import type { RowType } from './row-type.ts';
import type { Source, Sources } from './source.ts';

/** Kept to the rows that the argument `where` of the field at `place` lets through. */
function filteredBy(source: Source, type: RowType, place: number, asked: Asked, sources: Sources): Source {
  const where = place === NO_PLACE ? undefined : argumentsAt(asked, place).where;
  if (!where) return source;
  const related = relatedTo(sources, type, source.row);
  const filter = whereSql(where, { columns: type.columns, row: source.row, related }, whereAt(place));
  return { ...source, where: [...source.where, filter] };
}

/** What a relation may know of this use of it. */
export function givenTo({ relation, place }: Rows, asked: Asked, sources: Sources): Given<unknown> {
  const own = place === NO_PLACE ? undefined : argumentsAt(asked, place);
  return {
    args: own?.own,
    where: own?.where,
    parameter: (pick, kind, list = '') =>
      parameter(new Late((later: Asked) => pick(argumentsAt(later, place).own)), kind, list),
    filtered: (source) => filteredBy(source, relation.filters ?? relation.to, place, asked, sources),
  };
}

/** The rows of a query before their page, with their filter. */
export function sourceOf(rows: Rows, sources: Sources, parent: RowAlias, asked: Asked): Source {
  const { relation, place } = rows;
  const source = relation.source(sources, parent, givenTo(rows, asked, sources));
  return relation.filters ? source : filteredBy(source, relation.to, place, asked, sources);
}
