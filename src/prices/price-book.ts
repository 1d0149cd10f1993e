import type { Database } from '../database/database.ts';
import { TABLES } from '../database/tables.ts';
import type { OwnPrice } from './own-prices.ts';
import type { Price } from './price.ts';

const CALLS = TABLES.TokenUsage.name;

/** New calls may name a model that was not there before. */
const LOOK_AGAIN_MS = 10_000;
/** Rows are numbered before they are written: one with a lower number can come later. */
const WRITTEN_LATE = 10_000n;
/** Below every id. */
const FIRST = -(2n ** 63n);

const LOOK = `select (select max(id) from ${CALLS})::text,
  (select json_agg(distinct model) from ${CALLS} where id > $1::bigint and model is not null)::text`;

/** The prices of the models that the calls of a database name, as one parameter of statements. */
export class PriceBook {
  readonly #database: Database;
  readonly #own: readonly OwnPrice[];
  readonly #models = new Map<string, readonly Price[]>();
  #last = FIRST;
  #looked = Number.NEGATIVE_INFINITY;
  #looking: Promise<void> | undefined;
  #text = '[]';

  constructor(database: Database, own: readonly OwnPrice[]) {
    this.#database = database;
    this.#own = own;
  }

  /** The prices as a JSON array. Reads the models of all calls once, then those of new calls, every ten seconds at most. */
  async current(): Promise<string> {
    if (performance.now() - this.#looked > LOOK_AGAIN_MS) {
      this.#looking ??= this.#look().finally(() => {
        this.#looking = undefined;
      });
      await this.#looking;
    }
    return this.#text;
  }

  async #look(): Promise<void> {
    const { hasColumn } = await this.#database.capabilities();
    // What is missing is told by the fields that need it.
    if (!hasColumn(CALLS, 'id') || !hasColumn(CALLS, 'model')) return;
    const [row = []] = await this.#database.query({ text: LOOK, values: [String(this.#last)] });
    const [last, models] = row;
    const named: unknown = typeof models === 'string' ? JSON.parse(models) : [];
    const added = (Array.isArray(named) ? named.map(String) : []).filter((model) => !this.#models.has(model));
    if (added.length > 0) {
      // The list takes 60 ms and 20 MB, which a server that is asked for no price need not have.
      const { pricesOfModel } = await import('./prices-of-model.ts');
      for (const model of added) this.#models.set(model, pricesOfModel(model, this.#own));
    }
    if (typeof last === 'string') this.#last = BigInt(last) - WRITTEN_LATE;
    this.#text = JSON.stringify([...this.#models.values()].flat());
    this.#looked = performance.now();
  }
}
