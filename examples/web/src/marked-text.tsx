import { useEffect, useRef } from 'react';

interface Props {
  readonly text: string;
  /** The place of its first word on the page; words count from 0. */
  readonly firstWord: number | null | undefined;
  /** The first and the last of the cited words, on the same page. */
  readonly from: number | null | undefined;
  readonly to: number | null | undefined;
}

/** The text of a chunk, with the cited words marked and in view. */
export function MarkedText({ text, firstWord, from, to }: Props) {
  const mark = useRef<HTMLElement>(null);
  useEffect(() => {
    mark.current?.scrollIntoView({ block: 'center' });
  }, []);
  if (firstWord == null || from == null || to == null) return <p className="chunk">{text}</p>;
  const words = text.split(/\s+/).filter((word) => word !== '');
  const first = Math.max(0, from - firstWord);
  const after = Math.max(first, to + 1 - firstWord);
  return (
    <p className="chunk">
      {words.slice(0, first).join(' ')} <mark ref={mark}>{words.slice(first, after).join(' ')}</mark>{' '}
      {words.slice(after).join(' ')}
    </p>
  );
}
