// A mark in a few words, for lists in which it is one of many.
import type { Annotation } from '../../src-core/annotation/annotation';
import { plainNote } from '../../src-core/annotation/note-markdown';
import { quoteOf } from '../../src-core/annotation/passages';

/** Gives the beginning of a text on one line, in at most so many characters. */
export function shorten(text: string, most: number): string {
  const characters = [...text.replace(/\s+/gu, ' ')];
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : characters.join('');
}

const mostQuoted = 18;
const mostNoted = 16;

/** The passage of a mark between 「」, or what a whole note is on, and the beginning of its note. */
export function markTitle(
  mark: Annotation,
  words: { readonly wholeArticle: (title: string) => string; readonly wholeIssue: string },
): string {
  const quote = shorten(quoteOf(mark), mostQuoted);
  const about =
    mark.scope === 'issue'
      ? words.wholeIssue
      : mark.scope === 'article'
        ? words.wholeArticle(quote)
        : `「${quote}」`;
  const note = shorten(plainNote(mark.note), mostNoted);
  return note === '' ? about : `${about} ${note}`;
}
