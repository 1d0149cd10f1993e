import { createGraphiQLFetcher, type Fetcher, type FetcherParams } from '@graphiql/toolkit';
import 'graphiql/setup-workers/vite';
import { HISTORY_PLUGIN } from '@graphiql/plugin-history';
import { GraphiQL } from 'graphiql';
import { Kind, parse } from 'graphql';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { EXAMPLES } from '../examples.ts';
import { ask } from './ask.ts';
import { EmptyAnswer } from './empty-answer.tsx';
import { exampleTab, type Tab } from './example-tab.ts';
import { EXPLORER_PLUGIN } from './explorer/explorer-panel.tsx';
import { renewExamples } from './kept-tabs.ts';
import { LINEAGE_PLUGIN } from './lineage/lineage-plugin.tsx';
import { ShareButton } from './share-button.tsx';
import { sharedTab } from './shared-link.ts';
import { startingValues } from './starting-values.ts';
import { savedToken, TOKEN_PLUGIN, TokenContext } from './token-panel.tsx';
import 'graphiql/style.css';
import './style.css';

const FILES = import.meta.glob<string>('../../../examples/*.graphql', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const QUERIES = EXAMPLES.map((name) => FILES[`../../../examples/${name}.graphql`] ?? '');

const PLUGINS = [HISTORY_PLUGIN, EXPLORER_PLUGIN, LINEAGE_PLUGIN, TOKEN_PLUGIN];
const SHARED = sharedTab(location);
// A reload shows the tab as it was edited since, not the link once more.
if (SHARED) history.replaceState(null, '', location.pathname);

/** GraphiQL finds out late which operation a tab holds, and would ask for that of the tab before. */
function operationOf({ query, operationName }: FetcherParams): string | null {
  try {
    const names = parse(query).definitions.flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION ? [definition.name?.value] : [],
    );
    return (names.length === 1 ? names[0] : operationName) ?? null;
  } catch {
    // The server says what is wrong with it.
    return operationName ?? null;
  }
}

/** The endpoint is the address of this page. */
function fetcherWith(token: string): Fetcher {
  const headers = token === '' ? undefined : { authorization: `Bearer ${token}` };
  const fetcher = createGraphiQLFetcher({ url: location.pathname, ...(headers && { headers }) });
  return (params, options) => fetcher({ ...params, operationName: operationOf(params) }, options);
}

/** The examples over the database of this server, as far as this token may see it. */
async function exampleTabs(token: string): Promise<readonly Tab[]> {
  const values = await startingValues(
    QUERIES,
    async (query, variables) => (await ask(token, query, variables)).data,
  );
  const tabs = QUERIES.map((query) => exampleTab(query, values));
  renewExamples(localStorage, tabs);
  return tabs;
}

function Page({ isTokenWanted }: { isTokenWanted: boolean }) {
  const [token, setToken] = useState(savedToken);
  const [{ tabs, of }, setTabs] = useState<{ tabs: readonly Tab[]; of?: string }>({ tabs: [] });
  useEffect(() => {
    let isWanted = true;
    void exampleTabs(token).then((found) => isWanted && setTabs({ tabs: found, of: token }));
    return () => {
      isWanted = false;
    };
  }, [token]);
  if (of === undefined) return <p className="starting">GraphiQL starts ...</p>;
  return (
    <TokenContext value={{ token, setToken }}>
      <GraphiQL
        // Another token may see another schema: asked for anew.
        key={of}
        fetcher={fetcherWith(of)}
        plugins={PLUGINS}
        {...(isTokenWanted && of === '' && { visiblePlugin: TOKEN_PLUGIN })}
        {...(SHARED && { initialQuery: SHARED.query, initialVariables: SHARED.variables })}
        defaultTabs={SHARED ? [SHARED, ...tabs] : [...tabs]}
        defaultEditorToolsVisibility="variables"
        inputValueDeprecation
        schemaDescription
        shouldPersistHeaders={false}
        // More than there are tabs: who tries all of them still finds the first.
        maxHistoryLength={100}
      >
        <GraphiQL.Logo>Ragonometrics lineage</GraphiQL.Logo>
        <GraphiQL.Toolbar>
          {({ prettify, merge, copy }) => (
            <>
              {prettify}
              {merge}
              {copy}
              <ShareButton />
            </>
          )}
        </GraphiQL.Toolbar>
        <GraphiQL.Footer>
          <EmptyAnswer />
        </GraphiQL.Footer>
      </GraphiQL>
    </TokenContext>
  );
}

/** A server that needs a token says so to callers without one. */
async function wantsToken(): Promise<boolean> {
  const body = JSON.stringify({ query: '{ __typename }' });
  const headers = { 'content-type': 'application/json' };
  const { status } = await fetch(location.pathname, { method: 'POST', headers, body });
  return status === 401;
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<Page isTokenWanted={await wantsToken().catch(() => false)} />);
