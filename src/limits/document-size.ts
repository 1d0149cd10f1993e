import { type DocumentNode, Kind, type SelectionSetNode, visit } from 'graphql';
import { costLimitExceeded } from '../errors.ts';

/** What a document may hold, counted as it is written: far above what people and programs write. */
export const LIMITS = {
  /** Names, numbers, texts and signs. */
  tokens: 4000,
  /** Fields and spreads in one pair of braces. */
  breadth: 200,
  aliases: 200,
  directives: 100,
  /** Fields with fragments written out. */
  fields: 2000,
  /** Subqueries of its statements; a workflow run that something names counts as ten. */
  subqueries: 200,
} as const;

/** Throws COST_LIMIT_EXCEEDED, before the document is compared with the schema: that too takes time. */
export function checkSize(document: DocumentNode): void {
  let [aliases, directives, breadth] = [0, 0, 0];
  visit(document, {
    SelectionSet: ({ selections }: SelectionSetNode) => {
      breadth = Math.max(breadth, selections.length);
      aliases += selections.filter((one) => one.kind === Kind.FIELD && one.alias !== undefined).length;
    },
    Directive: () => {
      directives += 1;
    },
  });
  const check = (limit: keyof typeof LIMITS, requested: number, what: string): void => {
    const allowed = LIMITS[limit];
    if (requested > allowed)
      throw costLimitExceeded(
        limit,
        `A document takes ${allowed} ${what}, but this one has ${requested}.`,
        requested,
        allowed,
      );
  };
  check('breadth', breadth, 'fields in one selection');
  check('aliases', aliases, 'aliases');
  check('directives', directives, 'directives');
}
