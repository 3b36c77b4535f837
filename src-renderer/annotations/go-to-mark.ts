// Following a link 参见 to a mark, in its own issue or in another. Where there is nothing to go to, the reader stays where he
// is and is told what is missing, where it was, and what can be done.
import type { AnnotationId, MarkAddress } from '../../src-core/annotation/annotation';
import type { IssueId } from '../../src-core/publication/issue';
import { call } from '../bridge/bridge';
import { useDesk } from '../state/desk';
import { readTrashed } from '../state/library';
import { useMarkList, type ListFace } from '../state/mark-list';
import { post } from '../state/notices';
import { openIssueFromShelf } from '../state/open-issue';
import { pickMark, showPlace } from '../state/reader';
import { openPanel } from '../state/side-panels';
import { placedMarks } from './mark-ranges';

/** Shows a mark of the open issue on the page and opens its card; one whose words are gone is shown under 待核对. */
export function goToMark(annotationId: AnnotationId): void {
  const { issue, annotations } = useDesk.getState();
  if (issue === null) return;
  const placed = placedMarks(issue, annotations).placed.find(
    ({ mark }) => mark.annotationId === annotationId,
  );
  if (placed === undefined) {
    showList('doubtful');
    post({ kind: 'link-without-place' });
    return;
  }
  pickMark(annotationId, true);
  showPlace({ articleId: placed.mark.articleId, offset: placed.range.start }, placed.range);
}

/**
 * Opens the issue of a mark, shows it on its page and opens its card. `title` names the mark and its issue. The issue that
 * lies open is left only once it is known that the mark is there.
 */
export async function goToMarkElsewhere(
  { issueId, annotationId }: MarkAddress,
  title: string,
): Promise<void> {
  const marks = await call('annotations.list', { issueId });
  // What lies in the trash is told of by who opens it, with the way to have it back.
  if (!marks.ok && marks.error.code === 'issue-trashed') {
    await readTrashed();
    return openIssueFromShelf(issueId);
  }
  if (!marks.ok) return post({ kind: 'link-failed', title, error: marks.error });
  if (!marks.value.some((mark) => mark.annotationId === annotationId)) {
    return post({ kind: 'link-gone', title, issueId });
  }
  await openIssueFromShelf(issueId);
  if (useDesk.getState().issue?.issueId === issueId) goToMark(annotationId);
}

/** Opens an issue at its list of removed marks. */
export async function openRemovedMarks(issueId: IssueId): Promise<void> {
  await openIssueFromShelf(issueId);
  showList('trash');
}

function showList(face: ListFace): void {
  useMarkList.setState({ face, chosen: new Set(), chosenFrom: null });
  openPanel('marks');
}
