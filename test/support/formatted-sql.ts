import { format } from 'sql-formatter';

/** SQL as test/queries/ and the docs show it. */
export const formattedSql = (text: string): string =>
  format(text, { language: 'postgresql', expressionWidth: 90 });
