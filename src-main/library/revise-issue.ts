// Replaces the text of an issue by a revision of it, made from the same source. The marks are carried over by an edit of
// their own; one whose text is gone keeps its words, and is never taken for damage in an issue that was revised.
import { join } from 'node:path';
import { Low } from 'lowdb';
import type { AppError } from '../../src-core/ipc/app-error';
import { causeOf } from '../../src-core/ipc/cause';
import { issueSchema, type Issue } from '../../src-core/publication/issue';
import { fail, ok, type Result } from '../../src-core/result';
import { parseWith } from './document';
import { DurableFile } from './durable-file';
import type { FileLayer } from './file-layer';
import { issueFormat } from './formats';
import { issueFolder, issueName } from './issue-folder';
import type { Notices } from './notices';
import type { Quarantine } from './quarantine';
import { writeError, otherSource } from './storage-error';
import { writeAsItIs, writeBoth } from './write-both';

/** The library's folder, and how it is written. */
export type Revising = {
  readonly files: FileLayer;
  readonly path: string;
  readonly quarantine: Pick<Quarantine, 'setAside'>;
  readonly notices: Pick<Notices, 'add'>;
};

/** Writes the revision, durably and in both copies; a failure leaves the former one. */
export async function writeRevision(
  { files, path, quarantine, notices }: Revising,
  issue: Issue,
): Promise<Result<void, AppError>> {
  const parsed = parseWith(issueSchema, issue);
  if (!parsed.ok) return fail({ code: 'invalid-input', where: 'issue', detail: parsed.error });
  const { issueId, source } = parsed.value;
  const folder = issueFolder(path, issueId);
  const file = new DurableFile(files, join(folder, issueName), issueFormat(issueId), quarantine.setAside);
  try {
    const former = await file.read();
    if (former?.source.sha256 !== source.sha256) return fail(otherSource);
    // The second copy takes the place of the former revision, which the marks may no longer fit.
    const low = new Low(file, former);
    await writeBoth(low, parsed.value, {
      path: join(folder, issueName),
      putBack: () => writeAsItIs(low),
      onSecondFailing: (error) => {
        notices.add({ code: 'not-tidied', path: join(folder, issueName), detail: causeOf(error) });
      },
    });
    return ok(undefined);
  } catch (error) {
    return fail(writeError(folder, error));
  }
}
