// Printing: the issue is set for paper by the same engine as an export, into a file of our own, which the system's PDF
// reader opens. There the user has the printers, the double sides and the number of sheets as the system offers them.
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { causeOf } from '../../src-core/ipc/cause';
import type { AppError } from '../../src-core/ipc/app-error';
import { fail, ok, type Result } from '../../src-core/result';
import { exportIssue, type ExportPorts, type ExportRequest } from './export-issue';

export type Printing = {
  /** Where files to be printed are kept until the next start. */
  readonly folder: string;
  /** Opens a file in the system's program for it; gives what went wrong, or an empty text. */
  readonly openFile: (file: string) => Promise<string>;
};

/** Sets the issue and opens it to be printed; gives its number of pages. Fails as an export does, or with 'no-pdf-reader'. */
export async function printIssue(
  ports: ExportPorts & { readonly printing: Printing; readonly newId: () => string },
  request: Omit<ExportRequest, 'file'> & { readonly fileName: string },
  control: Parameters<typeof exportIssue>[2],
): Promise<Result<{ readonly pages: number }, AppError>> {
  // A folder for each, so that the file in an open reader is never written over.
  const folder = join(ports.printing.folder, ports.newId());
  const file = join(folder, request.fileName);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    return fail({ code: 'target-unwritable', file, detail: causeOf(error) });
  }
  const exported = await exportIssue(ports, { ...request, file }, control);
  if (!exported.ok) {
    await rm(folder, { recursive: true, force: true });
    return exported;
  }
  const problem = await ports.printing.openFile(file);
  return problem === ''
    ? ok({ pages: exported.value.pages })
    : fail({ code: 'no-pdf-reader', file, said: problem });
}

/** Removes what was printed in earlier runs. A file that cannot be removed, as one that is still open, waits for the next. */
export async function forgetPrinted(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  await Promise.allSettled(names.map((name) => rm(join(folder, name), { recursive: true })));
}
