import { sql } from 'kysely';
import { pageArguments } from '../../connection/connection-arguments.ts';
import { nodeConnection } from '../../connection/connection-type.ts';
import type { Sql } from '../../database/sql.ts';
import { columnsByField, derivedColumn } from '../../database/tables.ts';
import { rowAt } from '../../execution/row.ts';
import { needs } from '../../lineage/need.ts';
import type { Relation } from '../../lineage/relation.ts';
import { idFieldOf, type RowType, rowOf } from '../../lineage/row-type.ts';
import { type Source, whole } from '../../lineage/source.ts';
import { builder } from '../../schema/builder.ts';
import type { AuditKind } from '../../schema/closed-sets.ts';
import { foundBelow, timeOf } from './audit-rows.ts';
import { kindsBelow } from './audited.ts';
import { AUDITS, KINDS } from './audits.ts';
import { checkRead, LineageAudit } from './lineage-audit.ts';

/** A row of any type in which something is found. */
const ROW_FOUND: RowType = {
  name: 'LineageAuditRow',
  columns: columnsByField([
    derivedColumn('at', 'DateTime'),
    derivedColumn('type', 'String', { nullable: false }),
    derivedColumn('key', 'String', { nullable: false }),
  ]),
  key: ['key'],
  defaultOrder: [{ field: 'at', descending: false }],
};

const typesOf = (kinds: readonly AuditKind[]): readonly string[] => [
  ...new Set(kinds.map((kind) => AUDITS[kind].to.name)),
];

function mixed(kind: AuditKind, found: Source): Source {
  const { to } = AUDITS[kind];
  const { from, where, row } = whole(found);
  const values: Readonly<Record<string, () => Sql>> = {
    at: () => timeOf(kind, row),
    type: () => sql.lit(to.name),
    key: () => sql`${row.column(idFieldOf(to))}::text`,
  };
  return { from, where, row: rowOf(ROW_FOUND, (field) => values[field]?.() ?? row.column(field)) };
}

const ROWS_FOUND: Relation = {
  name: 'LineageAudit.rows',
  to: ROW_FOUND,
  as: 'connection',
  startsAt: ['kind', 'staleAfterHours'],
  description: '',
  reads: typesOf(KINDS),
  types: (_, root) => typesOf(kindsBelow(root, KINDS)),
  subqueries: 4 * KINDS.length,
  cost: () => ({ base: 10, rows: 0 }),
  source: foundBelow(KINDS, mixed),
};

builder.objectField(LineageAudit, 'rows', (t) =>
  t.field({
    type: nodeConnection(),
    nullable: true,
    description:
      'The rows, whatever type they are of: the oldest first, those without a time last. The list of their type filters and sorts them.',
    args: pageArguments(),
    extensions: needs({ kind: 'rows', relation: ROWS_FOUND }),
    resolve: (entry, _args, _context, info) => {
      checkRead(entry);
      return rowAt(entry, info);
    },
  }),
);
