import { answerTooLarge, LineageError } from '../errors.ts';
import { NO_ROW, type Row, slotsOf } from '../execution/row.ts';
import type { Asked } from './asked.ts';
import { Parents } from './parents.ts';
import type { Prepared, PreparedPart, Written } from './prepare-query.ts';

/** Sends a statement; gives what its JSON holds. */
type Send = (statement: Written, asked: Asked) => Promise<unknown>;

/** An error that says which field asked for too much. */
export const tooLargeFor = (field: string, error: unknown): unknown =>
  error instanceof LineageError && error.code === 'ANSWER_TOO_LARGE'
    ? answerTooLarge(Number(error.extensions.limit), field)
    : error;

/** `WorkflowRun.vectors` is the field `vectors`. */
const fieldOf = (relation: string): string => relation.slice(relation.indexOf('.') + 1);

/**
 * What a query finds: by its statement, and then by one for each of its parts. How many these are is a matter of the
 * query; those of which no row is a parent are not sent.
 */
export async function sendQuery(prepared: Prepared, asked: Asked, send: Send): Promise<unknown> {
  const { read, parts } = prepared;
  if (parts.length === 0) return read(await send(prepared, asked), asked, NO_ROW);
  const noting = { ...asked, parents: new Parents() };
  const found = read(await send(prepared, noting), noting, NO_ROW);
  await addParts(parts, noting, send);
  return found;
}

async function addParts(parts: readonly PreparedPart[], asked: Asked, send: Send): Promise<void> {
  await Promise.all(parts.map((part) => addPart(part, asked, send)));
}

/** Puts what came for each row in its place; in the place of all, the error of a part that failed. */
async function addPart(part: PreparedPart, asked: Asked, send: Send): Promise<void> {
  const { cell, read, parts } = part;
  const rows = asked.parents?.of(cell) ?? [];
  if (rows.length === 0) return;
  const { startsAt, name } = cell.query.rows.relation;
  const numbers = new Map<string, number>();
  const different: Row[] = [];
  const numberOf = (row: Row): number => {
    const key = JSON.stringify(startsAt.map((field) => row[field]));
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, different.push(row));
    return different.length;
  };
  const numbered = rows.map((row) => ({ row, number: numberOf(row) }));
  const keys = startsAt.map((field) => different.map((row) => row[field]));
  const own: Asked = { ...asked, keys, parents: new Parents() };
  const found = await send(part, own).then(
    (value) => read(value, own),
    (error: unknown) => {
      const told = tooLargeFor(fieldOf(name), error);
      return () => told;
    },
  );
  const answers = different.map((row, index) => found(index + 1, row));
  for (const { row, number } of numbered) slotsOf(row)[cell.key] = answers[number - 1];
  await addParts(parts, own, send);
}
