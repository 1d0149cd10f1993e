import { type Row, SLOTS } from '../execution/row.ts';
import type { Part, Request } from './request.ts';
import type { Columns } from './row-list.ts';

/** Where a value stands among those of its row (-1: nowhere), and what it becomes; as it came without `read`. */
export interface Reader {
  readonly index: number;
  readonly read: Part['read'] | undefined;
}

export interface RowReader {
  /** A row from its values. */
  readonly one: (values: readonly unknown[], request: Request) => Row;
  /** Rows from their columns, the first of which stands at `from`. */
  readonly many: (columns: Columns, from: number, request: Request) => Row[];
}

type Readers = ReadonlyMap<string, Reader>;
type Place = (index: number) => string;

/**
 * What makes rows of one selection. Like a document it is compiled, once: an object written out whole costs a tenth
 * of one whose properties are set by name, one after the other, and an answer is made of hundreds.
 */
export function compileReader(columns: Readers, slots: Readers): RowReader {
  const reads: Part['read'][] = [];
  const value = ({ index, read }: Reader, at: Place, row: string): string => {
    const found = index < 0 ? 'undefined' : at(index);
    return read ? `reads[${reads.push(read) - 1}](${found}, request, ${row})` : found;
  };
  const object = (readers: Readers, at: Place, row: string): string =>
    `{ ${[...readers].map(([name, reader]) => `${property(name)}: ${value(reader, at, row)}`).join(', ')} }`;
  const row = (at: Place): string =>
    `const row = ${object(columns, at, 'NO_ROW')};
     ${slots.size > 0 ? `row[SLOTS] = ${object(slots, at, 'row')};` : ''}`;
  const code = `return {
    one(values, request) {
      ${row((index) => `values[${index}]`)}
      return row;
    },
    many(columns, from, request) {
      const rows = [];
      const length = columns.length === 0 ? 0 : columns[0].length;
      for (let place = 0; place < length; place += 1) {
        ${row((index) => `columns[from + ${index}][place]`)}
        rows.push(row);
      }
      return rows;
    },
  };`;
  return new Function('reads', 'SLOTS', 'NO_ROW', code)(reads, SLOTS, NO_ROW);
}

/** What readers of columns see of the row, which is not there before its columns are. */
const NO_ROW: Row = Object.freeze({});

/** Names come from documents. They are plain words, but this one would set what the object inherits from. */
const property = (name: string): string => (name === '__proto__' ? '["__proto__"]' : JSON.stringify(name));
