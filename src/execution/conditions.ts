import {
  type ASTNode,
  type DocumentNode,
  type GraphQLDirective,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  getDirectiveValues,
  type SelectionNode,
  visit,
} from 'graphql';

type Values = Readonly<Record<string, unknown>>;

const CONDITIONS: ReadonlySet<string> = new Set([GraphQLSkipDirective.name, GraphQLIncludeDirective.name]);

/** The variables that decide on a @skip or an @include. */
export function decidingVariables(document: DocumentNode): readonly string[] {
  const found = new Set<string>();
  visit(document, {
    Directive: (node) => {
      if (!CONDITIONS.has(node.name.value)) return;
      visit(node, { Variable: ({ name }) => void found.add(name.value) });
    },
  });
  return [...found];
}

/** A document without what is skipped for these values of variables, and without its conditions. */
export function decide(document: DocumentNode, variables: Values): DocumentNode {
  const says = (directive: GraphQLDirective, node: SelectionNode, value: boolean): boolean => {
    const { if: given } = getDirectiveValues(directive, node, variables) ?? {};
    return given === value;
  };
  const keep = (node: SelectionNode): ASTNode | null | undefined => {
    if (!node.directives?.length) return undefined;
    if (says(GraphQLSkipDirective, node, true) || says(GraphQLIncludeDirective, node, false)) return null;
    return { ...node, directives: node.directives.filter(({ name }) => !CONDITIONS.has(name.value)) };
  };
  return visit(document, { Field: keep, FragmentSpread: keep, InlineFragment: keep });
}
