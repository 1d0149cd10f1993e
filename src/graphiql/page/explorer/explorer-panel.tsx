import {
  type GraphiQLPlugin,
  useGraphiQL,
  useOperationsEditorState,
  useOptimisticState,
} from '@graphiql/react';
import { GraphQLError, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { FieldTree } from './field-tree.tsx';
import { EMPTY_OPERATION, operationsOf, withOperation } from './operation-text.ts';

/** A panel by which a query is clicked together. */
export const EXPLORER_PLUGIN: GraphiQLPlugin = {
  title: 'Explorer',
  icon: () => (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M5 4v15h5M5 9h5m3-2h7v4h-7zm0 10h7v4h-7z" />
    </svg>
  ),
  content: ExplorerPanel,
};

function read(text: string): { operations: readonly OperationDefinitionNode[] } | { problem: string } {
  try {
    const operations = operationsOf(text);
    return { operations: operations.length > 0 ? operations : [EMPTY_OPERATION] };
  } catch (error) {
    if (error instanceof GraphQLError) return { problem: error.message };
    throw error;
  }
}

function ExplorerPanel() {
  const schema = useGraphiQL((state) => state.schema);
  const [text, setText] = useOptimisticState(useOperationsEditorState());
  const found = read(text);
  return (
    <section className="explorer-panel" aria-label="Explorer">
      <h2>Explorer</h2>
      {!schema && <p>The schema is not there yet.</p>}
      {'problem' in found && <p>The query cannot be read: {found.problem}</p>}
      {schema &&
        'operations' in found &&
        found.operations.map((operation, place) => (
          <Operation
            // Operations may have no name, and change it while it is typed.
            key={String(place)}
            schema={schema}
            operation={operation}
            onChange={(selections) => setText(withOperation(text, operation, selections))}
          />
        ))}
    </section>
  );
}

interface Props {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly onChange: (selections: OperationDefinitionNode['selectionSet']['selections']) => void;
}

function Operation({ schema, operation, onChange }: Props) {
  const type = schema.getRootType(operation.operation);
  return (
    <article>
      <h3>
        {operation.operation} {operation.name?.value}
      </h3>
      {type && (
        <FieldTree
          schema={schema}
          type={type}
          selections={operation.selectionSet.selections}
          onChange={onChange}
        />
      )}
    </article>
  );
}
