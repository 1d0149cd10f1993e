import { createPublicKey, type KeyObject } from 'node:crypto';
import type { JWTVerifyGetKey } from 'jose';
import { remoteKeys } from './remote-keys.ts';

const RSA = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'];
const EDWARDS = ['EdDSA', 'Ed25519'];
const CURVES: Readonly<Record<string, string>> = {
  prime256v1: 'ES256',
  secp384r1: 'ES384',
  secp521r1: 'ES512',
};

/** What signatures are checked with, and the only algorithms that this kind of key may be used for. */
export interface TokenKey {
  readonly find: JWTVerifyGetKey;
  readonly algorithms: readonly string[];
}

interface Keys {
  readonly jwtJwksUrl: string | undefined;
  readonly jwtPublicKey: KeyObject | undefined;
  readonly jwtSecret: string | undefined;
}

/** Undefined if no key is configured: then there are no tokens. A public key never checks HS256, a secret nothing else. */
export function tokenKey(
  { jwtJwksUrl, jwtPublicKey, jwtSecret }: Keys,
  onUnavailable: (cause: unknown) => void = () => {},
): TokenKey | undefined {
  if (jwtJwksUrl !== undefined) {
    const find = remoteKeys(new URL(jwtJwksUrl), onUnavailable);
    return { find, algorithms: [...RSA, ...Object.values(CURVES), ...EDWARDS] };
  }
  if (jwtPublicKey) return { find: async () => jwtPublicKey, algorithms: algorithmsOf(jwtPublicKey) };
  if (jwtSecret === undefined) return undefined;
  const bytes = new TextEncoder().encode(jwtSecret);
  return { find: async () => bytes, algorithms: ['HS256', 'HS384', 'HS512'] };
}

function algorithmsOf({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): readonly string[] {
  if (asymmetricKeyType === 'ed25519') return EDWARDS;
  if (asymmetricKeyType === 'rsa') return (asymmetricKeyDetails?.modulusLength ?? 0) >= 2048 ? RSA : [];
  const curve = CURVES[asymmetricKeyDetails?.namedCurve ?? ''];
  return curve === undefined ? [] : [curve];
}

/** A public key as PEM, its line breaks also as `\n`. A private key is refused: anyone who has it can make tokens. */
export function publicKey(text: string): KeyObject | undefined {
  if (!/-----BEGIN (RSA )?PUBLIC KEY-----/.test(text) || text.includes('PRIVATE')) return undefined;
  try {
    const key = createPublicKey(text.replaceAll('\\n', '\n'));
    return algorithmsOf(key).length > 0 ? key : undefined;
  } catch {
    return undefined;
  }
}

/** As RFC 7518 has it: a key of HS256 is at least as long as the hash. */
export const sharedSecret = (text: string): string | undefined =>
  Buffer.byteLength(text) >= 32 ? text : undefined;
