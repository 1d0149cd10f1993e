import { type DocumentNode, Kind, type SelectionSetNode, visit } from 'graphql';
import { badRequest, costLimitExceeded } from '../errors.ts';
import { fragmentsOf } from '../execution/fragments.ts';

/** What a document may hold, counted as it is written: far above what people and programs write. */
export const LIMITS = {
  /** Names, numbers, texts and signs. */
  tokens: 4000,
  /** Braces, brackets and parentheses within each other, those of fragments included. */
  nesting: 200,
  /** Fields and spreads in one pair of braces. */
  breadth: 200,
  aliases: 200,
  directives: 100,
  /** Fields with fragments written out. */
  fields: 2000,
  /** Subqueries of its statements; a workflow run that something names counts as ten. */
  subqueries: 200,
} as const;

/** Throws COST_LIMIT_EXCEEDED or BAD_USER_INPUT, before the document is compared with the schema: that too takes time. */
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
  if (nestingOf(document) > LIMITS.nesting)
    throw badRequest(
      400,
      `A document may be nested ${LIMITS.nesting} levels deep at most, fragments included.`,
    );
}

/** How many pairs of braces stand in each other at most, with fragments where they are spread. */
function nestingOf(document: DocumentNode): number {
  const fragments = fragmentsOf(document);
  // A fragment that is being measured counts nothing: one that spreads itself is refused later, by its name.
  const known = new Map<string, number>();
  const ofFragment = (name: string): number => {
    const measured = known.get(name);
    if (measured !== undefined) return measured;
    known.set(name, 0);
    const nesting = below(fragments.get(name)?.selectionSet);
    known.set(name, nesting);
    return nesting;
  };
  const below = (set: SelectionSetNode | undefined): number => {
    const inner = (set?.selections ?? []).map((one) =>
      one.kind === Kind.FRAGMENT_SPREAD ? ofFragment(one.name.value) : below(one.selectionSet),
    );
    return set ? 1 + Math.max(0, ...inner) : 0;
  };
  return Math.max(
    0,
    ...document.definitions.map((one) => ('selectionSet' in one ? below(one.selectionSet) : 0)),
  );
}
