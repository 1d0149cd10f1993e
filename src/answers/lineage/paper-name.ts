/** How people name a paper: "Smith et al. 2020"; by its title where nobody is named as its author. */
export function paperName(
  author: string | undefined,
  title: string | undefined,
  year: string | undefined,
): string | undefined {
  // The producer takes titles and authors from names of files: "Title - Author (2020).pdf".
  const plain = (text: string | undefined): string | undefined => text?.replace(/\.pdf$/i, '').trim();
  const [, inName] = /\((\d{4})\)/.exec(author ?? '') ?? [];
  const named = author === title ? undefined : plain(author)?.replace(/\s*\(\d{4}\)/, '');
  if (!named) return plain(title);
  return [named, year ?? inName].filter(Boolean).join(' ');
}
