// Tags that are typed in a note: #标签, until white space or a sign that is no part of a tag. A # within a word, as in
// C#, and headings of Markdown, where a blank follows the #, are none.

const pattern = /(?<![A-Za-z0-9#＃&/])[#＃]([\p{L}\p{N}_](?:[\p{L}\p{N}_·/-]{0,98}[\p{L}\p{N}_])?)/gu;

/** Gives the tags typed in a note, each once, in order. */
export function tagsInNote(note: string): readonly string[] {
  const tags = [...note.matchAll(pattern)].map((match) => (match[1] ?? '').normalize('NFC'));
  return [...new Set(tags.filter((tag) => tag !== '' && tag.length <= 100))];
}
