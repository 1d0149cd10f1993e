import { sql } from 'kysely';
import type { RowAlias, Sql } from '../database/sql.ts';
import { columnsOfType } from './workflow-run-columns.ts';

/**
 * The rows of a subquery that is still being written: each column asked of it is noted, so that the subquery
 * selects what its readers use and nothing else.
 */
export class DerivedRow implements RowAlias {
  readonly #used = new Map<string, Sql>();
  readonly #source: RowAlias;
  readonly #type: string;
  readonly #alias: string;

  constructor(source: RowAlias, type: string, alias: string) {
    this.#source = source;
    this.#type = type;
    this.#alias = alias;
  }

  column(field: string): Sql {
    const name = columnsOfType(this.#type).get(field)?.name ?? field;
    if (!this.#used.has(name)) this.#used.set(name, this.#source.column(field));
    return sql.ref(`${this.#alias}.${name}`);
  }

  /** The select list of the subquery, once all its readers are written. */
  selectList(): Sql {
    if (this.#used.size === 0) return sql`1`;
    return sql.join([...this.#used].map(([name, column]) => sql`${column} as ${sql.ref(name)}`));
  }

  get name(): Sql {
    return sql.ref(this.#alias);
  }
}
