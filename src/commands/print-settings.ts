import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { settingsPage } from '../config/help.ts';

/** `npm run docs:settings`: docs/settings.md, from the table of settings. CI fails when it drifts. */
writeFileSync(join(import.meta.dirname, '../../docs/settings.md'), settingsPage());
