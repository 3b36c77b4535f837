// Opening an issue as the user does it: the page forgets what was selected, and goes to where reading stopped.
import type { IssueId } from '../../src-core/publication/issue';
import { openIssue, useDesk } from './desk';
import { clearReader, showPlace } from './reader';
import { keepPlace, placeIn } from './settings';

/** Opens an issue at the place where it was left, or at its beginning. */
export async function openIssueFromShelf(issueId: IssueId): Promise<void> {
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
