// One issue of the library while it is in use: its annotations and history in memory, its journal and snapshot on the
// disk. An edit is made in memory at once and answered when its record is on the disk; edits that come while one is
// being written share the next write. When a write fails, every edit not yet answered is taken back and refused.
import { dirname } from 'node:path';
import { causeOf } from '../../src-core/ipc/cause';
import type { Annotation, AnnotationId } from '../../src-core/annotation/annotation';
import { makeEdit, type MadeEdit, type Touched } from '../../src-core/annotation/apply-edit';
import { describeEdit } from '../../src-core/annotation/describe-edit';
import type { Edit } from '../../src-core/annotation/edit';
import type { HistoryState, StepLabel } from '../../src-core/annotation/history';
import { continues, historyState, madeAt, whatFits } from '../../src-core/annotation/step-history';
import { Steps } from '../../src-core/annotation/steps';
import type { AppError } from '../../src-core/ipc/app-error';
import type { Edited } from '../../src-core/ipc/contract';
import type { ArticleId, IssueId } from '../../src-core/publication/issue';
import { fail, ok, type Result } from '../../src-core/result';
import type { FileLayer } from './file-layer';
import type { IssueState } from './formats';
import { encodeRecord, type JournalRecord } from './journal';
import { JournalWriter } from './journal-writer';
import { historyAfter, type LiveState, type Replayed } from './issue-replay';
import type { LibraryNotice } from '../../src-core/ipc/library-notice';
import { writeError } from './storage-error';
import { Tally } from './tally';

/** Updates of one mark that follow each other this closely are one step of undo, in milliseconds. */
const joinWithin = 500;

export type StoredIssueOptions = {
  readonly files: FileLayer;
  readonly folder: string;
  /** The journal grows to this length, or to that of the snapshot if that is longer, before a new snapshot; bytes. */
  readonly snapshotAfter: number;
  readonly notice: (notice: LibraryNotice) => void;
};

/** When a change was asked for: by the library's clock, ISO 8601, and in milliseconds. */
export type Moment = { readonly at: string; readonly time: number };

type Waiting = {
  readonly line: Uint8Array;
  readonly seq: number;
  readonly rollBack: () => void;
  /** What the edit is answered with when it is on the disk. */
  readonly edited: Edited;
  readonly settle: (result: Result<Edited, AppError>) => void;
};

export class StoredIssue {
  readonly #options: StoredIssueOptions;
  readonly #state: LiveState;
  readonly #snapshot: Replayed['snapshot'];
  readonly #journal: JournalWriter;
  readonly #tally: Tally;
  #snapshotSeq: number;
  #answered: number;
  #waiting: Waiting[] = [];
  #committing: Promise<void> | null = null;
  #gate: Promise<void> | null = null;
  #snapshotting: Promise<void> | null = null;
  #snapshotTriedAt = 0;
  #isRetired = false;
  /** The edit that a following one may continue. */
  #typing: { readonly edit: Edit; readonly seq: number; readonly time: number } | null = null;

  constructor(options: StoredIssueOptions, replayed: Replayed, mustStartAnew: boolean) {
    this.#options = options;
    this.#state = replayed.state;
    this.#snapshot = replayed.snapshot;
    this.#snapshotSeq = replayed.snapshotSeq;
    this.#answered = replayed.state.seq;
    this.#journal = new JournalWriter(
      options.files,
      options.folder,
      replayed.state.issueId,
      options.notice,
      replayed.journals,
      replayed.lastGeneration,
      mustStartAnew,
    );
    this.#tally = new Tally(replayed.state.annotations.values());
  }

  get issueId(): IssueId {
    return this.#state.issueId;
  }

  get tally(): Tally {
    return this.#tally;
  }

  /** The journal that was written last, and its length in bytes. */
  get journal(): { readonly generation: number; readonly bytes: number } {
    return this.#journal.place;
  }

  /** Whether every edit made so far is on the disk or refused. */
  get isSettled(): boolean {
    return this.#committing === null;
  }

  /** Whether nothing is being written, a snapshot neither. */
  get isIdle(): boolean {
    return this.#committing === null && this.#snapshotting === null && this.#gate === null;
  }

  /** Whether it refuses all changes, for the issue is read anew elsewhere, or has to be. */
  get isRetired(): boolean {
    return this.#isRetired || this.#journal.isForeign;
  }

  get hasOpenFile(): boolean {
    return this.#journal.isOpen;
  }

  get history(): HistoryState {
    return historyState(this.#state.history);
  }

  /** Ends when changes can be made again; null while they can. */
  get pause(): Promise<void> | null {
    return this.#gate;
  }

  /** Every annotation, tombstones too, in the order they were made. */
  get annotations(): Iterable<Annotation> {
    return this.#state.annotations.values();
  }

  /** The article an annotation marks; undefined for an unknown annotation. */
  articleOf(annotationId: AnnotationId): ArticleId | undefined {
    return this.#state.annotations.get(annotationId)?.articleId;
  }

  /** Waits until every edit made so far is on the disk or refused. */
  async settled(): Promise<void> {
    while (this.#committing !== null) await this.#committing;
  }

  /** Looks at the issue at a moment when every edit made so far is on the disk or refused. */
  async whenSettled<T>(look: () => T): Promise<T> {
    while (this.#committing !== null) await this.#committing;
    return look();
  }

  /** Waits until nothing is being written, a snapshot neither. */
  async still(): Promise<void> {
    while (!this.isIdle) {
      await this.#committing;
      // A snapshot that fails is told of by who began it.
      await this.#snapshotting?.catch(() => undefined);
    }
  }

  /** Makes an edit of the user's; it can be undone. No change may be made while there is a `pause`. */
  edit(edit: Edit, { at, time }: Moment): Promise<Result<Edited, AppError>> {
    const label = describeEdit(edit, this.#state.annotations);
    const made = makeEdit(this.#state.annotations, edit);
    if (!made.ok) return Promise.resolve(made);
    const joins = this.#joins(edit, time);
    const seq = this.#state.seq + 1;
    this.#typing = { edit, seq: joins ? (this.#typing?.seq ?? seq) : seq, time };
    const record: JournalRecord = { seq, kind: 'edit', at, edit, inverse: made.value.inverse };
    return this.#record(joins ? { ...record, joins } : record, label, made.value);
  }

  /** Takes back the newest step of which something still fits; at an ISO 8601 instant. */
  undo(at: string, moment: Moment): Promise<Result<Edited, AppError>> {
    return this.#repeat('undo', this.#state.history.undo, at, moment, { code: 'nothing-to-undo' });
  }

  /** Makes the step again that was undone last; at an ISO 8601 instant. */
  redo(at: string, moment: Moment): Promise<Result<Edited, AppError>> {
    return this.#repeat('redo', this.#state.history.redo, at, moment, { code: 'nothing-to-redo' });
  }

  /** Writes what is in memory as a new snapshot, and forgets the journals which the kept generations do not need. */
  async writeSnapshot(): Promise<void> {
    this.#snapshotting ??= this.#makeSnapshot().finally(() => {
      this.#snapshotting = null;
    });
    await this.#snapshotting;
  }

  /** Writes a snapshot where the journal has grown to a good part of it, so that opening stays quick; never fails. */
  async tidy(): Promise<void> {
    await this.settled();
    const grown = this.#grownBytes();
    const isWorthIt = grown > 0 && grown * 8 >= this.#snapshot.file.bytes;
    if (isWorthIt || this.#snapshotting !== null) await this.#snapshotOrTell();
  }

  /** Gives what is on the disk, as a snapshot that a first journal continues. */
  async capture(): Promise<IssueState> {
    while (this.#committing !== null || this.#gate !== null) {
      await this.#committing;
      await this.#gate;
    }
    const { issueId, seq, history } = this.#state;
    return { issueId, seq, journal: 1, history, annotations: [...this.#state.annotations.values()] };
  }

  /** Refuses all changes from now on: the issue is read anew elsewhere. */
  retire(): void {
    this.#isRetired = true;
  }

  /** Lets go of the open file. */
  async release(): Promise<void> {
    await this.#journal.close();
  }

  #repeat(
    kind: 'undo' | 'redo',
    steps: Steps,
    at: string,
    moment: Moment,
    nothing: AppError,
  ): Promise<Result<Edited, AppError>> {
    this.#typing = null;
    for (const step of [...steps].reverse()) {
      const edit = whatFits(this.#state.annotations, madeAt(step.edit, at));
      if (edit === null) continue;
      const made = makeEdit(this.#state.annotations, edit);
      if (!made.ok) throw new Error(`an edit that fitted does not fit: ${made.error.code}`);
      const { inverse } = made.value;
      const seq = this.#state.seq + 1;
      return this.#record({ seq, kind, of: step.seq, at: moment.at, edit, inverse }, step.label, made.value);
    }
    this.#state.history = { ...this.#state.history, [kind]: Steps.none };
    return Promise.resolve(fail(nothing));
  }

  #record(record: JournalRecord, label: StepLabel, made: MadeEdit): Promise<Result<Edited, AppError>> {
    const state = this.#state;
    const { history, seq } = state;
    const { touched } = made;
    const annotations = [...touched.keys()]
      .map((annotationId) => state.annotations.get(annotationId))
      .filter((annotation) => annotation !== undefined);
    let line: Uint8Array;
    try {
      line = encodeRecord(record);
    } catch (error) {
      // Of so much at once no record can be made.
      made.rollBack();
      this.#typing = null;
      return Promise.resolve(fail(writeError(this.#options.folder, error)));
    }
    state.seq = record.seq;
    state.history = historyAfter(history, record, label, line.length);
    this.#count(touched, annotations);
    const rollBack = (): void => {
      made.rollBack();
      this.#countBack(touched, annotations);
      state.history = history;
      state.seq = seq;
      this.#typing = null;
    };
    const edited: Edited = {
      issueId: state.issueId,
      annotations,
      history: historyState(state.history),
    };
    if (this.isRetired) {
      rollBack();
      const { folder: path } = this.#options;
      return Promise.resolve(fail({ code: 'library-unwritable', path, detail: { code: 'read-anew' } }));
    }
    return new Promise((settle) => {
      this.#waiting.push({ line, seq: record.seq, rollBack, edited, settle });
      this.#committing ??= this.#commit();
    });
  }

  async #commit(): Promise<void> {
    // Whatever is asked for in the same turn shares the write.
    await Promise.resolve();
    try {
      while (this.#waiting.length > 0) await this.#commitWaiting();
    } finally {
      // At once: what is asked for from here on begins a commit of its own.
      this.#committing = null;
    }
    this.#snapshotIfGrown();
  }

  async #commitWaiting(): Promise<void> {
    const batch = this.#waiting;
    this.#waiting = [];
    try {
      await this.#journal.append(
        batch.map(({ line }) => line),
        this.#answered,
      );
    } catch (error) {
      this.#refuse(batch, error);
      return;
    }
    this.#answered = batch.at(-1)?.seq ?? this.#answered;
    for (const { settle, edited } of batch) settle(ok(edited));
  }

  /** Refuses a batch and all that was made on top of it since. */
  #refuse(batch: readonly Waiting[], error: unknown): void {
    const refused = [...batch, ...this.#waiting];
    this.#waiting = [];
    for (const { rollBack } of refused.toReversed()) rollBack();
    const failure = fail(writeError(dirname(dirname(this.#options.folder)), error));
    for (const { settle } of refused) settle(failure);
  }

  #snapshotIfGrown(): void {
    const limit = Math.max(this.#options.snapshotAfter, this.#snapshot.file.bytes);
    if (this.#snapshotting !== null || this.#grownBytes() - this.#snapshotTriedAt < limit) return;
    void this.#snapshotOrTell();
  }

  async #snapshotOrTell(): Promise<void> {
    try {
      await this.writeSnapshot();
    } catch (error) {
      this.#snapshotTriedAt = this.#grownBytes();
      // The journal still holds everything.
      const { folder, notice } = this.#options;
      notice({ code: 'snapshot-failed', path: folder, detail: causeOf(error) });
    }
  }

  async #makeSnapshot(): Promise<void> {
    const capture = await this.#startJournal();
    const former = this.#snapshotSeq;
    this.#snapshot.low.data = capture;
    try {
      await this.#snapshot.low.write();
    } finally {
      this.#snapshot.low.data = { ...capture, annotations: [] };
    }
    this.#snapshotSeq = capture.seq;
    this.#snapshotTriedAt = 0;
    await this.#journal.forget(former);
  }

  /** Starts a new journal while no edit is under way, and gives what was in memory at that point. */
  async #startJournal(): Promise<IssueState> {
    let open = (): void => undefined;
    this.#gate = new Promise((resolve) => {
      open = resolve;
    });
    try {
      await this.settled();
      await this.#journal.start(this.#state.seq);
      const { issueId, seq, history } = this.#state;
      const annotations = [...this.#state.annotations.values()];
      return { issueId, seq, journal: this.#journal.place.generation, history, annotations };
    } finally {
      this.#gate = null;
      open();
    }
  }

  #grownBytes(): number {
    return this.#state.seq === this.#snapshotSeq ? 0 : this.#journal.place.bytes;
  }

  #joins(edit: Edit, time: number): boolean {
    const typing = this.#typing;
    const { undo, redo } = this.#state.history;
    if (typing === null || redo.length > 0 || undo.newest?.seq !== typing.seq) return false;
    return time - typing.time <= joinWithin && time >= typing.time && continues(edit, typing.edit);
  }

  /** Counts annotations as they are now, instead of as they were. */
  #count(before: Touched, after: readonly Annotation[]): void {
    for (const annotation of before.values()) this.#tally.count(annotation, -1);
    for (const annotation of after) this.#tally.count(annotation, 1);
  }

  #countBack(before: Touched, after: readonly Annotation[]): void {
    for (const annotation of after) this.#tally.count(annotation, -1);
    for (const annotation of before.values()) this.#tally.count(annotation, 1);
  }
}
