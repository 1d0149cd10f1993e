/**
 * An edge, soft and enforced alike: which rows of another table belong to a row of this one.
 *
 * `on` pairs a field of the child with a field of the parent; all pairs must match, null matches nothing.
 * `via` walks through other tables first (each hop joined to the one before it); `on` then refers to the last hop.
 * Data only: `joined.ts` makes a relation of an edge, `fields/edge-fields.ts` a field.
 */
export interface Edge {
  readonly to: string;
  /** `one`: the row or null. `list`: all rows, for sets that are small by nature. `connection`: pages. */
  readonly as: 'one' | 'list' | 'connection';
  readonly on: Readonly<Record<string, string>>;
  /** Further pairs, by what the parent is: one of these must match too. */
  readonly either?: readonly {
    readonly when: Readonly<Record<string, string>>;
    readonly on: Readonly<Record<string, string>>;
  }[];
  /** Pairs that must match too where both rows have a value. */
  readonly alike?: Readonly<Record<string, string>>;
  /** Pairs that must differ. Null differs from nothing. */
  readonly unlike?: Readonly<Record<string, string>>;
  /** For a key that the parent may leave out: what null and '' in its field mean. */
  readonly orElse?: string;
  /** Before that: what the header of the run in this field of the parent holds in the same column. */
  readonly orElseOfRun?: string;
  readonly via?: readonly Hop[];
  /** Several ways lead to the same child; it is given once. */
  readonly distinct?: true;
  /** Which of the child's rows count at all, by constant values. */
  readonly where?: Readonly<Record<string, string>>;
  /** The argument `includeReused` starts the edge from the run whose index this run took over. */
  readonly throughReuse?: 'index';
  readonly orderBy?: readonly EdgeOrder[];
  /** Its rows are read by a statement of its own, once for all rows that lead to them: where that is planned better. */
  readonly apart?: true;
  readonly description: string;
}

export interface Hop {
  readonly to: string;
  readonly on: Readonly<Record<string, string>>;
}

export interface EdgeOrder {
  readonly field: string;
  readonly direction?: 'ASC' | 'DESC';
  /** Sort by the place of the value in this sequence instead of by the value; unknown values come last. */
  readonly sequence?: readonly string[];
}

/** The edges of some types, by the type that they start from. */
export type Edges = Readonly<Record<string, Readonly<Record<string, Edge>>>>;

/** The project of what names none: to every service of Ragonometrics, null and '' mean this one. */
export const DEFAULT_PROJECT = 'default-shared';
