import {
  type DocumentNode,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  print,
} from 'graphql';

/** The operations of a text; none of one that holds only comments. Throws what parsing throws. */
export function operationsOf(text: string): readonly OperationDefinitionNode[] {
  if (text.replaceAll(/#.*/g, '').trim() === '') return [];
  const document: DocumentNode = parse(text);
  return document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
}

/** An operation that selects nothing yet. */
export const EMPTY_OPERATION: OperationDefinitionNode = {
  kind: Kind.OPERATION_DEFINITION,
  operation: OperationTypeNode.QUERY,
  selectionSet: { kind: Kind.SELECTION_SET, selections: [] },
};

/** The text with one operation written anew; comments and operations beside it stay as they are. */
export function withOperation(
  text: string,
  old: OperationDefinitionNode,
  selections: OperationDefinitionNode['selectionSet']['selections'],
): string {
  const written =
    selections.length === 0 ? '' : print({ ...old, selectionSet: { kind: Kind.SELECTION_SET, selections } });
  if (!old.loc) return `${text.trimEnd()}${text.trim() === '' ? '' : '\n'}${written}\n`;
  return text.slice(0, old.loc.start) + written + text.slice(old.loc.end);
}
