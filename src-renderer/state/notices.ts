// What the user is told at the edge of the window: a failure, something the library had to mend, a finished task.
// Failures stay until they are dismissed; good news leaves by itself.
import { create } from 'zustand';
import type { AppError } from '../../src-core/ipc/app-error';
import type { LibraryNotice, LibraryNoticeCode } from '../../src-core/ipc/library-notice';
import type { LibraryOutcome } from '../library/library-place';
import type { IssueId } from '../../src-core/publication/issue';

export type Notice =
  | { readonly kind: 'failure'; readonly error: AppError }
  | { readonly kind: 'library'; readonly notice: LibraryNotice }
  /** Work on the library that ended while its dialog was closed. */
  | { readonly kind: 'library-done'; readonly outcome: LibraryOutcome }
  | { readonly kind: 'kept'; readonly count: number }
  /** Marks that lost their text by a correction. */
  | { readonly kind: 'waiting'; readonly count: number }
  /** A file that is no PDF; the token shows it in the file manager. */
  | { readonly kind: 'written'; readonly file: string; readonly token: string }
  /** Marks that were taken into a study day. */
  | { readonly kind: 'study-added'; readonly count: number; readonly day: string }
  /** A study day that was taken from the list. */
  | { readonly kind: 'study-removed' }
  /** A font that the user reads in, and that is not installed any more. */
  | { readonly kind: 'font-gone'; readonly family: string }
  /** A font that documents cannot carry: Song stands in for it. */
  | { readonly kind: 'font-replaced'; readonly family: string }
  /** A mark that another one refers to, and its issue could not be opened. */
  | { readonly kind: 'link-failed'; readonly title: string; readonly error: AppError }
  /** A mark that another one refers to was removed from its issue. */
  | { readonly kind: 'link-gone'; readonly title: string; readonly issueId: IssueId }
  /** A mark that another one refers to waits under 待核对. */
  | { readonly kind: 'link-without-place' }
  /** An issue that was put into the trash from this window, with its marks. */
  | {
      readonly kind: 'issue-trashed';
      readonly issueId: IssueId;
      readonly title: string;
      readonly marks: number;
      readonly wasOpen: boolean;
    }
  /** An issue that is asked for lies in the trash; `wasOpen` where another window put it there while it lay open here. */
  | {
      readonly kind: 'issue-in-trash';
      readonly issueId: IssueId;
      readonly title: string;
      readonly wasOpen: boolean;
    }
  | { readonly kind: 'copied'; readonly characters: number }
  | { readonly kind: 'exported'; readonly file: string; readonly pages: number; readonly token: string };

export type PostedNotice = { readonly id: number; readonly notice: Notice };

type NoticesState = { readonly notices: readonly PostedNotice[] };

/** The notices that show, oldest first. */
export const useNotices = create<NoticesState>(() => ({ notices: [] }));

/** How long a notice that asks for nothing stays. */
const quietMilliseconds = 2500;
let nextId = 1;

/** Shows a notice. */
export function post(notice: Notice): void {
  const id = nextId++;
  useNotices.setState(({ notices }) => ({ notices: [...notices.slice(-4), { id, notice }] }));
  if (notice.kind === 'copied') setTimeout(() => dismiss(id), quietMilliseconds);
}

/** Shows a failure; a cancelled task is none. */
export function report(error: AppError): void {
  if (error.code !== 'cancelled') post({ kind: 'failure', error });
}

/** Takes a notice away. */
export function dismiss(id: number): void {
  useNotices.setState(({ notices }) => ({ notices: notices.filter((posted) => posted.id !== id) }));
}

/** Takes away what is true no longer: once the library takes edits again, and once issues came back from a backup. */
export function dismissPassed(what: 'saved' | 'restored'): void {
  useNotices.setState(({ notices }) => {
    const standing = notices.filter(({ notice }) => !isPassed(notice, what));
    return standing.length === notices.length ? {} : { notices: standing };
  });
}

const passed: Readonly<Record<'saved' | 'restored', readonly LibraryNoticeCode[]>> = {
  saved: ['library-read-only', 'lock-lost'],
  restored: ['issue-missing', 'issue-damaged', 'problem-found'],
};

function isPassed(notice: Notice, what: 'saved' | 'restored'): boolean {
  return notice.kind === 'library' && passed[what].includes(notice.notice.code);
}
