import { createHmac } from 'node:crypto';
import { builder } from '../../schema/builder.ts';
import { needs } from '../need.ts';

/** A one-way digest of a session id under a key: rows can be matched by it, nobody can sign in with it. */
export const digestSessionId = (key: string, sessionId: string): string =>
  createHmac('sha256', key).update(sessionId).digest('base64url').slice(0, 22);

/** Gives a type `sessionIdDigest` in place of its session id. */
export function sessionDigestField(type: 'StreamlitSession' | 'TokenUsage' | 'ChatTurn'): void {
  builder.objectField(type, 'sessionIdDigest', (t) =>
    t.string({
      nullable: true,
      description:
        'A one-way digest of the session id, the same wherever that id stands; the id itself is never given.',
      extensions: needs({ kind: 'value', fields: ['sessionId'] }),
      resolve: ({ sessionId }, _args, { sessionDigestKey }) => {
        if (sessionId instanceof Error) throw sessionId;
        return typeof sessionId === 'string' ? digestSessionId(sessionDigestKey, sessionId) : null;
      },
    }),
  );
}
