import DataLoader from 'dataloader';
import type { Capabilities } from '../database/capabilities.ts';
import type { Database } from '../database/database.ts';
import { LineageError } from '../errors.ts';
import { NO_ROW } from '../execution/row.ts';
import { attempt } from './available.ts';
import type { Access } from './check/access.ts';
import { estimateRows } from './estimate-rows.ts';
import { areFew, indexUse } from './index-use.ts';
import type { Request } from './plan.ts';
import { ROOT } from './root.ts';
import { Estimate } from './rows/estimate.ts';
import { DatabaseSources } from './sources.ts';
import { writeEstimate } from './write/write-estimate.ts';

/** What the planner expects, before or instead of running a statement. Asked together, it is one EXPLAIN. */
export class Estimates {
  readonly #database: Database;
  readonly #access: Access;
  #together: DataLoader<Estimate, number | null> | undefined;

  constructor(database: Database, access: Access) {
    this.#database = database;
    this.#access = access;
  }

  /** About how many rows there are; null where nobody can tell. Rejects with what the caller or the database lacks. */
  of(page: Estimate): Promise<number | null> {
    // Few requests ask.
    this.#together ??= new DataLoader<Estimate, number | null>((pages) => this.#ask(pages));
    return this.#together.load(page);
  }

  /** About how many groups root fields make of whole tables. Why one cannot be told is told by the field itself. */
  async groups(requests: readonly Request[]): Promise<number> {
    const pages = requests.flatMap((one) => (one.shape.groupsAll ? pageOf(one) : []));
    const expected = await Promise.all(pages.map((page) => this.of(page).catch(() => null)));
    return expected.reduce((sum: number, groups) => sum + (groups ?? 0), 0);
  }

  /** Whether the filter of a list of all rows lets few of them through, where that decides how they are found. */
  async isFew(request: Request, capabilities: Capabilities): Promise<boolean> {
    const use = indexUse(request.shape.query, request.asked, capabilities);
    const [page] = use?.isOpen ? pageOf(request) : [];
    const expected = page ? await this.of(page).catch(() => null) : null;
    return use !== undefined && expected !== null && areFew(expected, use.rows);
  }

  /** One that cannot be written (FORBIDDEN, NOT_IN_THIS_DATABASE) leaves the others standing. */
  async #ask(pages: readonly Estimate[]): Promise<(number | null | LineageError)[]> {
    const capabilities = await this.#database.capabilities();
    const written = pages.map((page) =>
      attempt(() => writeEstimate(page, new DatabaseSources(capabilities, this.#access))),
    );
    const statements = written.flatMap((rows, index) => {
      const asked = pages[index]?.asked;
      return rows instanceof LineageError || !asked ? [] : [{ rows, asked }];
    });
    if (statements.length === 0) return written.map((one) => (one instanceof LineageError ? one : null));
    const rows = (await estimateRows(this.#database, statements))[Symbol.iterator]();
    return written.map((one) => (one instanceof LineageError ? one : (rows.next().value ?? null)));
  }
}

const pageOf = ({ asked, shape: { query } }: Request): readonly Estimate[] =>
  query.kind === 'query' ? [new Estimate(query.query.rows, NO_ROW, ROOT, asked)] : [];
