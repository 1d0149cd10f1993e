import { createLRUCache } from 'graphql-yoga';
import { errors, type JWTPayload, jwtVerify } from 'jose';
import { forbidden, unauthenticated } from '../errors.ts';
import { type Principal, SCOPES, type Scope } from './principal.ts';
import { tokenKey } from './token-key.ts';

/** Whose `Authorization` header this is. Rejects with UNAUTHENTICATED or FORBIDDEN. */
export type Authenticate = (header: string | null) => Promise<Principal>;

/** The settings of tokens. */
export interface TokenConfig {
  readonly jwtIssuer: string | undefined;
  readonly jwtAudience: string | undefined;
  readonly jwtClockTolerance: number;
  readonly secrets: Parameters<typeof tokenKey>[0];
}

/** A token of an identity provider with many groups takes 4 kB. */
const MAX_LENGTH = 8192;
/** Checking a signature takes as long as a small query. A key that its owner withdraws still counts for this long. */
const CHECKED_FOR_MS = 60_000;
const BEARER = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i;

/** Undefined where no key is configured: anyone who reaches the server may read everything. */
export function authenticator(
  config: TokenConfig,
  onKeysUnavailable?: (cause: unknown) => void,
): Authenticate | undefined {
  const key = tokenKey(config.secrets, onKeysUnavailable);
  if (!key) return undefined;
  const { jwtIssuer: issuer, jwtAudience: audience, jwtClockTolerance: clockTolerance } = config;
  const rules = {
    algorithms: [...key.algorithms],
    clockTolerance,
    requiredClaims: ['exp'],
    ...(issuer !== undefined && { issuer }),
    ...(audience !== undefined && { audience }),
  };
  const checked = createLRUCache<Checked>({ max: 1000 });
  return async (header) => {
    const token = header !== null && header.length <= MAX_LENGTH ? BEARER.exec(header)?.[1] : undefined;
    if (token === undefined) throw unauthenticated();
    const known = checked.get(token);
    if (known && Date.now() < known.until) return known.principal;
    const { payload } = await jwtVerify(token, key.find, rules).catch((error: unknown) => {
      throw error instanceof errors.JOSEError ? unauthenticated() : error;
    });
    const principal = principalOfClaims(payload);
    const end = ((payload.exp ?? 0) + clockTolerance) * 1000;
    checked.set(token, { principal, until: Math.min(end, Date.now() + CHECKED_FOR_MS) });
    return principal;
  };
}

/** A token that was found good, and when it has to be looked at again. */
interface Checked {
  readonly principal: Principal;
  readonly until: number;
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);

function principalOfClaims({ sub, scope, scp, projects }: JWTPayload): Principal {
  if (projects !== undefined && !isTexts(projects)) throw unauthenticated();
  const scopes = scopesOf(scope, scp);
  if (!scopes.has('lineage:read'))
    throw forbidden('The token does not have the scope lineage:read.', { scope: 'lineage:read' });
  return { caller: sub ?? 'unnamed', scopes, projects };
}

/** `scope` (OAuth) or `scp` (others), each one text or a list. Scopes of other services mean nothing here. */
function scopesOf(scope: unknown, scp: unknown): ReadonlySet<Scope> {
  const [words = []] = [wordsOf(scope), wordsOf(scp)].filter((claim) => claim !== undefined);
  return new Set(SCOPES.filter((known) => words.includes(known)));
}

function wordsOf(claim: unknown): readonly string[] | undefined {
  if (claim === undefined || isTexts(claim)) return claim;
  if (typeof claim !== 'string') throw unauthenticated();
  return claim.split(/\s+/);
}
