// The shelf and the trash 废纸篓 as windows and the command line have them: an issue in the trash is not opened, marked or
// exported by its name, and who asks for it is told where it lies.
import type { AppError } from '../../src-core/ipc/app-error';
import { orThrow } from '../../src-core/ipc/or-throw';
import type { trashCalls } from '../../src-core/ipc/trash-contract';
import type { Issue, IssueId } from '../../src-core/publication/issue';
import { fail, type Result } from '../../src-core/result';
import type { Handlers } from '../ipc/handlers';
import type { Library } from '../library/library';
import type { Emit } from './ports';
import type { SettingsOfWindows } from './window-settings';

/** Reads an issue; fails with `issue-trashed` where it lies in the trash. */
export async function readOnShelf(library: Library, issueId: IssueId): Promise<Result<Issue, AppError>> {
  const refused = await refusalOfTrashed(library, issueId);
  return refused === null ? library.readIssue(issueId) : fail(refused);
}

/** Why an issue is not to be used; null where it does not lie in the trash. */
export async function refusalOfTrashed(library: Library, issueId: IssueId): Promise<AppError | null> {
  const isTrashed = await library.removedIssues.has(issueId);
  if (!isTrashed.ok) return isTrashed.error;
  return isTrashed.value ? { code: 'issue-trashed', issueId } : null;
}

/** Makes the handlers of the trash. */
export function trashHandlers(ports: {
  readonly library: Library;
  readonly settings: Pick<SettingsOfWindows, 'read'>;
  readonly emit: Emit;
  readonly now: () => string;
}): Pick<Handlers['calls'], keyof typeof trashCalls> {
  const { library, settings, emit, now } = ports;
  return {
    'library.trashed': async () => [...orThrow(await library.removedIssues.all())],
    'library.trash': async ({ issueIds }, { windowId }) => {
      orThrow(await library.removedIssues.put(issueIds, now(), settings.read(windowId).author));
      emit('library.changed', {}, windowId);
      return {};
    },
    'library.restore-issues': async ({ issueIds }, { windowId }) => {
      orThrow(await library.removedIssues.restore(issueIds));
      emit('library.changed', {}, windowId);
      return {};
    },
  };
}
