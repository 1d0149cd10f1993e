import type { GraphQLParams } from 'graphql-yoga';
import { badRequest } from '../errors.ts';

const NAMES: ReadonlySet<string> = new Set(['query', 'operationName', 'variables', 'extensions']);

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The parameters of a request, each of its type. Whether there is a query at all is checked by Yoga, after plugins. */
export function paramsOf(value: unknown): GraphQLParams {
  if (!isObject(value)) throw badRequest(400, 'The request body is not a JSON object.');
  const other = Object.keys(value).find((name) => !NAMES.has(name) && value[name] != null);
  if (other !== undefined)
    throw badRequest(400, `Unexpected parameter ${JSON.stringify(other)} in the request.`);
  const query = text(value, 'query');
  const operationName = text(value, 'operationName');
  const variables = object(value, 'variables');
  const extensions = object(value, 'extensions');
  return {
    ...(query !== undefined && { query }),
    ...(operationName !== undefined && { operationName }),
    ...(variables && { variables }),
    ...(extensions && { extensions }),
  };
}

function text(params: Fields, name: string): string | undefined {
  const value = params[name] ?? undefined;
  if (value !== undefined && typeof value !== 'string') throw badRequest(400, `${name} takes a string.`);
  return value;
}

function object(params: Fields, name: string): Fields | undefined {
  const value = params[name] ?? undefined;
  if (value === undefined) return undefined;
  if (!isObject(value)) throw badRequest(400, `${name} takes an object.`);
  checkNesting(value, name, 0);
  return value;
}

/** How deep objects and lists may stand in each other: far above what people and programs write. */
const MAX_NESTING = 100;

/** Throws BAD_USER_INPUT for a value that is nested so deep that those who walk it would run out of stack. */
function checkNesting(value: object, name: string, depth: number): void {
  if (depth >= MAX_NESTING)
    throw badRequest(400, `${name} may be nested ${MAX_NESTING} levels deep at most.`);
  for (const part of Object.values(value))
    if (typeof part === 'object' && part !== null) checkNesting(part, name, depth + 1);
}
