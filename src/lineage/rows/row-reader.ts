import { NO_ROW, type Row, SLOTS } from '../../execution/row.ts';
import type { Asked } from '../asked.ts';

/** How a value becomes what resolvers read. `row`: the columns of the row that it stands in. */
export type ReadValue = (value: unknown, asked: Asked, row: Row) => unknown;

/** Where a value stands among those of its row (-1: nowhere), and what it becomes; as it came without `read`. */
export interface Reader {
  readonly index: number;
  readonly read: ReadValue | undefined;
}

export interface RowReader {
  /** A row from its values. */
  readonly one: (values: readonly unknown[], asked: Asked) => Row;
  /** As many rows from their columns. */
  readonly many: (columns: Columns, length: number, asked: Asked) => Row[];
}

/** Values by place in the row, and then by row. */
export type Columns = readonly (readonly unknown[])[];

type Readers = ReadonlyMap<string, Reader>;
type Place = (index: number) => string;

/**
 * What makes rows of one selection. Like a document it is compiled, once: an object written out whole costs a tenth
 * of one whose properties are set by name, one after the other, and an answer is made of hundreds.
 */
export function compileReader(fields: Readers, slots: Readers): RowReader {
  const reads: ReadValue[] = [];
  const value = ({ index, read }: Reader, at: Place, row: string): string => {
    const found = index < 0 ? 'undefined' : at(index);
    return read ? `reads[${reads.push(read) - 1}](${found}, asked, ${row})` : found;
  };
  const object = (readers: Readers, at: Place, row: string): string =>
    `{ ${[...readers].map(([name, reader]) => `${property(name)}: ${value(reader, at, row)}`).join(', ')} }`;
  const row = (at: Place): string =>
    `const row = ${object(fields, at, 'NO_ROW')};
     ${slots.size > 0 ? `row[SLOTS] = ${object(slots, at, 'row')};` : ''}`;
  const code = `return {
    one(values, asked) {
      ${row((index) => `values[${index}]`)}
      return row;
    },
    many(columns, length, asked) {
      const rows = [];
      for (let place = 0; place < length; place += 1) {
        ${row((index) => `columns[${index}][place]`)}
        rows.push(row);
      }
      return rows;
    },
  };`;
  return new Function('reads', 'SLOTS', 'NO_ROW', code)(reads, SLOTS, NO_ROW);
}

/** What readers of columns see of the row, which is not there before its columns are. */

/** Names come from documents. They are plain words, but this one would set what the object inherits from. */
const property = (name: string): string => (name === '__proto__' ? '["__proto__"]' : JSON.stringify(name));
