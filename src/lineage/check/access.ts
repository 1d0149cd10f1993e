import { sql } from 'kysely';
import { Late, parameter, type RowAlias, type Sql } from '../../database/sql.ts';
import { LineageError } from '../../errors.ts';
import { remember } from '../../remember.ts';
import type { Principal, Scope } from '../../security/principal.ts';
import { scopeOfColumn, scopeOfType } from '../../security/scopes.ts';
import type { Asked } from '../asked.ts';

/** It cannot be known to which project rows of these belong. A caller who is limited to projects sees none of them. */
const OF_NO_PROJECT: ReadonlySet<string> = new Set(['AsyncJob', 'QueryCacheEntry', 'RequestFailure']);

const theirProjects = parameter(new Late(({ projects }: Asked) => projects), 'String', '[]');

/**
 * What a caller may read. Statements ask it for each table and column they name, wherever they name it: as a field, in
 * a filter, an order, a sum or a key.
 */
export class Access {
  readonly #scopes: Principal['scopes'];
  /** Whether the caller is bound to projects; which ones is the request's, so that statements can be shared. */
  readonly bound: boolean;
  /** Callers with the same may share statements. */
  readonly shape: string;

  constructor({ scopes, projects }: Principal) {
    this.#scopes = scopes;
    this.bound = projects !== undefined;
    this.shape = `${[...scopes].join()} ${this.bound}`;
  }

  /** Throws FORBIDDEN. */
  checkTable(type: string): void {
    this.#check(type, scopeOfType(type));
    if (this.bound && OF_NO_PROJECT.has(type)) {
      throw new LineageError(
        'FORBIDDEN',
        `Rows of ${type} are of no project, and the token is bound to some.`,
      );
    }
  }

  /** Throws FORBIDDEN. */
  checkColumn(type: string, field: string): void {
    this.#check(`${type}.${field}`, scopeOfColumn(type, field));
  }

  #check(what: string, scope: Scope): void {
    if (this.#scopes.has(scope)) return;
    throw new LineageError('FORBIDDEN', `${what} needs the scope ${scope}, which the token does not have.`, {
      scope,
    });
  }
}

/** Whether a row is of one of the caller's projects. */
export const isTheirs = (row: RowAlias): Sql => sql`${row.column('projectId')} = any(${theirProjects})`;

const accesses = new WeakMap<Principal, Access>();

/** Made once for each principal; without tokens there is one. */
export const accessOf = (principal: Principal): Access =>
  remember(accesses, principal, () => new Access(principal));
