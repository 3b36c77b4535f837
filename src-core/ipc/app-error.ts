// Every failure a user can meet, as data: a closed set of codes with what a message needs to say what, where and what
// to do. The words are in the strings tables.
import { z } from 'zod';
import { detailSchema, holderSchema } from './detail';

const file = z.string();

export const appErrorSchema = z.discriminatedUnion('code', [
  /** A message from the window, or a line given to the command line, is not what was agreed. */
  z.strictObject({ code: z.literal('invalid-input'), where: z.string(), detail: detailSchema }),
  z.strictObject({ code: z.literal('sender-refused') }),
  z.strictObject({ code: z.literal('cancelled') }),
  /** A choice made in a dialog that is used up or from another window. */
  z.strictObject({ code: z.literal('token-unknown') }),

  z.strictObject({ code: z.literal('file-missing'), file }),
  z.strictObject({ code: z.literal('file-unreadable'), file, detail: detailSchema }),
  z.strictObject({ code: z.literal('file-empty'), file }),
  z.strictObject({ code: z.literal('file-binary'), file }),
  z.strictObject({ code: z.literal('file-too-large'), file, bytes: z.number(), limit: z.number() }),
  z.strictObject({ code: z.literal('encoding-unknown'), file }),
  z.strictObject({ code: z.literal('no-text-found'), file }),
  /** Reading took longer than any page should; `seconds` is the limit. */
  z.strictObject({ code: z.literal('reading-too-slow'), file, seconds: z.number() }),
  /** The process that read the file ended, as it does when memory runs out. */
  z.strictObject({ code: z.literal('reading-broke-off'), file }),
  /** A folder holds more files, or deeper folders, than are taken in at once; `limit` files or levels. */
  z.strictObject({ code: z.literal('folder-too-large'), file, limit: z.number() }),
  z.strictObject({ code: z.literal('folder-too-deep'), file, limit: z.number() }),

  z.strictObject({ code: z.literal('library-locked'), path: z.string(), owner: holderSchema }),
  /** There is no library in a folder where one was, or was said to be. */
  z.strictObject({ code: z.literal('library-absent'), path: z.string() }),
  /** The disk or share on which the library lies does not answer; `seconds` is how long it was waited for. */
  z.strictObject({ code: z.literal('library-silent'), path: z.string(), seconds: z.number() }),
  z.strictObject({ code: z.literal('library-unwritable'), path: z.string(), detail: detailSchema }),
  z.strictObject({ code: z.literal('library-newer'), path: z.string(), version: z.number() }),
  z.strictObject({ code: z.literal('library-damaged'), path: z.string(), detail: detailSchema }),
  z.strictObject({ code: z.literal('library-read-only'), path: z.string(), detail: detailSchema }),
  /** A backup that is damaged, or no backup; and one of a newer program. */
  z.strictObject({ code: z.literal('backup-unusable'), file, detail: detailSchema }),
  z.strictObject({ code: z.literal('backup-newer'), file, version: z.number() }),
  z.strictObject({ code: z.literal('disk-full'), path: z.string() }),

  /** The issue is no longer what the review was begun from. */
  z.strictObject({ code: z.literal('issue-changed'), issueId: z.string() }),
  z.strictObject({ code: z.literal('issue-unknown'), issueId: z.string() }),
  z.strictObject({ code: z.literal('issue-trashed'), issueId: z.string() }),
  z.strictObject({ code: z.literal('article-unknown'), articleId: z.string() }),
  z.strictObject({ code: z.literal('annotation-unknown'), annotationId: z.string() }),
  z.strictObject({ code: z.literal('annotation-exists'), annotationId: z.string() }),
  z.strictObject({ code: z.literal('annotation-removed'), annotationId: z.string() }),
  z.strictObject({ code: z.literal('study-day-unknown'), studyDayId: z.string() }),
  /** The study day is no longer what the change was made from. */
  z.strictObject({ code: z.literal('study-day-changed'), studyDayId: z.string() }),
  z.strictObject({ code: z.literal('nothing-to-undo') }),
  z.strictObject({ code: z.literal('nothing-to-redo') }),
  z.strictObject({
    code: z.literal('range-outside-text'),
    start: z.number(),
    end: z.number(),
    length: z.number(),
  }),
  z.strictObject({ code: z.literal('quote-not-found'), quote: z.string() }),
  z.strictObject({
    code: z.literal('quote-ambiguous'),
    quote: z.string(),
    places: z.array(
      z.strictObject({ articleId: z.string(), start: z.number(), end: z.number(), snippet: z.string() }),
    ),
  }),

  z.strictObject({ code: z.literal('target-unwritable'), file, detail: detailSchema }),
  /** A folder that was chosen for a library cannot be it: it holds something, is the library itself, or lies within it. */
  z.strictObject({
    code: z.literal('folder-unfit'),
    file,
    why: z.enum(['not-empty', 'foreign', 'same', 'within']),
  }),
  z.strictObject({ code: z.literal('font-missing'), file }),
  /** The system has no program that opens the finished PDF; `said` is what it answered. */
  z.strictObject({ code: z.literal('no-pdf-reader'), file, said: z.string() }),
  /** A defect of ours. */
  z.strictObject({ code: z.literal('internal'), detail: z.string() }),
]);
export type AppError = z.infer<typeof appErrorSchema>;

/** A failure on its way through code that throws; `error` is what the user is told. */
export class AppFailure extends Error {
  readonly error: AppError;

  constructor(error: AppError) {
    super(error.code);
    this.name = 'AppFailure';
    this.error = error;
  }
}
