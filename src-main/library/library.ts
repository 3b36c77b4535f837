// What the rest of the application knows of the library on disk. Every method that changes something answers only after
// the change is durable; every failure is a value.
import type { Problem } from '../../src-core/ipc/detail';
import type { Annotation, AnnotationId, MarkAddress } from '../../src-core/annotation/annotation';
import type { Edit } from '../../src-core/annotation/edit';
import type { HistoryState } from '../../src-core/annotation/history';
import type { AppError } from '../../src-core/ipc/app-error';
import type { Edited, IssueSummary } from '../../src-core/ipc/contract';
import type { TrashedIssue } from '../../src-core/ipc/trash-contract';
import type { Issue, IssueId } from '../../src-core/publication/issue';
import type { Result } from '../../src-core/result';
import type { TagTrait } from '../../src-core/annotation/tag-traits';
import type { StudyDay } from '../../src-core/study/study-day';
import type { BackedUp } from './library-backup';
import type { LibraryNotice } from '../../src-core/ipc/library-notice';

/** Something that is not as it should be, with the file it concerns. */
export type LibraryProblem = { readonly path: string; readonly problem: Problem };

export interface StudyDays {
  /** Every study day that can be read, removed ones too, in the order of their dates. */
  all(): Promise<Result<readonly StudyDay[], AppError>>;
  /**
   * Stores a study day: a new one, of revision 0, or a change of the revision that it names. Gives it as it is stored;
   * refused with `study-day-changed` where it was changed meanwhile.
   */
  save(day: StudyDay): Promise<Result<StudyDay, AppError>>;
}

/** A link from a mark of another issue. */
export type LinkIn = { readonly from: MarkAddress; readonly to: AnnotationId };

/** What is set about tags: other names by which they are found, and colours. */
export interface TagTraits {
  all(): Promise<Result<readonly TagTrait[], AppError>>;
  /** Gives what is set at the time to a function that says what is to be set, and answers when that is on the disk. */
  change(
    change: (traits: readonly TagTrait[]) => readonly TagTrait[],
  ): Promise<Result<readonly TagTrait[], AppError>>;
}

/**
 * The issues in the trash 废纸篓. They are on no list any more, and nothing of them changes: what knows one by its name still
 * reads it, and an edit that was on its way is made.
 */
export interface RemovedIssues {
  /** The one that was put there last comes first. */
  all(): Promise<Result<readonly TrashedIssue[], AppError>>;
  /** Whether an issue lies there. */
  has(issueId: IssueId): Promise<Result<boolean, AppError>>;
  /** Takes issues off the shelf, all or none; answered once that is on the disk. */
  put(issueIds: readonly IssueId[], at: string, who: string): Promise<Result<void, AppError>>;
  /** Puts issues back on the shelf, all or none, as they were; answered once that is on the disk. */
  restore(issueIds: readonly IssueId[]): Promise<Result<void, AppError>>;
}

export interface Library {
  /** The library's folder. */
  readonly path: string;
  /** What was found and mended since it was opened; issues are looked at when they are first used. */
  readonly notices: readonly LibraryNotice[];
  readonly studyDays: StudyDays;
  readonly tagTraits: TagTraits;
  readonly removedIssues: RemovedIssues;
  /** The issues on the shelf: those in the trash are not among them. */
  issues(): Promise<Result<readonly IssueSummary[], AppError>>;
  /** How many standing annotations carry each tag, over all issues on the shelf. */
  tags(): Promise<Result<ReadonlyMap<string, number>, AppError>>;
  /** The links which standing annotations of other issues, in the trash too, have to annotations of this one, removed ones too. */
  linksTo(issueId: IssueId): Promise<Result<readonly LinkIn[], AppError>>;
  /** Stores an issue with its source file, byte for byte. */
  addIssue(issue: Issue, source: Uint8Array): Promise<Result<void, AppError>>;
  /** Puts the text and source of an issue right, as far as no copy of them is good. */
  mendIssue(issue: Issue, source: Uint8Array): Promise<Result<void, AppError>>;
  /** Replaces the text of an issue by a revision of it from the same source; its marks are left for an edit to carry over. */
  reviseIssue(issue: Issue): Promise<Result<void, AppError>>;
  readIssue(issueId: IssueId): Promise<Result<Issue, AppError>>;
  /** The issue's source file as it was imported. */
  readSource(issueId: IssueId): Promise<Result<Uint8Array, AppError>>;
  /** The standing annotations of one issue, without tombstones, in the order they were made. */
  annotations(issueId: IssueId): Promise<Result<readonly Annotation[], AppError>>;
  /** The removed annotations of one issue, in the order they were made; an edit restores them. */
  trash(issueId: IssueId): Promise<Result<readonly Annotation[], AppError>>;
  history(issueId: IssueId): Promise<Result<HistoryState, AppError>>;
  /** Applies an edit; answered once it is on disk. */
  edit(issueId: IssueId, edit: Edit): Promise<Result<Edited, AppError>>;
  /** Takes back the newest edit that is not yet undone; survives restarts. */
  undo(issueId: IssueId, at: string): Promise<Result<Edited, AppError>>;
  redo(issueId: IssueId, at: string): Promise<Result<Edited, AppError>>;
  /** Writes everything, as it is on the disk, into one zip with a manifest of hashes, and proves it. */
  backUp(target: string): Promise<Result<BackedUp, AppError>>;
  /**
   * Proves the library whole: every file, checksum, reference and anchor; issues in the trash too.
   * @param goesOn asked before each issue; where it says no, the rest is left unchecked and uncounted
   */
  check(goesOn?: () => Promise<boolean>): Promise<{
    readonly issues: number;
    readonly annotations: number;
    /** How many of the issues lie in the trash. */
    readonly trashed: number;
    readonly problems: readonly LibraryProblem[];
  }>;
  /** Waits for what is being written, and gives the lock back. */
  close(): Promise<void>;
}
