// The issue that lies open, with its marks. An edit shows at once by the same `applyEdit` as the main process runs, and
// goes to the library through the outbox; what the library answers is the last word.
import { create } from 'zustand';
import { applyEdit, touchedBy, type Annotations } from '../../src-core/annotation/apply-edit';
import type { Annotation, AnnotationId } from '../../src-core/annotation/annotation';
import type { Edit } from '../../src-core/annotation/edit';
import type { HistoryState, StepLabel } from '../../src-core/annotation/history';
import type { AppError } from '../../src-core/ipc/app-error';
import type { Edited } from '../../src-core/ipc/contract';
import type { Issue, IssueId } from '../../src-core/publication/issue';
import { ok, type Result } from '../../src-core/result';
import { call } from '../bridge/bridge';
import { readLibrary } from './library';
import { keepLetters, takeKeptLetters } from './kept-letters';
import { dismissPassed, post, report } from './notices';
import { createSaveAgain } from './save-again';
import { createOutbox, type Outgoing } from './outbox';
import { isSameValue } from './same-value';

type Letter =
  | {
      readonly kind: 'edit';
      readonly issueId: IssueId;
      readonly edit: Edit;
      /** Set on an edit of an earlier window: the library may have it already. */
      readonly isKept?: true;
    }
  | { readonly kind: 'undo' | 'redo'; readonly issueId: IssueId };

type DeskState = {
  readonly status: 'empty' | 'loading' | 'open' | 'failed';
  /** The issue which is opened or open. */
  readonly issueId: IssueId | null;
  readonly issue: Issue | null;
  /** All marks, tombstones too. */
  readonly annotations: Annotations;
  readonly history: HistoryState;
  readonly error: AppError | null;
  readonly outgoing: Outgoing<Letter>;
  /** What this window did last to the open issue and the library has; null before it does anything. */
  readonly done: { readonly way: Letter['kind']; readonly label: StepLabel } | null;
};

const nothingToUndo: HistoryState = { undo: null, redo: null };

const emptyDesk = {
  status: 'empty',
  issueId: null,
  issue: null,
  annotations: new Map(),
  history: nothingToUndo,
  error: null,
  done: null,
} as const satisfies Partial<DeskState>;

export const useDesk = create<DeskState>(() => ({
  ...emptyDesk,
  outgoing: { letters: [], isSending: false, refusal: null },
}));

const outbox = createOutbox<Letter>({
  deliver: (letter) => {
    const { issueId } = letter;
    if (letter.kind === 'edit') return deliverEdit(letter);
    return deliverStep(letter.kind, issueId);
  },
  onDelivered: ({ kind, issueId }, edited) => {
    if (edited !== null) receive(edited);
    if (outbox.state().letters.length === 0) dismissPassed('saved');
    const label = kind === 'undo' ? edited?.history.redo : edited?.history.undo;
    if (label !== undefined && label !== null && issueId === useDesk.getState().issueId)
      useDesk.setState({ done: { way: kind, label } });
    void readLibrary();
  },
  onChange: (outgoing) => {
    keepLetters(outgoing.letters);
    useDesk.setState({ outgoing });
    saveAgain.follow(outgoing.isSending ? null : outgoing.refusal);
  },
});

const saveAgain = createSaveAgain(() => outbox.retry());

/** Sends the edits that an earlier window could not save any more. */
export async function sendKept(): Promise<void> {
  const kept = await takeKeptLetters();
  if (kept.length === 0) return;
  post({ kind: 'kept', count: kept.length });
  for (const letter of kept) outbox.put({ ...letter, isKept: true });
}

/** Sends an edit. An edit of an earlier window which the library turns out to have is as good as delivered. */
async function deliverEdit({
  issueId,
  edit: change,
  isKept,
}: Letter & { readonly kind: 'edit' }): Promise<Result<Edited | null, AppError>> {
  const result = await call('annotations.edit', { issueId, edit: change });
  const isThere =
    !result.ok && (result.error.code === 'annotation-exists' || result.error.code === 'annotation-removed');
  return isKept === true && isThere ? ok(null) : result;
}

/** Undoes or redoes. The key may be pressed faster than the library answers: that there is nothing left is no failure. */
async function deliverStep(
  kind: 'undo' | 'redo',
  issueId: IssueId,
): Promise<Result<Edited | null, AppError>> {
  const result = await (kind === 'undo'
    ? call('annotations.undo', { issueId })
    : call('annotations.redo', { issueId }));
  const isAtEnd =
    !result.ok && (result.error.code === 'nothing-to-undo' || result.error.code === 'nothing-to-redo');
  return isAtEnd ? ok(null) : result;
}

/** Opens an issue. The marks of the issue that lay open have all been sent or still wait in the outbox. */
export async function openIssue(issueId: IssueId): Promise<void> {
  useDesk.setState({ status: 'loading', issueId, error: null });
  const result = await call('issue.open', { issueId });
  if (useDesk.getState().issueId !== issueId) return;
  if (!result.ok) {
    useDesk.setState({ status: 'failed', error: result.error, issue: null, annotations: new Map() });
    return;
  }
  const { issue, annotations, history } = result.value;
  useDesk.setState({
    status: 'open',
    issue,
    annotations: withWaiting(issueId, new Map(annotations.map((mark) => [mark.annotationId, mark]))),
    history,
  });
}

/** Takes the issue off the desk; edits of it that still wait are sent all the same. */
export function closeIssue(): void {
  useDesk.setState(emptyDesk);
}

/** Reads an open issue again, whose text was corrected; it stays on the desk meanwhile, and its removed marks are kept. */
export async function readAgain(issueId: IssueId): Promise<void> {
  if (useDesk.getState().issueId !== issueId) return;
  const result = await call('issue.open', { issueId });
  const { issueId: openId, annotations: known } = useDesk.getState();
  if (openId !== issueId) return;
  if (!result.ok) return report(result.error);
  const { issue, annotations, history } = result.value;
  const removed = [...known].filter(([, mark]) => mark.removed !== undefined);
  const standing = annotations.map((mark) => [mark.annotationId, mark] as const);
  const marks = withWaiting(issueId, new Map([...removed, ...standing]));
  useDesk.setState({ status: 'open', error: null, issue, annotations: marks, history });
}

/** Makes an edit: shows it and sends it. Gives false, and reports, where it does not fit what is there. */
export function edit(change: Edit): boolean {
  const { annotations, issueId } = useDesk.getState();
  if (issueId === null) return false;
  const applied = applyEdit(annotations, change);
  if (!applied.ok) {
    report(applied.error);
    return false;
  }
  useDesk.setState({ annotations: applied.value.annotations });
  outbox.put({ kind: 'edit', issueId, edit: change });
  return true;
}

/** Takes back the newest edit. */
export function undo(): void {
  const { issueId } = useDesk.getState();
  if (issueId !== null) outbox.put({ kind: 'undo', issueId });
}

/** Makes the newest undone edit again. */
export function redo(): void {
  const { issueId } = useDesk.getState();
  if (issueId !== null) outbox.put({ kind: 'redo', issueId });
}

/** Sends the edits which the library refused once more. */
export function retryRefused(): void {
  outbox.retry();
}

/** Lets the refused edits go and shows the marks as the library has them. */
export async function discardRefused(): Promise<void> {
  outbox.empty();
  const { issueId } = useDesk.getState();
  if (issueId !== null) await openIssue(issueId);
}

/** Takes in what the library says, by answer or by event. */
export function receive(edited: Edited): void {
  const { issueId, annotations } = useDesk.getState();
  if (edited.issueId !== issueId) return;
  const { history } = edited;
  const news = edited.annotations.filter((mark) => !isSameValue(mark, annotations.get(mark.annotationId)));
  // Mostly the library only says what the window shows already.
  if (news.length === 0) return useDesk.setState({ history });
  const next = new Map(annotations);
  for (const annotation of edited.annotations) next.set(annotation.annotationId, annotation);
  useDesk.setState({ annotations: withWaiting(issueId, next), history });
}

/** Reads the removed marks of the open issue, so that they can be shown and brought back. */
export async function readTrash(issueId: IssueId): Promise<void> {
  const result = await call('annotations.trash', { issueId });
  if (!result.ok) return report(result.error);
  const { issueId: openId, annotations } = useDesk.getState();
  if (openId !== issueId) return;
  // What is known here is newer: an edit may be under way.
  const known = result.value.filter(({ annotationId }) => !annotations.has(annotationId));
  if (known.length === 0) return;
  const trash = known.map((mark) => [mark.annotationId, mark] as const);
  useDesk.setState({ annotations: new Map([...trash, ...annotations]) });
}

/** Gives the mark of an id while it stands; null once it is removed or where there is none. */
export function standingMark(annotations: Annotations, id: AnnotationId | null): Annotation | null {
  const mark = id === null ? undefined : annotations.get(id);
  return mark === undefined || mark.removed !== undefined ? null : mark;
}

/** Whether a change of a mark waits because the library refused it or one before it. */
export function isRefused({ letters, refusal }: Outgoing<Letter>, annotationId: AnnotationId): boolean {
  return (
    refusal !== null &&
    letters.some((letter) => letter.kind === 'edit' && touchedBy(letter.edit).includes(annotationId))
  );
}

/** Adds the edits that still wait to what the library has. An edit that no longer fits is left to the library to refuse. */
function withWaiting(issueId: IssueId, annotations: Annotations): Annotations {
  let current = annotations;
  for (const letter of outbox.state().letters) {
    if (letter.kind !== 'edit' || letter.issueId !== issueId) continue;
    const applied = applyEdit(current, letter.edit);
    if (applied.ok) current = applied.value.annotations;
  }
  return current;
}
