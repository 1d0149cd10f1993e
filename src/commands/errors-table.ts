import { ERROR_CODES } from '../error-codes.ts';

const INTRODUCTION = `# Errors

Every error has \`extensions.code\`, one of the codes below. A part that fails is null and has its error in
\`errors\`, with its \`path\`; the rest of the answer stands. The errors are in the order of the document.

The HTTP status is that of a request that fails as a whole. Some requests have a status of their own: 405, 406,
413 and 415 carry \`BAD_USER_INPUT\`, a spent budget is 429. Callers that accept only \`application/json\` get
200 for documents that are not valid, as GraphQL over HTTP has it, though not for those above a limit.

Messages are for people and may change; codes and the details named here stay (docs/stability.md).
`;

/** docs/errors.md. */
export function errorsPage(): string {
  const rows = Object.entries(ERROR_CODES).map(([code, entry]) => {
    const details = 'details' in entry ? Object.entries(entry.details) : [];
    const words = details.map(([name, meaning]) => `\`${name}\`: ${meaning}`).join('; ');
    return `| \`${code}\` | ${entry.status} | ${entry.meaning} | ${entry.remedy} | ${words} |`;
  });
  return [
    INTRODUCTION,
    '| code | status | meaning | what to do | details in `extensions` |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
