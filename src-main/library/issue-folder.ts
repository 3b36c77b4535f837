// The folder of one issue: `issue.json` with its text and `source.bin` as it was imported, both written once, and what
// is written as the issue is worked on: `annotations.json` and the journals.
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { emptyHistory } from '../../src-core/annotation/step-history';
import type { Issue, IssueId } from '../../src-core/publication/issue';
import { cleanUp } from './clean-up';
import { encodeDocument, type DocumentFormat } from './document';
import { formerGeneration } from './durable-file';
import { createFile, ifPresent, makeFolderIn, writeAll, type FileLayer } from './file-layer';
import { annotationsFormat, issueFormat } from './formats';
import { snapshotName } from './issue-replay';
import { encodeHeader, journalName } from './journal';

/** The names of the two files which are written once. */
export const issueName = 'issue.json';
export const sourceName = 'source.bin';

/** Marks the folder of an issue that is still being written. */
const unfinishedMark = '.unfinished-';

/** The folder of an issue. */
export function issueFolder(library: string, issueId: IssueId): string {
  return join(library, 'issues', issueId);
}

/** Whether the folder of a known issue is there; where it is not, the issue may come back from a backup. */
export async function hasIssueFolder(files: FileLayer, library: string, issueId: IssueId): Promise<boolean> {
  return (await ifPresent(files.list(issueFolder(library, issueId)))) !== null;
}

/** Whether a name among the issues is that of an import which was broken off. */
export function isUnfinishedIssue(name: string): boolean {
  return name.startsWith(unfinishedMark);
}

/** Hexadecimal SHA-256. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Writes an issue: all of it appears at once under its name, or nothing does. Gives its journal's length in bytes. */
export async function createIssueFolder(
  files: FileLayer,
  library: string,
  issue: Issue,
  source: Uint8Array,
): Promise<number> {
  const { issueId } = issue;
  const finished = issueFolder(library, issueId);
  const folder = join(dirname(finished), `${unfinishedMark}${issueId}`);
  const journal = encodeHeader(issueId, 1, 0);
  let isNamed = false;
  try {
    await files.removeFolder(folder);
    await makeFolderIn(files, library, folder);
    await createFile(files, join(folder, sourceName), source);
    await createDocument(files, join(folder, issueName), issueFormat(issueId), issue);
    // Written once, so there will be no former generation: a second copy takes its place.
    await createDocument(files, formerGeneration(join(folder, issueName)), issueFormat(issueId), issue);
    await createDocument(files, join(folder, snapshotName), annotationsFormat(issueId), {
      issueId,
      seq: 0,
      journal: 1,
      annotations: [],
      history: emptyHistory,
    });
    await createFile(files, join(folder, journalName(1)), journal);
    await files.syncFolder(folder);
    // A network's file system may rename and yet say that it failed. Should another folder stand there, the full one of
    // this import keeps it from being renamed below.
    isNamed = true;
    await files.rename(folder, finished);
    await files.syncFolder(dirname(finished));
    // Some shares lose what is in a folder when it takes its name: what cannot be read now was not imported.
    for (const name of [sourceName, issueName, snapshotName, journalName(1)])
      await files.readFile(join(finished, name));
  } catch (error) {
    // What cannot be tidied now is tidied when the library is opened next.
    throw await cleanUp(error, [
      ...(isNamed ? [{ leaves: finished, work: () => files.rename(finished, folder) }] : []),
      { leaves: folder, work: () => files.removeFolder(folder) },
    ]);
  }
  return journal.length;
}

async function createDocument<T>(
  files: FileLayer,
  path: string,
  format: DocumentFormat<T>,
  value: T,
): Promise<void> {
  const file = await files.open(path, 'create');
  try {
    for (const piece of await encodeDocument(format, value)) await writeAll(file, piece);
    await file.sync();
  } finally {
    await file.close();
  }
}
