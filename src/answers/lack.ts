import { forbidden, LineageError } from '../errors.ts';
import type { Row } from '../execution/row.ts';

/** Why a part of an answer cannot be looked at, as it travels in a column `lack` of its row. */
export function lackOf({ code, message, extensions: { missing, scope } }: LineageError): string {
  return JSON.stringify({ code, message, missing, scope });
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const text = (value: unknown): string | null => (value == null ? null : String(value));

/** Throws why the part that a row stands for cannot be looked at. */
export function checkLack({ lack }: Row): void {
  if (typeof lack !== 'string') return;
  const said: unknown = JSON.parse(lack);
  if (!isObject(said)) throw new Error('A part lacks something that was not said.');
  const [message, scope, missing] = [said.message, said.scope, said.missing].map(text);
  if (said.code === 'FORBIDDEN') throw forbidden(String(message), scope == null ? undefined : { scope });
  throw new LineageError('NOT_IN_THIS_DATABASE', String(message), { missing: String(missing) });
}
