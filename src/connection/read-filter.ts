import { badInput, costLimitExceeded, type LineageError } from '../errors.ts';
import { remember } from '../remember.ts';
import {
  type Condition,
  countConditions,
  type Filter,
  isWhere,
  type Quantifier,
  type Where,
} from './condition.ts';
import { isOperator, operatorOf } from './operators.ts';

/** More than people and programs write; the planner takes time for each. */
const MAX_CONDITIONS = 1000;
/** A list is one parameter, whatever its length; it is still sent and compared. */
const MAX_LIST_VALUES = 10_000;
const MAX_FILTER_DEPTH = 32;

const isQuantifier = (name: string): name is Quantifier =>
  name === 'some' || name === 'none' || name === 'every';

const tooMany = (message: string, requested: number, allowed: number): LineageError =>
  costLimitExceeded('conditions', message, requested, allowed);

const known = new WeakMap<Where, Filter>();

/** Reads a filter, once for each object. Throws BAD_USER_INPUT, and COST_LIMIT_EXCEEDED for one that is too large. */
export const filterOf = (where: Where): Filter =>
  remember(known, where, () => {
    const count = countConditions(where);
    if (count > MAX_CONDITIONS) {
      throw tooMany(
        `A filter takes ${MAX_CONDITIONS} conditions, but this one has ${count}.`,
        count,
        MAX_CONDITIONS,
      );
    }
    return new FilterReader().read(where, 'where', 0);
  });

class FilterReader {
  readonly #values: unknown[] = [];

  read(where: unknown, path: string, depth: number): Filter {
    return { condition: this.#all(where, path, depth), values: this.#values };
  }

  #all(where: unknown, path: string, depth: number): Condition {
    if (!isWhere(where)) throw noFilter(path, where);
    if (depth > MAX_FILTER_DEPTH) throw badInput(`A filter can be nested ${MAX_FILTER_DEPTH} levels deep.`);
    return joined(
      'all',
      Object.entries(where).flatMap(([name, value]) => this.#part(name, value, `${path}.${name}`, depth)),
    );
  }

  #part(name: string, value: unknown, path: string, depth: number): readonly Condition[] {
    // An absent variable.
    if (value === undefined) return [];
    if (name === 'NOT') return [{ kind: 'not', part: this.#all(value, path, depth + 1) }];
    if (name !== 'AND' && name !== 'OR') return this.#field(name, value, path, depth);
    if (!Array.isArray(value)) throw noFilter(path, value);
    const parts = value.map((one, index) => this.#all(one, `${path}[${index}]`, depth + 1));
    return [joined(name === 'AND' ? 'all' : 'any', parts)];
  }

  #field(field: string, value: unknown, path: string, depth: number): readonly Condition[] {
    if (!isWhere(value)) throw noFilter(path, value);
    return Object.entries(value).flatMap(([name, given]): readonly Condition[] => {
      const at = `${path}.${name}`;
      if (given === undefined) return [];
      if (isQuantifier(name)) return [this.#related(field, name, given, at, depth)];
      return [this.#compare(field, name, given, at)];
    });
  }

  #compare(field: string, operator: string, value: unknown, path: string): Condition {
    if (!isOperator(operator)) throw badInput(`${path}: there is no operator ${operator}.`);
    if (value === null) throw noFilter(path, value);
    const { takes } = operatorOf(operator);
    if (takes === 'flag') {
      if (typeof value !== 'boolean') throw badInput(`${path} takes true or false.`);
      return { kind: 'compare', field, operator, given: value };
    }
    if (takes === 'list' && !Array.isArray(value)) throw badInput(`${path} takes a list.`);
    if (Array.isArray(value) && value.length > MAX_LIST_VALUES) {
      const message = `${path} takes ${MAX_LIST_VALUES} values, but got ${value.length}.`;
      throw tooMany(message, value.length, MAX_LIST_VALUES);
    }
    return { kind: 'compare', field, operator, given: this.#values.push(value) - 1 };
  }

  #related(field: string, quantifier: Quantifier, where: unknown, path: string, depth: number): Condition {
    if (!isWhere(where)) throw noFilter(path, where);
    const at = this.#values.push(where) - 1;
    // Its values are its own: they are read from the inner filter.
    const filter = remember(known, where, () => new FilterReader().read(where, path, depth + 1));
    return { kind: 'related', field, quantifier, at, inner: filter.condition };
  }
}

/** One part alone, and lists in lists of the same kind, say no more than their parts. */
function joined(kind: 'all' | 'any', parts: readonly Condition[]): Condition {
  const flat = parts.flatMap((part) => (part.kind === kind ? part.parts : [part]));
  const [only] = flat;
  return only && flat.length === 1 ? only : { kind, parts: flat };
}

/** Null where a filter stands would mean all rows to one caller, and rows without a value to another. */
export const noFilter = (path: string, value: unknown): LineageError =>
  badInput(
    value === null
      ? `${path} is null. To find rows without a value, use { isNull: true }; to filter by nothing, leave it out.`
      : `${path} takes a filter.`,
  );
