/** Sent with every answer. TLS ends in front of this server, so what promises it is said there. */
export const SECURITY_HEADERS: readonly (readonly [string, string])[] = [
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'no-referrer'],
  ['x-frame-options', 'DENY'],
  ['cross-origin-opener-policy', 'same-origin'],
  // Answers depend on who asks.
  ['cache-control', 'no-store'],
];
