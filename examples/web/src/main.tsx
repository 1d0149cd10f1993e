import { StrictMode, useEffect, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Provider } from 'urql';
import { type Address, useAddress } from './address.ts';
import { createClient } from './client.ts';
import { ComparisonPage } from './comparison-page.tsx';
import { PaperPage } from './paper-page.tsx';
import { RunList } from './run-list.tsx';
import { RunPage } from './run-page.tsx';
import { savedToken, TokenField } from './token-field.tsx';
import './style/theme.css';
import './style/page.css';
import './style/parts.css';

function Page({ address }: { address: Address }) {
  switch (address.is) {
    case 'runs':
      return <RunList filter={address.filter} />;
    case 'run':
      return <RunPage key={address.runId} runId={address.runId} />;
    case 'paper':
      return <PaperPage key={address.docId} docId={address.docId} />;
    case 'comparison':
      return <ComparisonPage left={address.left} right={address.right} />;
  }
}

function App() {
  const [token, setToken] = useState(savedToken);
  // Another token may read other rows: a new client forgets the answers of the old one.
  const client = useMemo(() => createClient(token), [token]);
  const address = useAddress();
  const shown = address.is === 'runs' ? 'runs' : JSON.stringify(address);
  // Another page begins at its top.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it runs when another page is shown.
  useEffect(() => {
    scrollTo(0, 0);
  }, [shown]);
  return (
    <Provider value={client}>
      <header className="top">
        <a className="brand" href="#/runs">
          Ragonometrics <span>runs and what they rest on</span>
        </a>
        <TokenField token={token} onChange={setToken} />
      </header>
      <main>
        <Page address={address} />
      </main>
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
