import { redactText } from '../security/redact.ts';

/** Before an @ stands a password however it is written. */
export const mayHoldPassword = (text: string): boolean => text.includes('@') || redactText(text) !== text;

/** What was given for a setting, for its message: whole, or by its length where a password may be in it. */
export const shown = (text: string): string =>
  mayHoldPassword(text) ? lengthOf(text) : JSON.stringify(text.slice(0, 80));

export const lengthOf = (text: string): string => `a text of ${text.length} characters`;
