import { createRemoteJWKSet, customFetch, errors, type JWTVerifyGetKey } from 'jose';
import { keysUnavailable, LineageError } from '../errors.ts';

/**
 * After a failure the key server is left alone for so long: anybody can send tokens, and each would ask it again. jose's
 * own cooldown holds after a success only.
 */
const COOLDOWN_MS = 10_000;
const TIMEOUT_MS = 5000;

/**
 * The keys that an identity provider publishes. While they cannot be fetched, no token that needs them can be judged:
 * KEYS_UNAVAILABLE. `onUnavailable` is told why, once for each failed fetch.
 */
export function remoteKeys(url: URL, onUnavailable: (cause: unknown) => void): JWTVerifyGetKey {
  let failedUntil = 0;
  const unavailable = (cause?: unknown): LineageError =>
    keysUnavailable(Math.max(1, Math.ceil((failedUntil - Date.now()) / 1000)), cause);
  const keys = createRemoteJWKSet(url, {
    timeoutDuration: TIMEOUT_MS,
    [customFetch]: async (address, options) => {
      if (Date.now() < failedUntil) throw unavailable();
      return fetch(address, options);
    },
  });
  return async (header, token) => {
    try {
      return await keys(header, token);
    } catch (error) {
      // The token's own fault, or the cooldown.
      if (!isOfKeyServer(error) || error instanceof LineageError) throw error;
      if (Date.now() >= failedUntil) {
        failedUntil = Date.now() + COOLDOWN_MS;
        onUnavailable(error);
      }
      throw unavailable(error);
    }
  };
}

const isOfKeyServer = (error: unknown): boolean =>
  !(error instanceof errors.JOSEError) ||
  error instanceof errors.JWKSTimeout ||
  error instanceof errors.JWKSInvalid ||
  error.code === 'ERR_JOSE_GENERIC';
