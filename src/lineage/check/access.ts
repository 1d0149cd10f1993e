import { sql } from 'kysely';
import { Late, parameter, type Sql } from '../../database/sql.ts';
import { forbidden, missingScope } from '../../errors.ts';
import { remember } from '../../remember.ts';
import { policyOf, scopeOfColumn, scopeOfType } from '../../security/policies.ts';
import type { Principal, Scope } from '../../security/principal.ts';
import type { Asked } from '../asked.ts';

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
    if (this.bound && policyOf(type).project === 'none') {
      throw forbidden(`Rows of ${type} belong to no project, and this token is limited to projects.`);
    }
  }

  /** Throws FORBIDDEN. */
  checkColumn(type: string, field: string): void {
    this.#check(`${type}.${field}`, scopeOfColumn(type, field));
  }

  #check(what: string, scope: Scope): void {
    if (this.#scopes.has(scope)) return;
    throw missingScope(what, scope);
  }
}

/** Whether a project is one of the caller's. */
export const isTheirs = (project: Sql): Sql => sql`${project} = any(${theirProjects})`;

const accesses = new WeakMap<Principal, Access>();

/** Made once for each principal; without tokens there is one. */
export const accessOf = (principal: Principal): Access =>
  remember(accesses, principal, () => new Access(principal));
