import type { Column } from '../../database/tables.ts';
import type { RowType } from '../row-type.ts';

/**
 * Columns that never leave and by which nothing can be found: `password_hash` is no field at all, and whoever has a
 * session id is that user, so only its digest is given.
 */
const SECRET_COLUMNS: ReadonlySet<string> = new Set([
  'StreamlitUser.passwordHash',
  'StreamlitSession.sessionId',
  'TokenUsage.sessionId',
]);

/** The columns by which a type can be filtered and sorted. */
export const listColumns = ({ name, columns }: RowType): readonly Column[] =>
  [...columns.values()].filter(
    ({ field, kind }) => kind !== 'Json' && !SECRET_COLUMNS.has(`${name}.${field}`),
  );
