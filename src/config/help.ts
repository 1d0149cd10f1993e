import { type Secret, type Setting, withoutIt } from './setting.ts';
import { SETTINGS } from './settings.ts';

const INTRODUCTION = `Ragonometrics lineage API: GraphQL over a Ragonometrics PostgreSQL, which it only reads.

  npm start                                 with demo data in an embedded database
  DATABASE_URL=postgres://... npm start     over your own
  npm start -- --help                       this text

It is configured by environment variables. Other commands: npm run doctor, npm run token.
`;

const ALL: readonly (Setting<unknown> | Secret<unknown>)[] = Object.values(SETTINGS);

/** `npm start -- --help`. */
export const usage = (): string => [INTRODUCTION, ...ALL.map(paragraph)].join('\n');

function paragraph(of: Setting<unknown>): string {
  const notes = [
    `Takes ${of.takes.words}.`,
    `Without it: ${withoutIt(of)}.`,
    ...('secret' in of ? ['Secret.'] : []),
  ];
  return `${of.name}\n${[meaningOf(of), notes.join(' ')].map((line) => `    ${line}\n`).join('')}`;
}

const PAGE = `# Settings

All settings are environment variables. \`npm start -- --help\` prints the same. A value that is not valid stops
the start with one line that names the variable; a name that is close to one of these gets a warning.

<!-- Printed from the code by npm run docs:settings. -->
`;

/** docs/settings.md. */
export function settingsPage(): string {
  const rows = ALL.map(
    (of) => `| \`${of.name}\` | ${[meaningOf(of), of.takes.words, withoutIt(of)].map(cell).join(' | ')} |`,
  );
  return [PAGE, '| variable | meaning | takes | without it |', '|---|---|---|---|', ...rows, ''].join('\n');
}

const meaningOf = ({ meaning, danger }: Setting<unknown>): string =>
  danger === undefined ? meaning : `${meaning} ${danger}`;

const cell = (text: string): string => text.replaceAll('|', '\\|');
