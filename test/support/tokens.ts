import { SignJWT } from 'jose';

/** `secrets` of a server that takes the tokens of `bearer`. */
export const JWT_SECRET = 'the secret of the tests: 32 bytes and more';

export interface Claims {
  /** Separated by spaces. */
  readonly scope: string;
  readonly projects?: readonly string[];
  readonly sub?: string;
}

/** The header of a caller with a token. */
export async function bearer({ scope, projects, sub = 'test' }: Claims): Promise<{ authorization: string }> {
  const token = await new SignJWT({ scope, ...(projects && { projects }) })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(sub)
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode(JWT_SECRET));
  return { authorization: `Bearer ${token}` };
}
