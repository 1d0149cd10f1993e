import { useState } from 'react';

/** The beginning of a long id, with a button that copies the whole. */
export function ShortId({ id, length = 10 }: { id: string; length?: number }) {
  const [isCopied, setCopied] = useState(false);
  async function copy(): Promise<void> {
    // A page on http of another machine may not write to the clipboard.
    await navigator.clipboard?.writeText(id).then(() => setCopied(true));
  }
  return (
    <span className="short-id">
      <code title={id}>{id.length > length ? `${id.slice(0, length)}…` : id}</code>
      <button
        type="button"
        className="quiet"
        aria-label={`Copy ${id}`}
        onClick={copy}
        onBlur={() => setCopied(false)}
      >
        {isCopied ? 'copied' : 'copy'}
      </button>
    </span>
  );
}
