import { SETTINGS } from './settings.ts';

const INTRODUCTION = `Ragonometrics lineage API: GraphQL over a Ragonometrics PostgreSQL, which it only reads.

  npm start                                 with demo data in an embedded database
  DATABASE_URL=postgres://... npm start     over your own
  npm start -- --help                       this text

It is configured by environment variables. Other commands: npm run doctor, npm run token.
`;

/** `npm start -- --help`. */
export const usage = (): string =>
  [INTRODUCTION, ...Object.values(SETTINGS).map((of) => paragraph(of))].join('\n');

function paragraph(of: (typeof SETTINGS)[keyof typeof SETTINGS]): string {
  const notes = [`Takes ${of.takes}.`, `Without it: ${of.default}.`, ...('secret' in of ? ['Secret.'] : [])];
  return `${of.name}\n${[meaningOf(of), notes.join(' ')].map((line) => `    ${line}\n`).join('')}`;
}

/** The table between the two markers of README.md. */
export function settingsTable(): string {
  const rows = Object.values(SETTINGS).map(
    (of) => `| \`${of.name}\` | ${[meaningOf(of), of.takes, of.default].map(cell).join(' | ')} |`,
  );
  return ['| variable | meaning | takes | without it |', '|---|---|---|---|', ...rows].join('\n');
}

const meaningOf = (of: { readonly meaning: string; readonly danger?: string }): string =>
  of.danger === undefined ? of.meaning : `${of.meaning} ${of.danger}`;

const cell = (text: string): string => text.replaceAll('|', '\\|');
