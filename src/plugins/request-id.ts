import { randomUUID } from 'node:crypto';

const SANE = /^[\w.:-]{1,100}$/;
const ids = new WeakMap<Request, string>();

/** The request's id: the caller's `x-request-id` if it is a plain word, else a new one. */
export function requestIdOf(request: Request): string {
  let id = ids.get(request);
  if (id === undefined) {
    const given = request.headers.get('x-request-id');
    id = given !== null && SANE.test(given) ? given : randomUUID();
    ids.set(request, id);
  }
  return id;
}
