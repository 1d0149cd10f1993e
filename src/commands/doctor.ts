import { readConfig } from '../config/config.ts';
import { Postgres } from '../database/postgres.ts';
import { examine } from '../doctor/examine.ts';
import { printReport } from '../doctor/print-report.ts';
import { toJson } from '../doctor/report-json.ts';
import { ConfigError, LineageError } from '../errors.ts';
import { unreachableReason } from '../observation/unreachable-reason.ts';

/** `npm run doctor [-- --json]`: what the database of DATABASE_URL has and what is missing. It changes nothing. */
async function main(json: boolean): Promise<void> {
  const config = readConfig(process.env);
  const { databaseUrl: url } = config.secrets;
  if (url === undefined) throw new ConfigError('DATABASE_URL is not set; the doctor looks at a PostgreSQL.');
  const database = new Postgres({ ...config, url });
  try {
    const report = await examine(database).catch((error: unknown) => {
      if (!(error instanceof LineageError)) throw error;
      const reason = unreachableReason(error) ?? error.code;
      throw new ConfigError(`${database.label}: ${error.message} ${reason}`);
    });
    process.stdout.write(json ? `${JSON.stringify(toJson(report), undefined, 2)}\n` : printReport(report));
  } finally {
    await database.close();
  }
}

const words = process.argv.slice(2);
main(words.includes('--json')).catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error);
  // A script reads one document, whatever happened.
  if (words.includes('--json')) process.stdout.write(`${JSON.stringify({ error: message })}\n`);
  else process.stderr.write(`${message}\n`);
  process.exitCode = 1;
});
