import { SignJWT } from 'jose';
import { ConfigError } from '../errors.ts';
import { SCOPES } from './principal.ts';
import type { TokenConfig } from './token.ts';

export interface Claims {
  readonly scopes: readonly string[];
  readonly projects: readonly string[] | undefined;
  /** From now on: 30m, 1h, 7d. */
  readonly expires: string;
  readonly subject: string;
}

/** A token that a server with the same settings takes. Throws ConfigError. */
export async function mintToken(config: TokenConfig, claims: Claims): Promise<string> {
  const { jwtIssuer, jwtAudience, secrets } = config;
  if (secrets.jwtSecret === undefined) {
    throw new ConfigError(
      'JWT_SECRET is not set; tokens for other keys are made by the owner of the private key.',
    );
  }
  const known: readonly string[] = SCOPES;
  const unknown = claims.scopes.find((scope) => !known.includes(scope));
  if (unknown !== undefined || claims.scopes.length === 0) {
    throw new ConfigError(`--scope is ${JSON.stringify(unknown ?? '')}, but takes ${SCOPES.join(', ')}.`);
  }
  if (claims.projects?.includes(''))
    throw new ConfigError('--projects takes project ids separated by commas.');
  if (!/^\d{1,6}[smhd]$/.test(claims.expires)) {
    throw new ConfigError(`--expires is ${JSON.stringify(claims.expires)}, but takes e.g. 30m, 1h or 7d.`);
  }
  const { scopes, projects, expires, subject } = claims;
  const token = new SignJWT({ scope: scopes.join(' '), ...(projects && { projects }) })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setSubject(subject)
    .setIssuedAt()
    .setExpirationTime(expires);
  if (jwtIssuer !== undefined) token.setIssuer(jwtIssuer);
  if (jwtAudience !== undefined) token.setAudience(jwtAudience);
  return token.sign(new TextEncoder().encode(secrets.jwtSecret));
}
