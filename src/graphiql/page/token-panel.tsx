import type { GraphiQLPlugin } from '@graphiql/react';
import { createContext, type FormEvent, useContext } from 'react';

const KEY = 'lineage-token';

/** Kept until the tab of the browser is closed, and nowhere else. */
export const savedToken = (): string => sessionStorage.getItem(KEY) ?? '';

export const TokenContext = createContext<{ token: string; setToken: (token: string) => void }>({
  token: '',
  setToken: () => {},
});

/** A panel beside the documentation, where the token goes. */
export const TOKEN_PLUGIN: GraphiQLPlugin = {
  title: 'Token',
  icon: () => (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <circle cx="8" cy="15" r="4" />
      <path d="m11 12 8-8m-3 3 3 3m-5-1 2 2" />
    </svg>
  ),
  content: TokenPanel,
};

function TokenPanel() {
  const { token, setToken } = useContext(TokenContext);
  const use = (given: string): void => {
    sessionStorage.setItem(KEY, given);
    setToken(given);
  };
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const given = new FormData(event.currentTarget).get('token');
    if (typeof given === 'string') use(given.trim().replace(/^Bearer\s+/i, ''));
  }
  return (
    <section className="token-panel" aria-label="Token">
      <h2>Token</h2>
      <p>
        Sent with every query as <code>Authorization: Bearer</code>, and kept by this tab of the browser until
        it is closed.
      </p>
      <form onSubmit={submit}>
        <input name="token" type="password" autoComplete="off" aria-label="The token" defaultValue={token} />
        <button type="submit" className="graphiql-button">
          Use it
        </button>
        {token !== '' && (
          <button type="button" className="graphiql-button" onClick={() => use('')}>
            Forget it
          </button>
        )}
      </form>
      <p>{token === '' ? 'No token is sent now.' : 'A token is sent now.'}</p>
      <p>
        A server that was started without tokens needs none. <code>npm run token</code> makes one where{' '}
        <code>JWT_SECRET</code> is set; otherwise ask who runs this server.
      </p>
    </section>
  );
}
