import { readConfig } from '../config/config.ts';
import { Postgres } from '../database/postgres.ts';
import { examine } from '../doctor/examine.ts';
import { printReport } from '../doctor/print-report.ts';
import { ConfigError, LineageError } from '../errors.ts';

/** `npm run doctor`: what the database of DATABASE_URL has and what is missing. It changes nothing. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const { databaseUrl: url } = config.secrets;
  if (url === undefined) throw new ConfigError('DATABASE_URL is not set; the doctor looks at a PostgreSQL.');
  const database = new Postgres({ ...config, url });
  try {
    const report = await examine(database).catch((error: unknown) => {
      throw error instanceof LineageError ? new ConfigError(`${database.label}: ${error.message}`) : error;
    });
    process.stdout.write(printReport(report));
  } finally {
    await database.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
