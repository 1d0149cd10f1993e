import type { Report } from './examine.ts';
import { createStatement } from './wanted-indexes.ts';

/** For scripts: the report with the statements that create what is missing; what is not known is null. */
export const toJson = ({ missingIndexes, sizes, ...report }: Report): object => ({
  ...report,
  revision: report.revision ?? null,
  pgvector: report.pgvector ?? null,
  missingIndexes: missingIndexes.map((index) => ({ ...index, statement: createStatement(index) })),
  sizes: sizes.map((size) => ({ ...size, rows: size.rows ?? null })),
});
