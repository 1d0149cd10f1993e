const graphemes = new Intl.Segmenter('en');

/** A text in at most so many lines of so many characters, broken at words; what does not fit is cut. */
export function wrapped(text: string, length: number, most: number): readonly string[] {
  const lines: string[] = [''];
  for (const word of text.split(/\s+|(?<=-)(?=\w{4})/).filter(Boolean)) {
    const last = lines.at(-1) ?? '';
    const longer = last === '' || last.endsWith('-') ? last + word : `${last} ${word}`;
    if (countOf(longer) <= length) lines[lines.length - 1] = longer;
    else if (last === '') lines[0] = word;
    else lines.push(word);
  }
  const kept = lines.slice(0, most).map((line) => cut(line, length));
  if (lines.length > most) kept[most - 1] = cut(`${kept[most - 1]} …`, length);
  return kept;
}

const countOf = (text: string): number => [...graphemes.segment(text)].length;

/** Between characters that a reader sees. */
function cut(line: string, length: number): string {
  const characters = [...graphemes.segment(line)].map(({ segment }) => segment);
  return characters.length > length ? `${characters.slice(0, length - 1).join('')}…` : line;
}
