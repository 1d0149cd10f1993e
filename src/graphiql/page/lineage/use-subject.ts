import { useGraphiQL } from '@graphiql/react';
import { useEffect, useState } from 'react';
import { idAt, idsIn } from './node-ids.ts';

/** The ids of the answer that is shown, and the one in which the cursor was set last, in whichever editor. */
export function useSubject(): { readonly ids: readonly string[]; readonly atCursor: string | undefined } {
  const answer = useGraphiQL(({ tabs, activeTabIndex }) => tabs[activeTabIndex]?.response ?? '');
  const query = useGraphiQL((state) => state.queryEditor);
  const variables = useGraphiQL((state) => state.variableEditor);
  const response = useGraphiQL((state) => state.responseEditor);
  const [atCursor, setAtCursor] = useState<string>();
  useEffect(() => {
    const listening = [response, variables, query].flatMap((editor) => {
      const look = (): void => {
        const model = editor?.getModel();
        const position = editor?.getPosition();
        const id = model && position && idAt(model.getValue(), model.getOffsetAt(position));
        if (id) setAtCursor(id);
      };
      return editor ? [editor.onDidChangeCursorPosition(look)] : [];
    });
    return () => {
      for (const one of listening) one.dispose();
    };
  }, [query, variables, response]);
  return { ids: idsIn(answer), atCursor };
}
