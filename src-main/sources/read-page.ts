// Takes one page in: reads its file, finds the encoding, and finds the structure of the text. This is the part that
// meets what strangers wrote; `guarded-reader.ts` runs it in a process of its own, with limits.
import type { AppError } from '../../src-core/ipc/app-error';
import type { ParsedPage } from '../../src-core/importing/format';
import { parsePageText } from '../../src-core/importing/page-text/parse-page-text';
import type { Habit } from '../../src-core/importing/habit-schema';
import { ok, type Result } from '../../src-core/result';
import { readSource, sourceOf, type SourceFile } from './read-source';

/** A file to read, or the bytes of a text that is already here, such as one from the clipboard. */
export type PageSource = (
  { readonly file: string } | { readonly fileName: string; readonly bytes: Uint8Array }
) & {
  /** The habits of the publication by which the page is read. */
  readonly habits?: readonly Habit[];
};

export type ReadPage = { readonly source: SourceFile; readonly page: ParsedPage };

/** Reads pages. A page that cannot be read, whatever it does to its reader, is a failure of that page alone. */
export interface PageReader {
  /** Reads one page; an aborted signal answers 'cancelled'. */
  read(source: PageSource, signal?: AbortSignal): Promise<Result<ReadPage, AppError>>;
  /** Ends what is under way, and lets go of what reading took. */
  close(): void;
}

/** What a failure calls the source. */
export function nameOf(source: PageSource): string {
  return 'file' in source ? source.file : source.fileName;
}

/** Reads one page in this very process. */
export async function readPage(source: PageSource): Promise<Result<ReadPage, AppError>> {
  const read = 'file' in source ? await readSource(source.file) : sourceOf(source.fileName, source.bytes);
  return read.ok
    ? ok({ source: read.value, page: parsePageText(read.value.text, undefined, source.habits) })
    : read;
}
