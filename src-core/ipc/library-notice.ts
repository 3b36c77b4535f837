// What the library tells its user of itself: something that was found, mended or set aside. One sentence each; the words
// are in src-core/strings/notice-messages.ts.
import { z } from 'zod';

export const libraryNoticeCodeSchema = z.enum([
  /** A damaged or missing file was rebuilt from its former generation and the journal; a damaged one was set aside. */
  'file-rebuilt',
  /** The end of a journal was torn, by a crash or power cut, and was cut off; nothing answered was in it. */
  'journal-tail-cut',
  /** Records of a journal are gone; the detail says which. */
  'records-lost',
  /** The list of issues was damaged or missing and was made anew from the issues. */
  'catalog-rebuilt',
  /** The library's own description was damaged or missing and was made anew. */
  'identity-rebuilt',
  /** An issue cannot be opened; the detail says why. The others can. */
  'issue-damaged',
  /** An issue in the list has no folder any more; the detail is its title. */
  'issue-missing',
  /** No copy of a study day can be read; the detail says why. It was set aside, and the others are not concerned. */
  'study-day-damaged',
  /** No copy of what is set about tags can be read; the detail says why. It was set aside, and no mark is concerned. */
  'tags-damaged',
  /** No copy of the list of issues in the trash can be read; the detail says why. They are on the shelf again. */
  'trash-damaged',
  /** The last holder of the lock ended without giving it back; the detail says who. */
  'lock-taken-over',
  /** Another process has taken the lock away; the detail says who. */
  'lock-lost',
  /** The library cannot be written for now; the detail says why. Reading goes on. */
  'library-read-only',
  /** The library was made by a newer program, in the schema that the detail says; it is not changed. */
  'library-newer',
  /** A damaged file could not be mended yet; the detail says why. */
  'mending-failed',
  /** An automatic backup could not be made; the detail says why. */
  'backup-failed',
  /** A snapshot could not be written; the journal still holds everything. */
  'snapshot-failed',
  /** Something needless could not be removed or closed; no mark is concerned. */
  'not-tidied',
  /** Both copies of an issue's marks were damaged; they were taken from an automatic backup, whose time the detail is. */
  'marks-salvaged',
  /** The sample page of a first start could not be imported; the detail says why. */
  'sample-missing',
  /** A settings file that could not be read was set aside, under the name that the detail tells. */
  'settings-set-aside',
  /** The settings file can neither be read nor set aside; settings are not saved. */
  'settings-unreadable',
  /** The check at the start found something that is not as it should be; the detail says what, the path where. */
  'problem-found',
  /** The library lies on a network share or a stick, of the kind that the detail names, where saving is less safe. */
  'disk-unsafe',
]);
export type LibraryNoticeCode = z.infer<typeof libraryNoticeCodeSchema>;

/** Something that was found or done; `path` is the file or folder that it concerns. */
export const libraryNoticeSchema = z.strictObject({
  code: libraryNoticeCodeSchema,
  path: z.string(),
  detail: z.string(),
});
export type LibraryNotice = z.infer<typeof libraryNoticeSchema>;
