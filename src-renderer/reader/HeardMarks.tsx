// For those who hear the page: which marks begin in a stretch of the text, and what is noted there. It stands behind the
// stretch in reading order and cannot be seen; it follows a change of the marks in the next moment, after the page has shown it.
import { memo, useDeferredValue, useMemo, type ReactNode } from 'react';
import type { Annotation } from '../../src-core/annotation/annotation';
import { plainNote } from '../../src-core/annotation/note-markdown';
import { quoteOf } from '../../src-core/annotation/passages';
import type { ArticleId } from '../../src-core/publication/issue';
import type { TextRange } from '../../src-core/text/offsets';
import { placedMarks } from '../annotations/mark-ranges';
import { markTitle, shorten } from '../annotations/mark-title';
import { useDesk } from '../state/desk';
import { useMarkList } from '../state/mark-list';
import { useStrings } from '../strings/use-strings';
import type { Strings } from '../strings/zh-cn';

type HeardMarksProps = { readonly articleId: ArticleId } & TextRange;

/** Says the marks that begin between two offsets of an article; nothing where there are none. */
export const HeardMarks = memo(function HeardMarks({ articleId, start, end }: HeardMarksProps): ReactNode {
  const strings = useStrings();
  const issue = useDesk((state) => state.issue);
  const annotations = useDeferredValue(useDesk((state) => state.annotations));
  const hidden = useMarkList((state) => state.hiddenAuthors);
  const inArticle = issue === null ? undefined : placedMarks(issue, annotations).byArticle.get(articleId);
  const words = useMemo(
    () =>
      (inArticle ?? [])
        .filter(({ mark, range }) => range.start >= start && range.start < end && !hidden.has(mark.author))
        .map(({ mark }) => sayMark(mark, strings)),
    [inArticle, hidden, start, end, strings],
  );
  return words.length === 0 ? null : (
    <div role="note" className="unseen">
      {words.join(strings.reader.heardMarksRule)}
    </div>
  );
});

const mostQuoted = 30;

/** A mark in words: its passage, its look, its tags and its note. */
export function sayMark(mark: Annotation, { reader, desk, colors, styles }: Strings): string {
  const note = plainNote(mark.note);
  if (mark.scope !== undefined) return reader.heardNote(markTitle({ ...mark, note: '' }, desk), note);
  const look = [`${colors[mark.color]}${styles[mark.style]}`, ...mark.tags.map((tag) => `#${tag}`)].join(' ');
  return reader.heardMark(shorten(quoteOf(mark), mostQuoted), reader.announceMark(look, note));
}
