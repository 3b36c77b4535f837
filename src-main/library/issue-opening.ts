// Opens one issue: replays it, tells what was found, and mends it where the library may be written. What was damaged is
// set aside, never deleted, and a new snapshot takes its place.
import { join } from 'node:path';
import { missing } from './durable-file';
import { causeOf } from '../../src-core/ipc/cause';
import type { IssueId } from '../../src-core/publication/issue';
import { ifPresent, type FileLayer } from './file-layer';
import { issueFolder } from './issue-folder';
import { replayIssue, type Finding, type KnownJournal, type Replayed } from './issue-replay';
import { journalName } from './journal';
import type { LibraryNotice } from '../../src-core/ipc/library-notice';
import type { Quarantine } from './quarantine';
import { salvageIssue } from './salvage';
import { StoredIssue, type StoredIssueOptions } from './stored-issue';

export type OpeningOptions = Omit<StoredIssueOptions, 'folder'> & {
  readonly library: string;
  readonly quarantine: Quarantine;
  readonly isWritable: () => boolean;
  /** Up to which length of which journal the catalog knows of an issue; null for one it does not know. */
  readonly knownJournal: (issueId: IssueId) => KnownJournal | null;
};

/** Opens an issue; throws what the file system answers, and AppFailure where nothing good is left. */
export async function openIssue(options: OpeningOptions, issueId: IssueId): Promise<StoredIssue> {
  const { files, library, quarantine, notice, knownJournal } = options;
  const folder = issueFolder(library, issueId);
  const known = knownJournal(issueId);
  const replayed = await replayIssue(files, folder, issueId, quarantine.setAside, known, () =>
    salvageIssue(files, library, issueId),
  );
  for (const finding of replayed.findings) notice(noticeOf(finding));
  const issue = new StoredIssue({ ...options, folder }, replayed, mustStartAnew(replayed));
  if (replayed.findings.length > 0 && options.isWritable()) {
    try {
      await mend(files, quarantine, replayed, issue);
    } catch (error) {
      notice({ code: 'mending-failed', path: folder, detail: causeOf(error) });
    }
  }
  const last = replayed.journals.at(-1);
  if (replayed.findings.length === 0 && last !== undefined && last.spaceBytes > 0 && options.isWritable()) {
    const path = join(folder, journalName(last.generation));
    try {
      await cut(files, path, last.bytes);
    } catch (error) {
      notice({ code: 'not-tidied', path, detail: causeOf(error) });
    }
  }
  return issue;
}

/**
 * Whether nothing more may be written to the last journal: it is not whole, its header speaks of a former schema, or it
 * ends in space that a process left behind, which may not have been on the disk when that ended.
 */
function mustStartAnew({ findings, isJournalFormer, journals }: Replayed): boolean {
  return findings.length > 0 || isJournalFormer || (journals.at(-1)?.spaceBytes ?? 0) > 0;
}

async function mend(
  files: FileLayer,
  quarantine: Quarantine,
  { findings }: Replayed,
  issue: StoredIssue,
): Promise<void> {
  for (const finding of findings) {
    if (finding.code === 'torn-tail') await cutTail(files, quarantine, finding);
  }
  if (findings.every(({ code }) => code === 'torn-tail')) return;
  const damaged = findings.filter((finding) => finding.code === 'damaged-journal').map(({ path }) => path);
  // Kept before the new snapshot, which makes older journals needless; it sets a damaged snapshot aside itself.
  for (const path of damaged) await quarantine.keep(path, await files.readFile(path));
  await issue.writeSnapshot();
  for (const path of damaged) await ifPresent(files.remove(path));
}

async function cutTail(
  files: FileLayer,
  quarantine: Quarantine,
  { path, wholeBytes, tail }: Extract<Finding, { code: 'torn-tail' }>,
): Promise<void> {
  await quarantine.keep(path, tail);
  await cut(files, path, wholeBytes);
}

async function cut(files: FileLayer, path: string, bytes: number): Promise<void> {
  const journal = await files.open(path, 'append');
  try {
    await journal.truncate(bytes);
    await journal.sync();
  } finally {
    await journal.close();
  }
}

function noticeOf(finding: Finding): LibraryNotice {
  const { path } = finding;
  switch (finding.code) {
    case 'damaged-snapshot':
    case 'damaged-journal':
      return { code: 'file-rebuilt', path, detail: finding.detail };
    case 'missing-snapshot':
      return { code: 'file-rebuilt', path, detail: missing };
    case 'salvaged':
      return { code: 'marks-salvaged', path, made: finding.made };
    case 'torn-tail':
      return { code: 'journal-tail-cut', path, bytes: finding.tail.length };
    case 'records-lost':
      return {
        code: 'records-lost',
        path,
        detail: { code: 'records-gone', first: finding.first, last: finding.last },
      };
  }
}
