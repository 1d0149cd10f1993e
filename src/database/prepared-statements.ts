import { LRUCache } from 'lru-cache';

/**
 * Measured over the walk: PostgreSQL takes about 90 times the text of a prepared statement. These bounds keep it below
 * 50 MB for each connection whatever callers send.
 */
const MAX_PREPARED = 100;
const MAX_PREPARED_TEXT = 500_000;
/** Texts that were seen once, of the whole pool. */
const MAX_SEEN = 1000;
const MAX_SEEN_TEXT = 4_000_000;

/** A text that comes once would only take memory: what is worth preparing was seen before. */
export class SeenTexts {
  readonly #texts = new LRUCache<string, true>({
    max: MAX_SEEN,
    maxSize: MAX_SEEN_TEXT,
    sizeCalculation: (_, text) => text.length + 1,
  });

  /** True from the second time on. */
  again(text: string): boolean {
    if (this.#texts.get(text)) return true;
    this.#texts.set(text, true);
    return false;
  }
}

/** The statements that are prepared on one connection. Those that fall out are closed in PostgreSQL too. */
export class PreparedStatements {
  readonly #names: LRUCache<string, string>;
  #count = 0;

  constructor(close: (name: string) => void) {
    this.#names = new LRUCache({
      max: MAX_PREPARED,
      maxSize: MAX_PREPARED_TEXT,
      sizeCalculation: (_, text) => text.length + 1,
      dispose: (name) => close(name),
    });
  }

  /** The name under which the text is prepared, or is to be. Undefined for a text that is too long to keep. */
  nameOf(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known !== undefined) return known;
    if (text.length >= MAX_PREPARED_TEXT) return undefined;
    this.#count += 1;
    const name = `lineage_${this.#count}`;
    this.#names.set(text, name);
    return name;
  }
}
