// What a failure of the file system is to the user.
import { causeOf, detailOf } from '../../src-core/ipc/cause';
import { AppFailure, type AppError } from '../../src-core/ipc/app-error';
import type { LibraryNotice } from '../../src-core/ipc/library-notice';
import { fileErrorCode, noAnswer } from './file-layer';
import { patience } from './reach';

/** The bytes of a source file are not those that its issue was made from. */
export const otherSource: AppError = {
  code: 'invalid-input',
  where: 'issue.source.sha256',
  detail: { code: 'not-the-checksum' },
};

/** The failure of a write within the library; whatever the file system did not answer is a defect of ours. */
export function writeError(path: string, error: unknown): AppError {
  if (error instanceof AppFailure) return error.error;
  const code = fileErrorCode(error);
  if (code === null) return { code: 'internal', detail: describe(error) };
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return { code: 'disk-full', path };
    case noAnswer:
      return { code: 'library-silent', path, seconds: patience / 1000 };
    case 'EROFS':
      return { code: 'library-read-only', path, detail: causeOf(error) };
    default:
      return { code: 'library-unwritable', path, detail: causeOf(error) };
  }
}

/** The failure of a read within the library. The file itself may be whole: nothing is to be concluded from this. */
export function readError(path: string, error: unknown): AppError {
  if (error instanceof AppFailure) return error.error;
  const code = fileErrorCode(error);
  if (code === null) return { code: 'internal', detail: describe(error) };
  if (code === noAnswer) return { code: 'library-silent', path, seconds: patience / 1000 };
  return code === 'ENOENT'
    ? { code: 'file-missing', file: path }
    : { code: 'file-unreadable', file: path, detail: causeOf(error) };
}

/** What is told of an issue that does not open. */
export function damagedIssue(path: string, error: unknown): LibraryNotice {
  return { code: 'issue-damaged', path, detail: detailOf(readError(path, error)) };
}

/** A failure as its maker said it, for logs. */
export function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
