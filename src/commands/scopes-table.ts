import type { GraphQLSchema } from 'graphql';
import { TABLES } from '../database/tables.ts';
import { type Scoped, scopesOf } from '../lineage/fields/name-scopes.ts';
import { policyOf } from '../security/policies.ts';
import type { Scope } from '../security/principal.ts';

const MEANING: Readonly<Record<Scope, string>> = {
  'lineage:read': 'structure, metadata and usage; no token is taken without it',
  'content:read': 'texts: questions, answers, chunks, payloads, and all JSON in which they may stand',
  'auth:read': 'users and sessions, and which session made a model call',
};

/** docs/scopes.md: each field, filter and order that needs more than lineage:read. */
export function scopesTable(schema: GraphQLSchema): string {
  const all = scopesOf(schema);
  const count = all.filter(({ scope }) => scope === 'lineage:read').length;
  const lines = Object.entries(MEANING).map(([scope, meaning]) => `- \`${scope}\`: ${meaning}.`);
  const rows = group(all.filter(({ scope }) => scope !== 'lineage:read'));
  return `# Scopes

Printed from the code by \`npm run schema:print\`; what a token holds, it says in its claim \`scope\` (or \`scp\`).

${lines.join('\n')}

${count} fields, filters and orders take \`lineage:read\` alone. The others:

| type | as | scope | fields |
|---|---|---|---|
${rows.join('\n')}

A field beyond the token's scopes is null with \`FORBIDDEN\`, a list that is filtered or sorted by such a column too; the
rest of the answer stands. \`id\`, \`node\` and \`nodes\` take the scope of the type they lead to.

## Tokens that are limited to projects

${projectLines().join('\n')}
`;
}

const ROWS_OF: Readonly<Record<ReturnType<typeof policyOf>['project'], string>> = {
  own: 'Rows of its projects, and rows without a project whose run is of its projects',
  'of its run': 'Rows whose run is of its projects',
  shared: 'All rows, which are shared between projects',
  none: 'No rows, since nothing tells their project (`FORBIDDEN`)',
};

/** Which rows of which tables such a token reads. */
const projectLines = (): readonly string[] =>
  Object.entries(ROWS_OF).map(([project, rows]) => {
    const types = Object.keys(TABLES).filter((type) => policyOf(type).project === project);
    return `- ${rows}: ${types.sort().join(', ')}.`;
  });

/** One line per type, use and scope. */
function group(scoped: readonly Scoped[]): readonly string[] {
  const lines = new Map<string, string[]>();
  for (const { type, field, as, scope } of scoped) {
    const head = `| ${type} | ${as} | \`${scope}\` |`;
    lines.set(head, [...(lines.get(head) ?? []), field]);
  }
  return [...lines].map(([head, fields]) => `${head} ${fields.join(', ')} |`).sort();
}
