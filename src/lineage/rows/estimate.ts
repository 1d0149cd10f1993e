import type { Row } from '../../execution/row.ts';
import type { Asked } from '../asked.ts';
import type { Rows } from '../query.ts';
import type { RowType } from '../row-type.ts';

/** The rows of a connection that was read, for the planner to estimate their number. */
export class Estimate {
  readonly rows: Rows;
  /** The row that the connection belongs to, which is known by now. */
  readonly parent: Row;
  readonly parentType: RowType;
  readonly asked: Asked;

  constructor(rows: Rows, parent: Row, parentType: RowType, asked: Asked) {
    this.rows = rows;
    this.parent = parent;
    this.parentType = parentType;
    this.asked = asked;
  }
}
