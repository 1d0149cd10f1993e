import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { useServer } from '../support/use-server.ts';
import { appOf } from './app-of-page.ts';
import { runsBySql } from './runs-by-sql.ts';

const RSCRIPT = '/usr/bin/Rscript';
const isMissing = spawnSync(RSCRIPT, ['-e', 'library(httr2)']).status !== 0;
const api = useServer('demo');

// CI has what it needs, or fails.
describe.skipIf(isMissing && !process.env.CI)('docs/clients/r.md (needs r-cran-httr2)', () => {
  test('gets all runs, page after page, as a data frame', async () => {
    const app = appOf('r.md', api().url);
    app.write(
      'main.R',
      'source("runs.R")\ncat(jsonlite::toJSON(runs[c("runId", "status", "usage.totalTokens")], dataframe = "values"))',
    );
    expect(JSON.parse(await app.run(RSCRIPT, 'main.R'))).toEqual(await runsBySql(api().sql));
  });
});
