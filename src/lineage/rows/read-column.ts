import { fits } from '../../connection/value.ts';
import type { ColumnKind } from '../../database/tables.ts';
import { storedValue } from '../../errors.ts';
import { kindOf, type RowType } from '../row-type.ts';
import type { ReadValue } from './row-reader.ts';

/** Kinds whose values are checked as they are read: nothing does it behind this. Texts are texts by their statement. */
const CHECKED: ReadonlySet<ColumnKind> = new Set(['Int', 'Boolean']);

/** How a value of a column is read. A stored value that does not fit its field is an error in its place. */
export function columnReader(type: RowType, field: string): ReadValue | undefined {
  const kind = kindOf(type, field);
  // NaN and Infinity travel as texts, since JSON has no numbers for them.
  if (kind === 'Float')
    return (value) =>
      value === null || typeof value === 'number' ? value : storedValue(`${type.name}.${field}`);
  if (!CHECKED.has(kind)) return undefined;
  return (value) => (value === null || fits(value, kind) ? value : storedValue(`${type.name}.${field}`));
}
