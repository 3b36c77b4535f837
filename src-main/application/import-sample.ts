// Puts the sample page into a new library, so that a first start opens on a newspaper and not on an empty desk.
import { join } from 'node:path';
import type { AppError } from '../../src-core/ipc/app-error';
import { ok, type Result } from '../../src-core/result';
import { importFile, type Imported, type ImportPorts } from './import-file';

/** The sample's file name in the folder of samples. */
export const sampleFileName = 'wujin-2022-10-11.txt';

/**
 * Imports the sample into a library that has no issue yet; null where it has one. The page ships with the application and
 * needs no guard: it is read in this process, so that a first start waits for no other.
 */
export async function importSample(
  ports: Omit<ImportPorts, 'pages'>,
  samplesFolder: string,
): Promise<Result<Imported | null, AppError>> {
  const issues = await ports.library.issues();
  if (!issues.ok) return issues;
  const trashed = await ports.library.removedIssues.all();
  if (!trashed.ok) return trashed;
  // Who has put everything into the trash does not want the sample on the shelf.
  if (issues.value.length + trashed.value.length > 0) return ok(null);
  const { readPage } = await import('../sources/read-page');
  return importFile({ ...ports, pages: { read: readPage } }, { file: join(samplesFolder, sampleFileName) });
}
