/** Sent with every answer. Strict-Transport-Security is not: TLS ends at the proxy in front, which sends it. */
export const SECURITY_HEADERS: readonly (readonly [string, string])[] = [
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'no-referrer'],
  ['x-frame-options', 'DENY'],
  ['cross-origin-opener-policy', 'same-origin'],
  // Answers depend on who asks.
  ['cache-control', 'no-store'],
];
