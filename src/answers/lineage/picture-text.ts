export const LABEL_LENGTH = 44;
/** Control characters, and those that turn the direction of all that follows. */
const INVISIBLE = /[\p{Cc}\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]+/gu;
/** Letters that are written from right to left. */
const FROM_THE_RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

const graphemes = new Intl.Segmenter('en');

/**
 * A text for one line of a label: without line breaks, cut between characters that a reader sees, and closed in itself,
 * so that letters from right to left turn nothing around them.
 */
export function labelText(text: string, length: number = LABEL_LENGTH): string {
  const line = text.replace(INVISIBLE, ' ').replace(/\s+/g, ' ').trim();
  const characters = [...graphemes.segment(line.slice(0, 20 * length))].map(({ segment }) => segment);
  const cut = characters.length > length ? `${characters.slice(0, length - 1).join('')}…` : line;
  return FROM_THE_RIGHT.test(cut) ? `\u2068${cut}\u2069` : cut;
}
