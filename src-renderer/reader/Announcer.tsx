// Tells those who hear the page what the caret stands at, what is selected, and what was done to marks; nothing of it can be
// seen.
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Annotation } from '../../src-core/annotation/annotation';
import { plainNote } from '../../src-core/annotation/note-markdown';
import type { Issue } from '../../src-core/publication/issue';
import { marksAt, type PlacedMark, type PlacedMarks } from '../annotations/mark-ranges';
import { useDesk } from '../state/desk';
import { selectedRange, useReader, type TextSelection } from '../state/reader';
import { useStrings } from '../strings/use-strings';
import type { Strings } from '../strings/zh-cn';
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
  const strings = useStrings();
  const [said, setSaid] = useState('');
  const latest = useRef({ issue, marks, strings });
  useEffect(() => {
    latest.current = { issue, marks, strings };
  });
  useEffect(() => {
    // What is said twice in a row is told only where it differs.
    const say = (words: string): void => setSaid((former) => (former === words ? `${words}\u00a0` : words));
    const releases = [
      useReader.subscribe((now, before) => {
        if (now.selection === before.selection && now.isSelecting === before.isSelecting) return;
        say(announcement(latest.current, now, before));
      }),
      useDesk.subscribe(({ done }, before) => {
        if (done !== null && done !== before.done) say(announceStep(done, latest.current.strings));
      }),
    ];
    return () => releases.forEach((release) => release());
  }, []);
  return (
    <div className="unseen" aria-live="polite">
      {said}
    </div>
  );
}

type Known = { readonly issue: Issue; readonly marks: PlacedMarks; readonly strings: Strings };
type Caret = Pick<ReturnType<typeof useReader.getState>, 'selection' | 'isSelecting' | 'hasCaret'>;

/** What is to be said of the caret or the selection; of marks, those which the caret enters and that it leaves the last. */
export function announcement({ issue, marks, strings }: Known, now: Caret, before: Caret): string {
  const { selection, isSelecting, hasCaret } = now;
  const article = issue.articles.find(({ articleId }) => articleId === selection?.articleId);
  if (selection === null || article === undefined || isSelecting) return '';
  const { reader } = strings;
  const range = selectedRange(selection);
  if (range !== null) {
    const text = article.text.slice(range.start, range.end);
    const heard = text.length > mostHeard ? `${text.slice(0, mostHeard)}…` : text;
    return reader.announceSelection([...text].length, heard);
  }
  if (!hasCaret) return '';
  const { start, end } = unitAround(article, selection.focus, 'character');
  const here = marksUnder(marks, selection);
  const former = new Set(marksUnder(marks, before.selection).map(({ mark }) => mark.annotationId));
  const entered = here.filter(({ mark }) => !former.has(mark.annotationId));
  const left = former.size > 0 && here.length === 0 ? [reader.announceMarkEnd] : [];
  const words = entered.map(({ mark }) => describeMark(mark, strings));
  return [...left, article.text.slice(start, end), ...words].join(' ');
}

/** What is said of a step that was made, taken back, or made again. */
export function announceStep(
  { way, label }: NonNullable<ReturnType<typeof useDesk.getState>['done']>,
  { reader }: Strings,
): string {
  switch (way) {
    case 'edit':
      return reader.announceDone(label);
    case 'undo':
      return reader.announceUndone(label);
    case 'redo':
      return reader.announceRedone(label);
  }
}

function marksUnder(marks: PlacedMarks, selection: TextSelection | null): readonly PlacedMark[] {
  if (selection === null) return [];
  return marksAt(marks.byArticle.get(selection.articleId) ?? [], selection.focus);
}

function describeMark({ color, style, note, tags }: Annotation, { reader, colors, styles }: Strings): string {
  const look = [`${colors[color]}${styles[style]}`, ...tags.map((tag) => `#${tag}`)].join(' ');
  return reader.announceMark(look, plainNote(note));
}
