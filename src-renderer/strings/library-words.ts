// The words that the library dialog needs in every language.
import type { TaskOutput } from '../../src-core/ipc/contract';

export type LibraryWords = {
  readonly title: string;
  readonly present: string;
  readonly counts: (issues: number, marks: number, bytes: number) => string;
  readonly reveal: string;
  readonly move: string;
  readonly check: string;
  readonly sound: (issues: number, marks: number) => string;
  readonly unsound: (issues: number, marks: number, problems: number) => string;
  /** Names the list of what a check has found. */
  readonly problems: string;
  readonly backups: string;
  /** @param made ISO 8601; null where there is none */
  readonly lastBackup: (made: string | null, count: number) => string;
  readonly backUp: string;
  readonly restore: string;
  readonly others: string;
  readonly away: string;
  readonly open: string;
  readonly openNamed: (path: string) => string;
  readonly openOther: string;
  readonly create: string;
  readonly unsaved: string;
  /** @param done of `total` files; both 0 where it is not counted */
  readonly working: Readonly<
    Record<
      'switch' | 'move' | 'check' | 'back-up' | 'restore' | 'remove',
      (done: number, total: number) => string
    >
  >;
  readonly moved: (path: string) => string;
  readonly formerStays: (path: string) => string;
  readonly keepFormer: string;
  readonly removeFormer: string;
  readonly removed: (left: number) => string;
  readonly backedUp: (path: string, issues: number, marks: number, damaged: number) => string;
  readonly restored: (done: TaskOutput<'library.restore'>) => string;
};

/** How many study days are as the backup had them. */
export function restoredStudyDays(done: TaskOutput<'library.restore'>): number {
  return done.studyDaysAdded + done.studyDaysChanged;
}
