import type { Row } from '../execution/row.ts';
import type { QueryCell } from './query.ts';

/** The rows of one answer that parts belong to, by the cell that leads from them to the part. */
export class Parents {
  readonly #rows = new Map<QueryCell, Row[]>();

  note(cell: QueryCell, row: Row): void {
    const known = this.#rows.get(cell);
    if (known) known.push(row);
    else this.#rows.set(cell, [row]);
  }

  of(cell: QueryCell): readonly Row[] {
    return this.#rows.get(cell) ?? [];
  }
}
