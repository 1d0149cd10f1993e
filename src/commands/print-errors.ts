import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorsPage } from './errors-table.ts';

/** `npm run docs:errors`: docs/errors.md, from the table of codes. CI fails when it drifts. */
writeFileSync(join(import.meta.dirname, '../../docs/errors.md'), errorsPage());
