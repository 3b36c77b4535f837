// Habits of a text that show before its lines are joined: indents, and the punctuation of old papers.

/** Whether paragraphs of this text begin with an indent. */
export function usesIndents(lines: readonly { readonly indent: number }[]): boolean {
  const indented = lines.filter((line) => line.indent >= 3).length;
  return indented >= 2 && indented >= lines.length * 0.1;
}

/** Whether sentences are ended by 、 or by nothing, as in papers of the Republic. */
export function hasOldPunctuation(lines: readonly { readonly text: string }[]): boolean {
  const sample = lines
    .slice(0, 400)
    .map((line) => line.text.slice(0, 2000))
    .join('');
  const stops = sample.match(/[。，！？]/gu)?.length ?? 0;
  const pauses = sample.match(/、/gu)?.length ?? 0;
  return pauses >= 5 && pauses > stops * 4;
}
