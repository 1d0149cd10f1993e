import { answerTooLarge } from '../errors.ts';

/** How many bytes the rows of one answer may take; its statements share it. */
export class ByteAllowance {
  readonly limit: number;
  #left: number;

  constructor(limit: number) {
    this.limit = limit;
    this.#left = limit;
  }

  /** False once more was taken than there was. */
  take(bytes: number): boolean {
    this.#left -= bytes;
    return this.#left >= 0;
  }

  /** For rows that are already here. Throws ANSWER_TOO_LARGE. */
  takeRows(rows: readonly (readonly unknown[])[]): void {
    for (const row of rows)
      for (const value of row)
        if (typeof value === 'string' && !this.take(Buffer.byteLength(value)))
          throw answerTooLarge(this.limit);
  }
}
