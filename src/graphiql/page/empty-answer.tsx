import { isMacOs, useGraphiQL } from '@graphiql/react';

/** Stands in the pane of the answer until there is one. */
export function EmptyAnswer() {
  const isEmpty = useGraphiQL(
    ({ tabs, activeTabIndex, isFetching }) => !isFetching && !tabs[activeTabIndex]?.response,
  );
  if (!isEmpty) return null;
  return (
    <p className="empty-answer">
      Press the play button, or <kbd>{isMacOs ? '⌘' : 'Ctrl'}</kbd> + <kbd>Enter</kbd>, to run the query. The
      answer appears here.
    </p>
  );
}
