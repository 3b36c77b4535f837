// What the library tells its user of itself: something that was found, mended or set aside. One sentence each; the words
// are in src-core/strings/notice-messages.ts. `path` is the file or folder that it concerns, `detail` what lies behind it.
import { z } from 'zod';
import { detailSchema, holderSchema, problemSchema } from './detail';

const path = z.string();
const detail = detailSchema;

export const libraryNoticeSchema = z.discriminatedUnion('code', [
  /** A damaged or missing file was rebuilt from its former generation and the journal; a damaged one was set aside. */
  z.strictObject({ code: z.literal('file-rebuilt'), path, detail }),
  /** The end of a journal was torn, by a crash or power cut, and was cut off; nothing answered was in it. */
  z.strictObject({ code: z.literal('journal-tail-cut'), path, bytes: z.number() }),
  /** Records of a journal are gone; the detail says which. */
  z.strictObject({ code: z.literal('records-lost'), path, detail }),
  /** The list of issues was damaged or missing and was made anew from the issues. */
  z.strictObject({ code: z.literal('catalog-rebuilt'), path, detail }),
  /** The library's own description was damaged or missing and was made anew. */
  z.strictObject({ code: z.literal('identity-rebuilt'), path, detail }),
  /** An issue cannot be opened. The others can. */
  z.strictObject({ code: z.literal('issue-damaged'), path, detail }),
  /** An issue in the list has no folder any more. */
  z.strictObject({ code: z.literal('issue-missing'), path, title: z.string() }),
  /** No copy of a study day can be read. It was set aside, and the others are not concerned. */
  z.strictObject({ code: z.literal('study-day-damaged'), path, detail }),
  /** No copy of what is set about tags can be read. It was set aside, and no mark is concerned. */
  z.strictObject({ code: z.literal('tags-damaged'), path, detail }),
  /** No copy of the list of issues in the trash can be read. They are on the shelf again. */
  z.strictObject({ code: z.literal('trash-damaged'), path, detail }),
  /** The last holder of the lock ended without giving it back. */
  z.strictObject({ code: z.literal('lock-taken-over'), path, owner: holderSchema }),
  /** Another process has taken the lock away. */
  z.strictObject({ code: z.literal('lock-lost'), path, owner: holderSchema }),
  /** The library cannot be written for now. Reading goes on. */
  z.strictObject({ code: z.literal('library-read-only'), path, detail }),
  /** The library was made by a newer program, in the schema of that number; it is not changed. */
  z.strictObject({ code: z.literal('library-newer'), path, version: z.number() }),
  /** A damaged file could not be mended yet. */
  z.strictObject({ code: z.literal('mending-failed'), path, detail }),
  /** An automatic backup could not be made. */
  z.strictObject({ code: z.literal('backup-failed'), path, detail }),
  /** A snapshot could not be written; the journal still holds everything. */
  z.strictObject({ code: z.literal('snapshot-failed'), path, detail }),
  /** Something needless could not be removed or closed; no mark is concerned. */
  z.strictObject({ code: z.literal('not-tidied'), path, detail }),
  /** Both copies of an issue's marks were damaged; they were taken from the automatic backup that was `made` then. */
  z.strictObject({ code: z.literal('marks-salvaged'), path, made: z.string() }),
  /** The sample page of a first start could not be imported. */
  z.strictObject({ code: z.literal('sample-missing'), path, detail }),
  /** A settings file that could not be read was set aside, and is kept under the other name. */
  z.strictObject({ code: z.literal('settings-set-aside'), path, keptAs: z.string() }),
  /** The settings file can neither be read nor set aside; settings are not saved. */
  z.strictObject({ code: z.literal('settings-unreadable'), path, detail }),
  /** The check at the start found something that is not as it should be, and so many more. */
  z.strictObject({ code: z.literal('problem-found'), path, problem: problemSchema, more: z.number() }),
  /** The library lies on a network share or a stick, where saving is less safe. */
  z.strictObject({ code: z.literal('disk-unsafe'), path, detail }),
]);
export type LibraryNotice = z.infer<typeof libraryNoticeSchema>;
export type LibraryNoticeCode = LibraryNotice['code'];
