// Notes on a whole article or on the issue: made and opened by a command, and listed with the marks.
import type { Annotation, MarkScope } from '../../src-core/annotation/annotation';
import { wholeTarget } from '../../src-core/annotation/whole-note';
import type { ArticleId } from '../../src-core/publication/issue';
import { edit, useDesk } from '../state/desk';
import { pickMark, showPlace, useReader } from '../state/reader';
import { useSettings } from '../state/settings';
import { newMark } from './new-mark';

/** Opens the user's own note on the article one is at, or on the issue; makes it where there is none. */
export function openWholeNote(scope: MarkScope): void {
  const { issue } = useDesk.getState();
  const place = issue === null ? null : wholeTarget(issue, scope, articleAtHand());
  if (issue === null || place === null) return;
  const note = ownNote(scope, place.articleId) ?? addNote(scope);
  if (note === null) return;
  const { start, end } = note.target.position;
  showPlace({ articleId: note.articleId, offset: start }, { start, end });
  pickMark(note.annotationId, true, 'note');

  function addNote(newScope: MarkScope): Annotation | null {
    if (issue === null || place === null) return null;
    const annotation = newMark({ issueId: issue.issueId, ...place, style: 'highlight', scope: newScope });
    return edit({ type: 'add', annotation }) ? annotation : null;
  }
}

/** The article of the selection, of the caret, or else of the reading place. */
export function articleAtHand(): ArticleId | null {
  const { selection } = useReader.getState();
  return selection?.articleId ?? useSettings.getState().settings.place?.articleId ?? null;
}

function ownNote(scope: MarkScope, articleId: ArticleId): Annotation | null {
  const { author } = useSettings.getState().settings;
  for (const mark of useDesk.getState().annotations.values()) {
    if (mark.removed !== undefined || mark.scope !== scope || mark.author !== author) continue;
    if (scope === 'issue' || mark.articleId === articleId) return mark;
  }
  return null;
}
