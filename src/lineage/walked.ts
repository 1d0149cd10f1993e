import { sql } from 'kysely';
import { and, type RowAlias, type Sql } from '../database/sql.ts';
import { columnName } from '../database/tables.ts';
import type { Source, Sources } from './source.ts';
import { union } from './union.ts';

/** What a row leads to. It asks the row for nothing but the fields of the walk, and gives rows that have them. */
type Step = (row: RowAlias) => Source;

interface Walk {
  /** The rows where it begins, or one row that is there. */
  readonly from: Pick<Source, 'row'> & Partial<Source>;
  /** What is known of each row on the way; first that by which rows are told apart. */
  readonly fields: readonly string[];
  readonly distance?: Distance;
}

interface Distance {
  /** That of the rows where the walk begins. */
  readonly from: 0 | 1;
  readonly atMost: Sql;
  /** Each row once, at its shortest distance, or the one that is furthest away. */
  readonly give: 'each' | 'last';
}

/**
 * The rows where a walk begins, and those to which these edges lead from there, again and again, as `fields`. Without a
 * distance, what was found before is not followed again, which ends circles. With one, its bound ends them, and the
 * rows are the first of `fields` and `distance`. An edge that cannot be had is left out, as in `union`.
 */
export function walked(
  sources: Sources,
  name: string,
  edges: readonly Step[],
  { from, fields, distance }: Walk,
): Source {
  const alias = sources.alias(name);
  const walk = sql.ref(alias);
  const at = (field: string): Sql => sql.ref(`${alias}.${columnName(field)}`);
  const known: RowAlias = {
    column: (field) => {
      if (fields.includes(field)) return at(field);
      throw new Error(`The walk ${name} knows ${fields.join(', ')} of a row, but not ${field}.`);
    },
  };
  const rows = (of: Walk['from'], away: Sql): Sql => {
    const columns = fields.map((field) => sql`${of.row.column(field)} as ${sql.ref(columnName(field))}`);
    const selected = sql.join(distance ? [...columns, sql`${away} as distance`] : columns);
    return of.from
      ? sql`select ${selected} from ${of.from} where ${and(of.where ?? [])}`
      : sql`select ${selected}`;
  };
  const first = rows(from, sql.lit(distance?.from ?? 0));
  const step = union(
    sources,
    'step',
    edges.map((edge) => () => edge(known)),
  );
  // UNION drops a row that was found before, at the same distance if there is one.
  const again = sql`select next.* from ${walk} cross join lateral (${rows(step, sql`${at('distance')} + 1`)}) as next${
    distance ? sql` where ${at('distance')} < ${distance.atMost}` : sql``
  }`;
  return {
    from: sql`(with recursive ${walk} as (${first} union ${again}) ${given(walk, fields.map(columnName), distance)}) as ${walk}`,
    where: [],
    row: { column: (field) => (distance && field === 'distance' ? at(field) : known.column(field)) },
  };
}

function given(walk: Sql, names: readonly string[], distance: Distance | undefined): Sql {
  const [first = ''] = names;
  const name = sql.ref(first);
  if (distance?.give === 'each')
    return sql`select ${name}, min(distance) as distance from ${walk} group by ${name}`;
  if (distance?.give === 'last')
    return sql`select ${name}, distance from ${walk} order by distance desc limit 1`;
  return sql`select ${sql.join(names.map((one) => sql.ref(one)))} from ${walk}`;
}
