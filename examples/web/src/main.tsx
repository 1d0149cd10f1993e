import { StrictMode, useEffect, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Provider } from 'urql';
import { createClient } from './client.ts';
import { RunList } from './run-list.tsx';
import { RunPage } from './run-page.tsx';
import { savedToken, TokenField } from './token-field.tsx';
import './style.css';

/** The address says what is shown: `#/runs/<run id>`, or the list. */
function readRunId(): string | undefined {
  const [, runId] = /^#\/runs\/(.+)$/.exec(location.hash) ?? [];
  return runId && decodeURIComponent(runId);
}

function useRunId(): string | undefined {
  const [runId, setRunId] = useState(readRunId);
  useEffect(() => {
    const changed = (): void => setRunId(readRunId());
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  }, []);
  return runId;
}

function App() {
  const [token, setToken] = useState(savedToken);
  // Another token may read other rows: a new client forgets the answers of the old one.
  const client = useMemo(() => createClient(token), [token]);
  const runId = useRunId();
  return (
    <Provider value={client}>
      <header>
        <a href="#/">Runs</a>
        <TokenField token={token} onChange={setToken} />
      </header>
      <main>{runId === undefined ? <RunList /> : <RunPage key={runId} runId={runId} />}</main>
    </Provider>
  );
}

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
