// Tells those who hear the page what the caret stands at and what is selected; nothing of it can be seen.
import type { ReactNode } from 'react';
import type { Issue } from '../../src-core/publication/issue';
import { marksAt, type PlacedMarks } from '../annotations/mark-ranges';
import { selectedRange, useReader } from '../state/reader';
import { useStrings } from '../strings/use-strings';
import { unitAround } from './text-units';

/** How much of a selection is read out, in code units. */
const mostHeard = 120;

/** Says it, politely. */
export function Announcer({
  issue,
  marks,
}: {
  readonly issue: Issue;
  readonly marks: PlacedMarks;
}): ReactNode {
  return (
    <div className="unseen" aria-live="polite">
      {useAnnouncement(issue, marks)}
    </div>
  );
}

function useAnnouncement(issue: Issue, marks: PlacedMarks): string {
  const { reader, colors, styles } = useStrings();
  const { selection, isSelecting, hasCaret } = useReader();
  const article = issue.articles.find(({ articleId }) => articleId === selection?.articleId);
  if (selection === null || article === undefined || isSelecting) return '';
  const range = selectedRange(selection);
  if (range !== null) {
    const text = article.text.slice(range.start, range.end);
    const heard = text.length > mostHeard ? `${text.slice(0, mostHeard)}…` : text;
    return reader.announceSelection([...text].length, heard);
  }
  if (!hasCaret) return '';
  const { start, end } = unitAround(article, selection.focus, 'character');
  const [top] = marksAt(marks.byArticle.get(article.articleId) ?? [], selection.focus);
  const character = article.text.slice(start, end);
  if (top === undefined) return character;
  const { color, style, note } = top.mark;
  return `${character} ${reader.announceMark(`${colors[color]}${styles[style]}`, note)}`;
}
