import { badInput, type LineageError } from '../errors.ts';

/** A global id: the type's name and the row's key, base64. */
export const encodeNodeId = (typename: string, key: string | number | bigint): string =>
  Buffer.from(`${typename}:${key}`).toString('base64url');

const SHOWN = 60;

/** Says which one, so that it is found among many. */
export const notAnId = (id: string): LineageError =>
  badInput(
    `${JSON.stringify(id.length > SHOWN ? `${id.slice(0, SHOWN)}...` : id)} is not an id of this API.`,
  );

/** Throws BAD_USER_INPUT for anything that `encodeNodeId` did not make. */
export function decodeNodeId(id: string): { typename: string; id: string } {
  const text = Buffer.from(id, 'base64url').toString();
  const end = text.indexOf(':');
  const node = { typename: text.slice(0, end), id: text.slice(end + 1) };
  if (end <= 0 || encodeNodeId(node.typename, node.id) !== id) throw notAnId(id);
  return node;
}
