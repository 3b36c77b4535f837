// From an excerpt back to the paper: its issue is opened at the words, and the room of study days makes way. The day stays
// as it is, and the room opens on it again.
import type { Excerpt } from '../../src-core/study/study-day';
import type { TextRange } from '../../src-core/text/offsets';
import { focusPage } from '../reader/zones';
import { standingMark, useDesk } from '../state/desk';
import { openIssueFromShelf } from '../state/open-issue';
import { pickMark, showPlace } from '../state/reader';
import { leaveRoom } from '../state/study';

/** Shows a passage where it stands now; one that stands nowhere any more (`null`), the place where it stood. */
export async function showInPaper(
  { issueId, articleId, annotationId, passages }: Excerpt,
  passage: number,
  range: TextRange | null,
): Promise<void> {
  leaveRoom();
  if (useDesk.getState().issue?.issueId !== issueId) await openIssueFromShelf(issueId);
  const { issue, annotations } = useDesk.getState();
  const article = issue?.articles.find((candidate) => candidate.articleId === articleId);
  if (issue?.issueId !== issueId || article === undefined) return;
  const former = Math.min(passages[passage]?.position.start ?? 0, Math.max(0, article.text.length - 1));
  const mark = annotationId === undefined ? null : standingMark(annotations, annotationId);
  if (mark !== null) pickMark(mark.annotationId);
  showPlace({ articleId, offset: range?.start ?? former }, range ?? undefined);
  // The page takes the focus once the room is gone from over it.
  requestAnimationFrame(focusPage);
}
