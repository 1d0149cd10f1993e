/** What stands in place of a credential. */
export const REDACTED = '[redacted]';
