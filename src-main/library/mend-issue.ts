// Puts the text and the source of an issue right from a backup, where none of their copies in the library is good. What
// was damaged is set aside, what is good stays as it is.
import { dirname, join } from 'node:path';
import type { AppError } from '../../src-core/ipc/app-error';
import type { Issue } from '../../src-core/publication/issue';
import { fail, ok, type Result } from '../../src-core/result';
import { DurableFile, unfinished } from './durable-file';
import { createFile, ifPresent } from './file-layer';
import { issueFormat } from './formats';
import { issueFolder, issueName, sha256, sourceName } from './issue-folder';
import type { Revising } from './revise-issue';
import { writeError, otherSource } from './storage-error';

/** Writes what is damaged or missing, durably; an issue that was made from another source is refused. */
export async function mendIssueFiles(
  { files, path, quarantine }: Revising,
  issue: Issue,
  source: Uint8Array,
): Promise<Result<void, AppError>> {
  const folder = issueFolder(path, issue.issueId);
  const text = new DurableFile(
    files,
    join(folder, issueName),
    issueFormat(issue.issueId),
    quarantine.setAside,
  );
  const sourcePath = join(folder, sourceName);
  try {
    const present = await text.read();
    const wanted = (present ?? issue).source.sha256;
    if (sha256(source) !== wanted) return fail(otherSource);
    if (present === null) {
      await text.write(issue);
      // There is no former generation of a text that was never revised: a second copy takes its place.
      await text.write(issue);
    }
    const here = await ifPresent(files.readFile(sourcePath));
    if (here !== null && sha256(here) === wanted) return ok(undefined);
    const next = unfinished(sourcePath);
    await ifPresent(files.remove(next));
    await createFile(files, next, source);
    if (here !== null) await quarantine.setAside(sourcePath);
    await files.rename(next, sourcePath);
    await files.syncFolder(dirname(sourcePath));
    return ok(undefined);
  } catch (error) {
    return fail(writeError(folder, error));
  }
}
