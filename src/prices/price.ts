/** The price of a model in a period, and of calls of a size. A row of the parameter by which prices reach SQL. */
export interface Price {
  /** As model calls name it. */
  readonly model: string;
  /** The first moment at which it is valid; null: always was. */
  readonly from: string | null;
  /** The first moment at which it is not any more; null: still is. */
  readonly until: string | null;
  /** The times of the day, in UTC, between which it is valid; null: all day. */
  readonly clockFrom: string | null;
  readonly clockUntil: string | null;
  /** It is valid for calls that send more tokens than this, and at most that many; null: no bound. */
  readonly tokensAbove: number | null;
  readonly tokensUpTo: number | null;
  /** US dollars for a million tokens. */
  readonly inputUsdPerMillion: number;
  /** Null: the price of received tokens is not known; embeddings receive none. */
  readonly outputUsdPerMillion: number | null;
  /** Where it comes from. */
  readonly source: string;
}

/** What a price says of one moment. */
export interface Rate {
  readonly input: readonly Step[];
  /** None where the price of received tokens is not known. */
  readonly output: readonly Step[];
  readonly source: string;
}

/** A price per million tokens, for calls that send more than `above` tokens. The first step is above -1. */
export interface Step {
  readonly above: number;
  readonly usd: number;
}
