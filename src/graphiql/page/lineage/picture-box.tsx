import type { KeyboardEvent } from 'react';
import type { Truncated } from './graph.ts';
import { BOX, type Box } from './layout.ts';

interface Props {
  readonly box: Box;
  readonly isStart: boolean;
  readonly truncated: readonly Truncated[];
  readonly onOpen: () => void;
  readonly onReached: () => void;
}

const LENGTH = 26;
/** Cut between characters that a reader sees, not within one. */
function cut(title: string): string {
  const characters = [...new Intl.Segmenter().segment(title)].map(({ segment }) => segment);
  return characters.length > LENGTH ? `${characters.slice(0, LENGTH - 1).join('')}…` : title;
}

export function more({ type, shown, total }: Truncated): string {
  return total === null ? `more ${type} than ${shown}` : `${total - shown} more ${type}`;
}

/** A node: its type and status, its title, and what was left out. */
export function PictureBox({ box, isStart, truncated, onOpen, onReached }: Props) {
  const heading = [box.type, box.status].filter(Boolean).join(' · ');
  const leftOut = truncated.map((one) => `+ ${more(one)}`).join(', ');
  const seen = [heading, cut(box.title), cut(leftOut)];
  // Begins with what is seen, so that who speaks to a browser can name it; what was cut follows.
  const label = [...new Set([...seen, box.title, leftOut])].filter(Boolean).join(', ');
  const open = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onOpen();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no button
    <g
      role="button"
      tabIndex={0}
      aria-label={label}
      className={`lineage-box ${box.tone}${isStart ? ' start' : ''}`}
      transform={`translate(${box.x} ${box.y})`}
      onClick={onOpen}
      onKeyDown={open}
      // A box that Tab reaches outside of the frame comes into it; one that is clicked stays under the pointer.
      onFocus={({ currentTarget }) => currentTarget.matches(':focus-visible') && onReached()}
    >
      <title>{label}</title>
      <rect width={BOX.width} height={BOX.height} rx={6} />
      <rect width={5} height={BOX.height} rx={2} className="lineage-status" />
      {/* Blanks between the lines, or a reader of the page would read them as one word. */}
      <text x={14} y={18} className="lineage-type">
        {heading}
      </text>{' '}
      <text x={14} y={34}>
        {seen[1]}
      </text>{' '}
      <text x={14} y={49} className="lineage-type">
        {seen[2]}
      </text>
    </g>
  );
}
