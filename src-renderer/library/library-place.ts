// What the dialog «资料库» shows and does: the facts of the library, and one piece of work at a time with its outcome.
import { create } from 'zustand';
import type { AppError } from '../../src-core/ipc/app-error';
import type { TaskInput, TaskName, TaskOutput } from '../../src-core/ipc/contract';
import type { LibraryChecked, LibraryFacts } from '../../src-core/ipc/library-contract';
import { call, runTask } from '../bridge/bridge';
import { useDesk } from '../state/desk';
import { closeDialog, openDialog, useDialogs } from '../state/dialogs';
import { dismissPassed, post, useNotices } from '../state/notices';
import { openIssueFromShelf } from '../state/open-issue';

export type LibraryWork = 'switch' | 'move' | 'check' | 'back-up' | 'restore' | 'remove';

/** What came of the last work. */
export type LibraryOutcome =
  | { readonly kind: 'moved'; readonly moved: TaskOutput<'library.move'> }
  | { readonly kind: 'checked'; readonly checked: LibraryChecked }
  | { readonly kind: 'backed-up'; readonly made: TaskOutput<'library.back-up'> }
  | { readonly kind: 'restored'; readonly restored: TaskOutput<'library.restore'> }
  | { readonly kind: 'removed'; readonly left: number }
  | { readonly kind: 'failed'; readonly error: AppError };

type LibraryPlaceState = {
  readonly facts: LibraryFacts | null;
  readonly work: LibraryWork | null;
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly outcome: LibraryOutcome | null;
};

export const useLibraryPlace = create<LibraryPlaceState>(() => ({
  facts: null,
  work: null,
  progress: null,
  outcome: null,
}));

let cancelTask: (() => void) | null = null;

/** Opens the dialog on the present facts, and on what came of work that ended while it was closed. */
export function openLibraryDialog(): void {
  useNotices.setState(({ notices }) => ({
    notices: notices.filter(({ notice }) => notice.kind !== 'library-done'),
  }));
  openDialog('library');
  void readFacts();
}

/** Closes the dialog; work goes on behind it. */
export function closeLibraryDialog(): void {
  closeDialog();
  useLibraryPlace.setState({ outcome: null });
}

/** Opens a library that was used before. */
export function switchToRecent(token: string): Promise<void> {
  return switchTo(token, 'open');
}

/** Lets the user choose a library, or a folder for a new one, and goes on there. */
export async function chooseLibrary(purpose: 'open' | 'new'): Promise<void> {
  const chosen = await call('library.choose', { purpose });
  if (!chosen.ok) return failed(chosen.error);
  if (chosen.value !== null) await switchTo(chosen.value.token, purpose);
}

/** Lets the user choose a folder, and moves the library into it. */
export async function moveLibrary(): Promise<void> {
  const chosen = await call('library.choose', { purpose: 'move' });
  if (!chosen.ok) return failed(chosen.error);
  if (chosen.value === null) return;
  const moved = await work('move', 'library.move', { token: chosen.value.token });
  if (moved !== null) tell({ kind: 'moved', moved });
  await readFacts();
}

/** Removes the library that a move left behind. */
export async function removeFormer(token: string): Promise<void> {
  useLibraryPlace.setState({ work: 'remove', outcome: null });
  const removed = await call('library.remove-former', { token });
  useLibraryPlace.setState({ work: null });
  if (!removed.ok) failed(removed.error);
  else tell({ kind: 'removed', left: removed.value.left });
  await readFacts();
}

/** Proves every file of the library. */
export async function checkWholeLibrary(): Promise<void> {
  const checked = await work('check', 'library.check', {});
  if (checked !== null) tell({ kind: 'checked', checked });
}

/** Lets the user choose a file, and writes everything into it. */
export async function backUpLibrary(): Promise<void> {
  const chosen = await call('library.choose-backup', { purpose: 'write' });
  if (!chosen.ok) return failed(chosen.error);
  if (chosen.value === null) return;
  const made = await work('back-up', 'library.back-up', { token: chosen.value.token });
  if (made !== null) tell({ kind: 'backed-up', made });
  await readFacts();
}

/** Lets the user choose a backup, and brings in what it has. */
export async function restoreLibrary(): Promise<void> {
  const chosen = await call('library.choose-backup', { purpose: 'restore' });
  if (!chosen.ok) return failed(chosen.error);
  if (chosen.value === null) return;
  const restored = await work('restore', 'library.restore', { token: chosen.value.token });
  if (restored !== null) {
    dismissPassed('restored');
    tell({ kind: 'restored', restored });
  }
  await readFacts();
  const { issueId } = useDesk.getState();
  if (restored !== null && issueId !== null) await openIssueFromShelf(issueId);
}

/** Stops the work that can still be stopped; what was there stays. */
export function cancelLibraryWork(): void {
  cancelTask?.();
}

/** Shows the library's folder in the system's file manager. */
export async function revealLibrary(): Promise<void> {
  const shown = await call('library.reveal', {});
  if (!shown.ok) failed(shown.error);
}

async function switchTo(token: string, purpose: 'open' | 'new'): Promise<void> {
  useLibraryPlace.setState({ work: 'switch', outcome: null });
  const switched = await call('library.switch', { token, purpose });
  useLibraryPlace.setState({ work: null });
  // After a success the page is loaded anew.
  if (!switched.ok) failed(switched.error);
  await readFacts();
}

type LibraryTask = Extract<
  TaskName,
  'library.move' | 'library.check' | 'library.back-up' | 'library.restore'
>;

async function work<N extends LibraryTask>(
  kind: LibraryWork,
  name: N,
  input: TaskInput<N>,
): Promise<TaskOutput<N> | null> {
  useLibraryPlace.setState({ work: kind, progress: null, outcome: null });
  const task = runTask<LibraryTask>(name, input, (progress) => useLibraryPlace.setState({ progress }));
  cancelTask = task.cancel;
  const result = await task.done;
  cancelTask = null;
  useLibraryPlace.setState({ work: null, progress: null });
  if (result.ok) return result.value as TaskOutput<N>;
  if (result.error.code !== 'cancelled') failed(result.error);
  return null;
}

function failed(error: AppError): void {
  tell({ kind: 'failed', error });
}

/** Shows what came of work; in a notice as well where the dialog was closed before it ended. */
function tell(outcome: LibraryOutcome): void {
  useLibraryPlace.setState({ outcome });
  if (useDialogs.getState().open !== 'library') post({ kind: 'library-done', outcome });
}

async function readFacts(): Promise<void> {
  const facts = await call('library.facts', {});
  if (facts.ok) useLibraryPlace.setState({ facts: facts.value });
  else if (useDialogs.getState().open === 'library') failed(facts.error);
}
