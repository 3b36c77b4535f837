// Taking issues off the shelf as a window sees it: what lies open makes way, a refusal changes nothing, and what another
// window did is told of.
import { beforeEach, expect, test, vi } from 'vitest';
import type { AppError } from '../../src-core/ipc/app-error';
import type { Bridge } from '../../src-core/ipc/bridge';
import type { IssueSummary } from '../../src-core/ipc/contract';
import type { TrashedIssue } from '../../src-core/ipc/trash-contract';
import { issueIdSchema, type Issue, type IssueId } from '../../src-core/publication/issue';
import { fail, ok, type Result } from '../../src-core/result';
import { goToMarkElsewhere } from '../../src-renderer/annotations/go-to-mark';
import { useDesk } from '../../src-renderer/state/desk';
import { followTrash, readShelf, restoreAndOpen, trashIssue } from '../../src-renderer/state/issue-trash';
import { useLibrary } from '../../src-renderer/state/library';
import { useNotices } from '../../src-renderer/state/notices';
import { openIssueFromShelf } from '../../src-renderer/state/open-issue';
import { useTrail } from '../../src-renderer/state/views';
import { issue } from './layouts';
import { buildMark } from './marks';

const names = ['newest', 'middle', 'oldest'] as const;
const id = (name: string): IssueId => issueIdSchema.parse(name);

/** The library of the main process. */
let standing: IssueSummary[];
let trashed: TrashedIssue[];
let refusal: AppError | null;

function summaryOf(name: string, index: number): IssueSummary {
  const date = `2022-10-1${9 - index}`;
  const counts = { pages: 1, articles: 1, annotations: index };
  return { issueId: id(name), title: `题${name}`, date, imported: '2026-01-01T00:00:00.000Z', ...counts };
}

function put(issueId: IssueId): void {
  const summary = standing.find((one) => one.issueId === issueId);
  if (summary === undefined) return;
  standing = standing.filter((one) => one !== summary);
  trashed = [{ summary, at: '2026-01-02T00:00:00.000Z', who: '甲' }, ...trashed];
}

function answer(
  name: string,
  input: { readonly issueId?: IssueId; readonly issueIds?: readonly IssueId[] },
): Result<unknown, AppError> {
  const { issueId = id('none'), issueIds = [] } = input;
  const isTrashed = trashed.some(({ summary }) => summary.issueId === issueId);
  switch (name) {
    case 'library.issues':
      return ok(standing);
    case 'library.trashed':
      return ok(trashed);
    case 'library.trash':
      if (refusal !== null) return fail(refusal);
      issueIds.forEach(put);
      return ok({});
    case 'library.restore-issues':
      standing = [...standing, ...trashed.map(({ summary }) => summary)];
      trashed = [];
      return ok({});
    case 'issue.open':
    case 'annotations.list': {
      if (isTrashed) return fail({ code: 'issue-trashed', issueId });
      const opened: Issue = { ...issue, issueId };
      const history = { undo: null, redo: null };
      return ok(name === 'issue.open' ? { issue: opened, annotations: [], history } : []);
    }
    default:
      return ok([]);
  }
}

followTrash();

beforeEach(async () => {
  standing = names.map(summaryOf);
  trashed = [];
  refusal = null;
  const call = (name: string, input: object): Promise<Result<unknown, AppError>> =>
    Promise.resolve(answer(name, input));
  vi.stubGlobal('window', { jianbao: { call: call as Bridge['call'] } });
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  await readShelf();
  useNotices.setState({ notices: [] });
  await openIssueFromShelf(id('middle'));
});

function told(): readonly unknown[] {
  return useNotices.getState().notices.map(({ notice }) => notice);
}

test('an open issue makes way for the one beside it, and comes back with the notice', async () => {
  await trashIssue(id('middle'));
  const notice = { kind: 'issue-trashed', issueId: 'middle', title: '题middle', marks: 1, wasOpen: true };
  expect(told()).toEqual([notice]);
  await vi.waitFor(() => expect(useDesk.getState()).toMatchObject({ status: 'open', issueId: 'oldest' }));
  await vi.waitFor(() =>
    expect(useTrail.getState().past.map(({ place }) => place.issueId)).not.toContain('middle'),
  );
  await restoreAndOpen(id('middle'));
  expect(useDesk.getState()).toMatchObject({ status: 'open', issueId: 'middle' });
  expect([told(), useLibrary.getState().issues.map(({ issueId }) => issueId)]).toEqual([[], [...names]]);
});

test('the last issue leaves an empty desk', async () => {
  for (const name of names) await trashIssue(id(name));
  await vi.waitFor(() => expect(useDesk.getState()).toMatchObject({ status: 'empty', issueId: null }));
});

test('a library that cannot be written says so, and all stays', async () => {
  refusal = { code: 'library-read-only', path: '/library', detail: { code: 'closed' } };
  await trashIssue(id('middle'));
  expect(told()).toEqual([{ kind: 'failure', error: refusal }]);
  expect(useDesk.getState().issueId).toBe('middle');
  expect(useLibrary.getState().issues.length).toBe(3);
});

test('an issue that another window puts into the trash is left, and who did is said', async () => {
  put(id('middle'));
  await readShelf();
  await vi.waitFor(() => expect(useDesk.getState().issueId).toBe('oldest'));
  expect(told()).toEqual([{ kind: 'issue-in-trash', issueId: 'middle', title: '题middle', wasOpen: true }]);
});

test('a link into the trash is not followed, and says where its issue lies', async () => {
  put(id('oldest'));
  const address = { issueId: id('oldest'), annotationId: buildMark('there', [1, 4]).annotationId };
  await goToMarkElsewhere(address, '「稻花」（晨报）');
  expect(told()).toEqual([{ kind: 'issue-in-trash', issueId: 'oldest', title: '题oldest', wasOpen: false }]);
  expect(useDesk.getState()).toMatchObject({ status: 'open', issueId: 'middle' });
});
