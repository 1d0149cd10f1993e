import { readFileSync } from 'node:fs';
import { ConfigError } from '../errors.ts';

/** A line of PRICES_FILE: a price of one's own, or a discount on the kept list. */
export interface OwnPrice {
  /** A name, whatever its case; or the beginning of names, with `*` behind it. */
  readonly model: string;
  readonly from: string | null;
  readonly until: string | null;
  readonly inputUsdPerMillion: number | undefined;
  readonly outputUsdPerMillion: number | undefined;
  /** The share of the price that is taken off, 0 to 1. */
  readonly discount: number | undefined;
}

type Fields = Readonly<Record<string, unknown>>;

const KNOWN = ['model', 'from', 'until', 'inputUsdPerMillion', 'outputUsdPerMillion', 'discount'];

/** The prices of a file: a JSON array, of which later entries win. Throws ConfigError, which names the entry. */
export function readOwnPrices(path: string): readonly OwnPrice[] {
  const refuse = (why: string): never => {
    throw new ConfigError(`PRICES_FILE is ${JSON.stringify(path)}, ${why}.`);
  };
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    return refuse(`which ${error instanceof SyntaxError ? 'is not JSON' : 'cannot be read'}`);
  }
  if (!Array.isArray(content)) return refuse('which is not a JSON array of prices');
  return content.map((entry: unknown, index): OwnPrice => {
    const place = `whose entry ${index + 1}`;
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry))
      return refuse(`${place} is not an object`);
    const fields: Fields = { ...entry };
    const unknown = Object.keys(fields).find((name) => !KNOWN.includes(name));
    if (unknown !== undefined) return refuse(`${place} has an unknown field ${JSON.stringify(unknown)}`);
    const { model, from, until } = fields;
    if (typeof model !== 'string' || model.replace(/\*$/, '').trim() === '')
      return refuse(`${place} has no model`);
    const own = {
      model: model.trim(),
      from: moment(from, () => refuse(`${place} has a from that is no date`)),
      until: moment(until, () => refuse(`${place} has an until that is no date`)),
      inputUsdPerMillion: amount(fields.inputUsdPerMillion, Number.MAX_VALUE, () =>
        refuse(`${place} has an inputUsdPerMillion that is no number from 0`),
      ),
      outputUsdPerMillion: amount(fields.outputUsdPerMillion, Number.MAX_VALUE, () =>
        refuse(`${place} has an outputUsdPerMillion that is no number from 0`),
      ),
      discount: amount(fields.discount, 1, () => refuse(`${place} has a discount that is not from 0 to 1`)),
    };
    if (own.from !== null && own.until !== null && own.from >= own.until)
      return refuse(`${place} has an until that is not after its from`);
    const prices = [own.inputUsdPerMillion, own.outputUsdPerMillion].filter((price) => price !== undefined);
    // One that is left out could be meant as 0, or forgotten.
    if (prices.length !== (own.discount === undefined ? 2 : 0))
      return refuse(`${place} must have either both prices or a discount`);
    return own;
  });
}

/** A day, which begins in UTC, or a moment; as ISO 8601 in UTC. */
function moment(value: unknown, refuse: () => never): string | null {
  if (value === undefined || value === null) return null;
  const isDate =
    typeof value === 'string' &&
    /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/.test(value);
  if (!isDate || Number.isNaN(Date.parse(value))) return refuse();
  return new Date(value).toISOString();
}

function amount(value: unknown, max: number, refuse: () => never): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'number' || !(value >= 0) || value > max) return refuse();
  return value;
}
