/** A global id is the name of a type and a key, as base64 for addresses (src/schema/node-id.ts). */
export interface NodeId {
  readonly type: string;
  readonly key: string;
}

export function encodeNodeId({ type, key }: NodeId): string {
  const bytes = new TextEncoder().encode(`${type}:${key}`);
  const base64 = btoa(String.fromCharCode(...bytes));
  return base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

export function decodeNodeId(id: string): NodeId | undefined {
  if (!/^[\w-]{4,}$/.test(id)) return undefined;
  try {
    const binary = atob(id.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const [, type, key] = /^([A-Z][A-Za-z]*):(.+)$/s.exec(text) ?? [];
    return type === undefined || key === undefined ? undefined : { type, key };
  } catch {
    // Some other text.
    return undefined;
  }
}

const STRING = /"(?:[^"\\]|\\.)*"/g;
/** The key, argument or variable that a string is the value of. */
const KEY_BEFORE = /(\w+)"?\s*(?::|:\s*\w+!?\s*=)\s*$/;
const RUN_KEY = /^(runId|\w*RunId)$/;

interface Found {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

function textOf(literal: string): string {
  try {
    return String(JSON.parse(literal));
  } catch {
    return '';
  }
}

/** The ids that stand in an answer, in variables or in a query: of nodes, and those of runs. */
function* found(text: string): Generator<Found> {
  for (const match of text.matchAll(STRING)) {
    const { index } = match;
    const [literal] = match;
    const value = textOf(literal);
    const [, key = ''] = KEY_BEFORE.exec(text.slice(Math.max(0, index - 80), index)) ?? [];
    const run =
      RUN_KEY.test(key) && value !== '' ? encodeNodeId({ type: 'WorkflowRun', key: value }) : undefined;
    const id = decodeNodeId(value) ? value : run;
    if (id) yield { id, from: index, to: index + literal.length };
  }
}

/** The ids of a text in their order, each once. */
export const idsIn = (text: string): readonly string[] => [...new Set([...found(text)].map(({ id }) => id))];

/** The id in which the cursor stands. */
export const idAt = (text: string, offset: number): string | undefined =>
  [...found(text)].find(({ from, to }) => from <= offset && offset <= to)?.id;
