const KEY = 'lineage-token';

/** Kept until the tab is closed, and nowhere else. */
export const savedToken = (): string => sessionStorage.getItem(KEY) ?? '';

/** Where the token goes, for servers that need one (`npm run token` makes one). */
export function TokenField({ token, onChange }: { token: string; onChange: (token: string) => void }) {
  return (
    <label>
      Token{' '}
      <input
        type="password"
        autoComplete="off"
        placeholder="if the server needs one"
        defaultValue={token}
        onChange={({ target: { value } }) => {
          const given = value.trim();
          sessionStorage.setItem(KEY, given);
          onChange(given);
        }}
      />
    </label>
  );
}
