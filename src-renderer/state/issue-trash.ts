// Taking issues off the shelf and putting them back. What lies open and goes into the trash, here or from another window,
// makes way for the issue beside it; the places where it was read are forgotten by the way back, and kept for its return.
import type { IssueSummary } from '../../src-core/ipc/contract';
import type { IssueId } from '../../src-core/publication/issue';
import { call } from '../bridge/bridge';
import { shelfOrder } from '../library/shelf-order';
import { closeIssue, useDesk } from './desk';
import { readLibrary, readTrashed, useLibrary } from './library';
import { post, report, useNotices } from './notices';
import { openIssueFromShelf } from './open-issue';
import { clearReader } from './reader';
import { changeSettings } from './settings';
import { forgetStops } from './views';

/** Issues that this window is putting into the trash: it says so itself. */
const leaving = new Set<IssueId>();

/** Takes an issue off the shelf; the notice of it takes that back. */
export async function trashIssue(issueId: IssueId): Promise<void> {
  const summary = useLibrary.getState().issues.find((issue) => issue.issueId === issueId);
  if (summary === undefined || leaving.has(issueId)) return;
  const wasOpen = useDesk.getState().issueId === issueId;
  leaving.add(issueId);
  try {
    const put = await call('library.trash', { issueIds: [issueId] });
    if (!put.ok) return report(put.error);
    const { title, annotations } = summary;
    post({ kind: 'issue-trashed', issueId, title, marks: annotations, wasOpen });
    await readShelf();
  } finally {
    leaving.delete(issueId);
  }
}

/** Puts issues back on the shelf, as they were; gives false, and reports, where that fails. */
export async function restoreIssues(issueIds: readonly IssueId[]): Promise<boolean> {
  const restored = await call('library.restore-issues', { issueIds: [...issueIds] });
  if (!restored.ok) {
    report(restored.error);
    return false;
  }
  await readShelf();
  return true;
}

/** Puts an issue back on the shelf and opens it. */
export async function restoreAndOpen(issueId: IssueId): Promise<void> {
  if (await restoreIssues([issueId])) await openIssueFromShelf(issueId);
}

/** Reads what stands on the shelf and what lies in the trash. */
export async function readShelf(): Promise<void> {
  await Promise.all([readLibrary(), readTrashed()]);
}

/** Sees to it that no issue in the trash lies open, and that no notice offers what was done; for as long as the window lives. */
export function followTrash(): void {
  useLibrary.subscribe(({ trashed }, before) => {
    if (trashed === before.trashed) return;
    const there = new Set(trashed.map(({ summary }) => summary.issueId));
    useNotices.setState(({ notices }) => ({
      notices: notices.filter(
        ({ notice }) =>
          (notice.kind !== 'issue-trashed' && notice.kind !== 'issue-in-trash') || there.has(notice.issueId),
      ),
    }));
    const { status, issueId } = useDesk.getState();
    const open = trashed.find(({ summary }) => status === 'open' && summary.issueId === issueId);
    if (open !== undefined) void leave(open.summary);
  });
}

async function leave(summary: IssueSummary): Promise<void> {
  const { issueId, title } = summary;
  if (!leaving.has(issueId)) post({ kind: 'issue-in-trash', issueId, title, wasOpen: true });
  const others = useLibrary.getState().issues.filter((issue) => issue.issueId !== issueId);
  const order = shelfOrder([...others, summary]);
  const place = order.indexOf(summary);
  const beside = order[place + 1] ?? order[place - 1];
  if (beside !== undefined) await openIssueFromShelf(beside.issueId);
  else {
    clearReader();
    closeIssue();
    await changeSettings({ place: null });
  }
  // The place that was left just now is a stop as well.
  forgetStops(issueId);
}
