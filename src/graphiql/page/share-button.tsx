import { ToolbarButton, useGraphiQL } from '@graphiql/react';
import { useState } from 'react';
import { shareLink } from './shared-link.ts';

const LABEL = 'Copy a link to this query and its variables';

/** Copies a link; where a page may not write to the clipboard (http on another machine), the address bar shows it. */
export function ShareButton() {
  const query = useGraphiQL((state) => state.queryEditor);
  const variables = useGraphiQL((state) => state.variableEditor);
  const [said, say] = useState('');
  async function share(): Promise<void> {
    const link = shareLink(location, {
      query: query?.getValue() ?? '',
      variables: variables?.getValue() ?? '',
    });
    try {
      await navigator.clipboard.writeText(link);
      say('The link is copied.');
    } catch {
      history.replaceState(null, '', link);
      say('The link is in the address bar.');
    }
  }
  return (
    <>
      <ToolbarButton label={said || LABEL} onClick={share} onMouseLeave={() => say('')}>
        <svg
          className="graphiql-toolbar-icon"
          viewBox="0 0 24 24"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          aria-hidden="true"
        >
          <path d="M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1m2 4a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1" />
        </svg>
      </ToolbarButton>
      <output className="share-said" hidden={said === ''}>
        {said}
      </output>
    </>
  );
}
