import { createGraphiQLFetcher, type Fetcher, type FetcherParams } from '@graphiql/toolkit';
import 'graphiql/setup-workers/vite';
import { explorerPlugin } from '@graphiql/plugin-explorer';
import { HISTORY_PLUGIN } from '@graphiql/plugin-history';
import { GraphiQL } from 'graphiql';
import { Kind, parse } from 'graphql';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { EXAMPLES } from '../examples.ts';
import { savedToken, TOKEN_PLUGIN, TokenContext } from './token-panel.tsx';
import 'graphiql/style.css';
import '@graphiql/plugin-explorer/style.css';
import './style.css';

const FILES = import.meta.glob<string>('../../../examples/*.graphql', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const TABS = EXAMPLES.map((name) => ({ query: FILES[`../../../examples/${name}.graphql`] ?? '' }));

const PLUGINS = [HISTORY_PLUGIN, explorerPlugin({ showAttribution: false }), TOKEN_PLUGIN];

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

function Page({ isTokenWanted }: { isTokenWanted: boolean }) {
  const [token, setToken] = useState(savedToken);
  return (
    <TokenContext value={{ token, setToken }}>
      <GraphiQL
        // Another token may see another schema: asked for anew.
        key={token}
        fetcher={fetcherWith(token)}
        plugins={PLUGINS}
        {...(isTokenWanted && token === '' && { visiblePlugin: TOKEN_PLUGIN })}
        defaultTabs={TABS}
        defaultEditorToolsVisibility="variables"
        inputValueDeprecation
        schemaDescription
        shouldPersistHeaders={false}
      >
        <GraphiQL.Logo>Ragonometrics lineage</GraphiQL.Logo>
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
