// What lies behind a failure, a notice or a problem, as data: a closed set of codes with their values. The words are in
// src-core/strings/detail-messages.ts, one for each code in either language.
import { z } from 'zod';

const said = z.string();
const version = z.number();

/** What the operating system answered: its own error number, the file it was about, and its words, for logs and scripts. */
const systemFault = { errno: z.string(), path: z.string().nullable(), said };

/** What a value that came from outside lacks, by the first thing that its schema found. */
const notValidSchema = z.strictObject({
  code: z.literal('not-valid'),
  /** The property, with those it is within; empty for the whole. */
  at: z.string(),
  fault: z.enum([
    'invalid_type',
    'invalid_value',
    'invalid_format',
    'too_small',
    'too_big',
    'unrecognized_keys',
    'other',
  ]),
  /** The values that are possible, or the properties that are not known. */
  names: z.array(z.string()),
  /** In the words of the schema, for logs and scripts. */
  said,
});

export type NotValid = z.infer<typeof notValidSchema>;

/** Who has a library open. */
export const holderSchema = z.discriminatedUnion('code', [
  z.strictObject({
    code: z.literal('held-by'),
    holder: z.enum(['app', 'cli']),
    pid: z.int(),
    host: z.string(),
    since: z.string(),
  }),
  /** The lock cannot be read. */
  z.strictObject({ code: z.literal('held-by-unknown') }),
  z.strictObject({ code: z.literal('held-by-several') }),
]);
export type LibraryHolder = z.infer<typeof holderSchema>;

/** What is wrong with one of the library's files. */
export const damageSchema = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('missing') }),
  z.strictObject({ code: z.literal('empty') }),
  z.strictObject({ code: z.literal('a-folder') }),
  z.strictObject({ code: z.literal('header-missing') }),
  z.strictObject({ code: z.literal('header-unreadable') }),
  /** The document is another of the library's; `kind` is what its header says. */
  z.strictObject({ code: z.literal('other-kind'), kind: z.string() }),
  /** It has not as many bytes as it was written with. */
  z.strictObject({ code: z.literal('other-length'), bytes: z.number(), written: z.number() }),
  z.strictObject({ code: z.literal('checksum') }),
  notValidSchema,
  z.strictObject({ code: z.literal('of-other-issue'), issueId: z.string() }),
  z.strictObject({ code: z.literal('of-other-study-day'), studyDayId: z.string() }),
  z.strictObject({ code: z.literal('journal-header-missing') }),
  z.strictObject({ code: z.literal('lines-damaged'), lines: z.number() }),
  /** The journal ends at record `last`, and the next one begins after `next`. */
  z.strictObject({ code: z.literal('ends-early'), last: z.number(), next: z.number() }),
]);
export type Damage = z.infer<typeof damageSchema>;

/** What a check of the library finds. */
export const problemSchema = z.discriminatedUnion('code', [
  damageSchema,
  z.strictObject({ code: z.literal('newer-schema'), version }),
  /** A part of the library, such as a journal, that a newer program made. */
  z.strictObject({ code: z.literal('newer-library'), version }),
  z.strictObject({ code: z.literal('salvaged'), made: z.string() }),
  /** The last record was not written to its end. */
  z.strictObject({ code: z.literal('torn'), wholeBytes: z.number() }),
  /** Records from the number `first` to `last`; null where nobody knows how many there were. */
  z.strictObject({ code: z.literal('records-gone'), first: z.number(), last: z.number().nullable() }),
  z.strictObject({ code: z.literal('not-in-catalog') }),
  /** It names an issue that is not in the catalog. */
  z.strictObject({ code: z.literal('names-unknown'), issueId: z.string() }),
  z.strictObject({ code: z.literal('no-issue') }),
  z.strictObject({ code: z.literal('no-study-day') }),
  z.strictObject({
    code: z.literal('counts-differ'),
    issueId: z.string(),
    counted: z.number(),
    found: z.number(),
  }),
  /** A mark whose passage is not in the text; `fault` is the code of the failure that an edit of it would be. */
  z.strictObject({ code: z.literal('mark-adrift'), annotationId: z.string(), fault: z.string() }),
  z.strictObject({ code: z.literal('system'), ...systemFault }),
  /** The system did not let an issue be read. */
  z.strictObject({ code: z.literal('unreadable'), ...systemFault }),
  z.strictObject({ code: z.literal('file-gone'), file: z.string() }),
  /** A failure that has no more to say than its code. */
  z.strictObject({ code: z.literal('failure'), failure: z.string() }),
  /** A defect of ours; what is said of it is for its makers. */
  z.strictObject({ code: z.literal('defect'), said }),
]);
export type Problem = z.infer<typeof problemSchema>;

/** Why a backup cannot be used. */
const backupFaultSchema = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('no-backup'), said }),
  z.strictObject({ code: z.literal('manifest-unreadable') }),
  /** It has no texts: it can only go back into the library whose marks it holds. */
  z.strictObject({ code: z.literal('marks-only') }),
  z.strictObject({
    code: z.literal('entry'),
    name: z.string(),
    fault: z.enum(['missing', 'not-listed', 'too-large', 'unreadable', 'checksum']),
  }),
]);

/** What is wrong with what was asked for. */
const inputFaultSchema = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('no-json'), said }),
  z.strictObject({ code: z.literal('no-channel'), name: z.string() }),
  z.strictObject({ code: z.literal('no-picture') }),
  z.strictObject({ code: z.literal('not-the-checksum') }),
  z.strictObject({ code: z.literal('is-in-library'), issueId: z.string() }),
  z.strictObject({ code: z.literal('passages-overlap'), start: z.number(), end: z.number() }),
  z.strictObject({ code: z.literal('passages-unfit'), count: z.number() }),
  z.strictObject({ code: z.literal('correction-unfit') }),
  z.strictObject({ code: z.literal('no-text') }),
  z.strictObject({ code: z.literal('quote-needed') }),
  z.strictObject({ code: z.literal('article-needed') }),
  z.strictObject({ code: z.literal('tag-unfit'), tag: z.string() }),
  z.strictObject({ code: z.literal('one-of'), names: z.array(z.string()) }),
  z.strictObject({ code: z.literal('several-days'), given: z.string(), studyDayIds: z.array(z.string()) }),
]);

export const detailSchema = z.discriminatedUnion('code', [
  problemSchema,
  holderSchema,
  backupFaultSchema,
  inputFaultSchema,
  z.strictObject({ code: z.literal('of-other-library'), libraryId: z.string() }),
  z.strictObject({ code: z.literal('journal-shorter') }),
  z.strictObject({ code: z.literal('library-gone') }),
  z.strictObject({ code: z.literal('closed') }),
  z.strictObject({ code: z.literal('read-anew') }),
  z.strictObject({ code: z.literal('lock-gone') }),
  z.strictObject({ code: z.literal('copy-differs') }),
  z.strictObject({ code: z.literal('marks-missing'), found: z.number(), whole: z.number() }),
  z.strictObject({ code: z.literal('present-unreadable') }),
  z.strictObject({ code: z.literal('no-regular-file') }),
  /** The kind of a disk, as its makers call it. */
  z.strictObject({ code: z.literal('disk-kind'), kind: z.string() }),
  /** A disk on which a file is not replaced in one step, or a folder not written through; what the system answered. */
  z.strictObject({ code: z.literal('replacing-unsafe'), errno: z.string().nullable() }),
  z.strictObject({ code: z.literal('syncing-unsafe'), errno: z.string() }),
  z.strictObject({ code: z.literal('no-answer'), seconds: z.number() }),
]);
export type Detail = z.infer<typeof detailSchema>;

/** The first thing that a schema found wrong with a value. */
export function notValid(error: z.ZodError): NotValid {
  const [issue] = error.issues;
  const known = notValidSchema.shape.fault.safeParse(issue?.code);
  const names =
    issue?.code === 'unrecognized_keys'
      ? issue.keys
      : issue?.code === 'invalid_value'
        ? issue.values.map(String)
        : [];
  return {
    code: 'not-valid',
    at: issue?.path.join('.') ?? '',
    fault: known.success ? known.data : 'other',
    names,
    said: issue?.message ?? '',
  };
}
