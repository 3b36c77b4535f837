// Opening an issue as the user does it: the page forgets what was selected, and goes to where reading stopped. An issue whose
// text was corrected, here or in another window, is read again where it lies, at the words that were being read.
import { carryPlace } from '../../src-core/anchoring/carry-place';
import type { IssueId } from '../../src-core/publication/issue';
import { openIssue, readAgain, useDesk } from './desk';
import { useLibrary } from './library';
import { post } from './notices';
import { clearReader, letGo, showPlace } from './reader';
import { keepPlace, placeIn } from './settings';

/** Opens an issue at the place where it was left, or at its beginning; one in the trash is only told of. */
export async function openIssueFromShelf(issueId: IssueId): Promise<void> {
  const trashed = useLibrary.getState().trashed.find(({ summary }) => summary.issueId === issueId);
  if (trashed !== undefined) {
    return post({ kind: 'issue-in-trash', issueId, title: trashed.summary.title, wasOpen: false });
  }
  clearReader();
  await openIssue(issueId);
  const { issue } = useDesk.getState();
  if (issue === null || issue.issueId !== issueId) return;
  const place = placeIn(issueId);
  const kept =
    place !== null && issue.articles.some(({ articleId }) => articleId === place.articleId) ? place : null;
  const first = issue.pages.flatMap(({ articleIds }) => articleIds)[0] ?? issue.articles[0]?.articleId;
  if (kept !== null) {
    keepPlace(kept);
    showPlace(kept);
  } else if (first !== undefined) {
    showPlace({ articleId: first, offset: 0 });
    keepPlace({ issueId, articleId: first, offset: 0 });
  }
}

/** Reads the open issue again after a correction of its text. */
export async function followRevision({ issueId }: { readonly issueId: IssueId }): Promise<void> {
  const { issue: former } = useDesk.getState();
  await readAgain(issueId);
  const { issue } = useDesk.getState();
  if (issue === null || former === null || issue === former || issue.issueId !== issueId) return;
  letGo();
  const place = placeIn(issueId);
  const carried = place === null ? null : carryPlace(former, issue, place);
  if (carried === null) return;
  keepPlace({ issueId, ...carried });
  showPlace(carried);
}
