import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '../config/config.ts';
import type { Database } from '../database/database.ts';
import { hiddenNames, missingColumns, missingTables } from '../doctor/missing.ts';
import { LineageError } from '../errors.ts';
import { unreachableReason } from '../observation/unreachable-reason.ts';

/** If the database takes longer, the line does not say what is in it. */
const PATIENCE_MS = 2000;
/** Counting further would read an index of a big database for nobody. */
const RUNS_COUNTED = 100_000;
/** This many missing things are named; of more, only the number. */
const NAMED = 3;

/** One line: the URL, which database, what it has and what is missing, how many runs, whether tokens are needed. */
export async function startLine(config: Config, url: string, database: Database): Promise<string> {
  const stop = AbortSignal.timeout(PATIENCE_MS);
  const late = sleep(PATIENCE_MS, 'which has not answered yet', { ref: false });
  const contents = Promise.race([contentsOf(database, stop), late]).catch((error: unknown) =>
    error instanceof LineageError
      ? `which does not answer yet${because(error)}; callers get ${error.code} until it does`
      : `which cannot be looked at: ${error instanceof Error ? error.message : error}`,
  );
  const workers = config.workers > 1 ? ` by ${config.workers} processes` : '';
  const { publicUrl } = config;
  const proxied = publicUrl ? ` (behind a proxy ${publicUrl.origin}${publicUrl.path}/graphql)` : '';
  return `Ragonometrics lineage API: ${url}${proxied}${workers}, over ${database.label}, ${await contents}; ${tokens(config)}.`;
}

/** In the words of the driver: a wrong password, role or name is found out here. */
function because(error: LineageError): string {
  const reason = unreachableReason(error);
  return reason === undefined ? '' : ` (${reason})`;
}

async function contentsOf(database: Database, stop: AbortSignal): Promise<string> {
  const capabilities = await database.capabilities();
  const lacking = [
    ...missingTables(capabilities),
    ...missingColumns(capabilities),
    ...hiddenNames(capabilities),
  ];
  const runs = capabilities.hasColumn('workflow.run_records', 'record_kind')
    ? await countRuns(database, stop)
    : 'no runs';
  const has = `with ${runs}`;
  if (lacking.length === 0) return `${has} and every table and column of the graph`;
  if (capabilities.tables.size === 0) return 'which has none of the tables (see npm run doctor)';
  const named = lacking.length > NAMED ? `${lacking.length} tables and columns` : lacking.join(', ');
  return `${has}, without ${named} (see npm run doctor)`;
}

async function countRuns(database: Database, stop: AbortSignal): Promise<string> {
  const headers = `select 1 from workflow.run_records where record_kind = 'run' limit ${RUNS_COUNTED + 1}`;
  const [row] = await database.query(
    { text: `select count(*)::text from (${headers}) as h`, values: [] },
    stop,
  );
  const count = Number(row?.[0]);
  if (count > RUNS_COUNTED) return `more than ${RUNS_COUNTED.toLocaleString('en')} runs`;
  return count === 1 ? '1 run' : `${count.toLocaleString('en')} runs`;
}

const tokens = ({ secrets: { jwtJwksUrl, jwtPublicKey, jwtSecret } }: Config): string =>
  (jwtJwksUrl ?? jwtPublicKey ?? jwtSecret) === undefined
    ? 'no token is needed'
    : 'every request needs a token';
