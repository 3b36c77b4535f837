// Backups of a library in use: of everything, where the user wants it, and of the marks alone by itself, in generations.
import { join } from 'node:path';
import { causeOf } from '../../src-core/ipc/cause';
import { AppFailure, type AppError } from '../../src-core/ipc/app-error';
import type { Issue, IssueId } from '../../src-core/publication/issue';
import { fail, ok, type Result } from '../../src-core/result';
import type { StudyDay } from '../../src-core/study/study-day';
import type { BackupScope, Manifest } from './backup-format';
import { backupEvery, backupName, backupsToDrop, backupTime } from './backup-generations';
import { encodeDocument } from './document';
import { fileErrorCode, ifPresent, makeFolderIn, type FileLayer } from './file-layer';
import { annotationsFormat, issueFormat } from './formats';
import { issueName, sourceName } from './issue-folder';
import { trashFormat, trashName, type IssueTombstone } from './issue-trash';
import type { LibraryNoticeCode } from '../../src-core/ipc/library-notice';
import { holdsLibrary } from './look-into';
import type { Notices } from './notices';
import type { TagTrait } from '../../src-core/annotation/tag-traits';
import { readError, writeError } from './storage-error';
import { studyDayFormat, studyFolderName } from './study-shelf';
import { tagsFormat, tagsName } from './tag-shelf';
import type { StoredIssue } from './stored-issue';
import { writeBackup, type BackupFile } from './write-backup';

export type BackupSource = {
  readonly files: FileLayer;
  readonly library: string;
  readonly libraryId: string;
  /** ISO 8601 instant. */
  readonly made: string;
  readonly issueIds: readonly IssueId[];
  readonly issue: (issueId: IssueId) => Promise<StoredIssue>;
  readonly text: (issueId: IssueId) => Promise<Issue>;
  readonly source: (issueId: IssueId) => Promise<Uint8Array>;
  readonly studyDays: () => Promise<readonly StudyDay[]>;
  readonly tagTraits: () => Promise<readonly TagTrait[]>;
  readonly trashed: () => Promise<readonly IssueTombstone[]>;
};

/** A backup that was made, and how many issues are damaged in it as they are in the library, or left out. */
export type BackedUp = Manifest & { readonly damaged: number };

/**
 * Writes a backup to a file; throws what fails. One damaged issue holds up no backup of the others: its files are kept as
 * they are, and it is left out only where its marks cannot be read.
 */
async function backUp(from: BackupSource, scope: BackupScope, target: string): Promise<BackedUp> {
  let annotations = 0;
  let issues = 0;
  const damaged = new Set<IssueId>();
  const files: BackupFile[] = [
    {
      path: 'library.json',
      bytes: () => readPart(from, 'library.json', (path) => from.files.readFile(path)),
    },
  ];
  for (const issueId of from.issueIds) {
    const folder = `issues/${issueId}`;
    if (scope === 'whole' && !(await isReadable(from, issueId))) {
      damaged.add(issueId);
      continue;
    }
    issues++;
    if (scope === 'whole') {
      const asItIs = (name: string, read: () => Promise<Uint8Array>): BackupFile => ({
        path: `${folder}/${name}`,
        bytes: () =>
          readPart(from, folder, async () => {
            try {
              return await read();
            } catch (error) {
              if (!isDamage(error)) throw error;
              damaged.add(issueId);
              return (await ifPresent(from.files.readFile(join(from.library, folder, name)))) ?? nothing;
            }
          }),
      });
      const text = async (): Promise<Uint8Array> =>
        Buffer.concat(await encodeDocument(issueFormat(issueId), await from.text(issueId)));
      files.push(
        asItIs(issueName, text),
        asItIs(sourceName, () => from.source(issueId)),
      );
    }
    const marks = async (): Promise<Uint8Array> => {
      const state = await readPart(from, folder, async () => (await from.issue(issueId)).capture());
      annotations += state.annotations.filter(({ removed }) => removed === undefined).length;
      return Buffer.concat(await encodeDocument(annotationsFormat(issueId), state));
    };
    files.push({ path: `${folder}/annotations.json`, bytes: marks });
  }
  for (const day of await from.studyDays()) {
    const bytes = async (): Promise<Uint8Array> =>
      Buffer.concat(await encodeDocument(studyDayFormat(day.studyDayId), day));
    files.push({ path: `${studyFolderName}/${day.studyDayId}.json`, bytes });
  }
  const traits = await from.tagTraits();
  if (traits.length > 0) {
    const bytes = async (): Promise<Uint8Array> =>
      Buffer.concat(await encodeDocument(tagsFormat, { traits }));
    files.push({ path: tagsName, bytes });
  }
  const trashed = await from.trashed();
  if (trashed.length > 0) {
    const bytes = async (): Promise<Uint8Array> =>
      Buffer.concat(await encodeDocument(trashFormat, { issues: trashed }));
    files.push({ path: trashName, bytes });
  }
  const { libraryId, made } = from;
  const manifest = await writeBackup(
    from.files,
    { libraryId, made, scope, issues, files, annotations: () => annotations },
    target,
  );
  return { ...manifest, damaged: damaged.size };
}

const nothing = new Uint8Array();

async function isReadable(from: BackupSource, issueId: IssueId): Promise<boolean> {
  try {
    await from.issue(issueId);
    return true;
  } catch (error) {
    if (!isDamage(error)) throw error;
    return false;
  }
}

/** Whether something failed because it is damaged or missing; a disk that fails for the moment is another matter. */
function isDamage(error: unknown): boolean {
  if (!(error instanceof AppFailure)) return fileErrorCode(error) === 'ENOENT';
  const { code } = error.error;
  return code === 'library-damaged' || code === 'library-newer' || code === 'file-missing';
}

/** Reads something of the library; what fails then is the library's, and not the target's. */
async function readPart<T>(
  { library }: BackupSource,
  name: string,
  read: (path: string) => Promise<T>,
): Promise<T> {
  const path = join(library, name);
  try {
    return await read(path);
  } catch (error) {
    throw new AppFailure(readError(path, error));
  }
}

/** Writes a backup of everything to where the user wants it; a failure says whether it is the target's. */
export async function backUpWhole(from: BackupSource, target: string): Promise<Result<BackedUp, AppError>> {
  try {
    return ok(await backUp(from, 'whole', target));
  } catch (error) {
    // What is not there cannot be read; the target is not to blame for it.
    if (!(await isThere(from))) return fail({ code: 'library-absent', path: from.library });
    const failure = writeError(target, error);
    return fail(
      failure.code === 'library-unwritable' || failure.code === 'library-read-only'
        ? { code: 'target-unwritable', file: target, detail: failure.detail }
        : failure,
    );
  }
}

/** After these an automatic backup could hold less than the one before. */
const tellsOfLoss: ReadonlySet<LibraryNoticeCode> = new Set([
  'records-lost',
  'issue-damaged',
  'issue-missing',
  'study-day-damaged',
  'tags-damaged',
  'trash-damaged',
  'mending-failed',
]);

/** The backups which a library in use makes by itself while its marks change. */
export class AutomaticBackups {
  readonly #source: () => BackupSource;
  readonly #notices: Notices;
  #isChanged = false;
  #making: Promise<void> = Promise.resolve();
  #isMaking = false;

  constructor(source: () => BackupSource, notices: Notices) {
    this.#source = source;
    this.#notices = notices;
  }

  /** Notes that something has changed since the last backup. */
  noteChange(): void {
    this.#isChanged = true;
  }

  /** Makes a backup when it is time for one; never fails, but tells. */
  makeIfDue(): Promise<void> {
    if (this.#isChanged && !this.#isMaking) {
      this.#isMaking = true;
      this.#making = this.#make().finally(() => {
        this.#isMaking = false;
      });
    }
    return this.#making;
  }

  /** Waits for a backup that is being made. */
  async done(): Promise<void> {
    await this.#making;
  }

  /** While something is amiss no backup is made, for it would push a good one out. */
  async #make(): Promise<void> {
    if (this.#notices.all.some(({ code }) => tellsOfLoss.has(code))) return;
    const source = this.#source();
    this.#isChanged = false;
    try {
      if (!(await keepGenerations(source))) this.#isChanged = true;
    } catch (error) {
      // A folder that is away is told of to whoever changes something in it; the backup is made when it is back.
      this.#isChanged = !(await isThere(source));
      if (this.#isChanged) return;
      const path = join(source.library, 'backups');
      this.#notices.add({ code: 'backup-failed', path, detail: causeOf(error) });
    }
  }
}

/** A folder that cannot be looked into is not taken for one that is gone. */
function isThere({ files, library }: BackupSource): Promise<boolean> {
  return holdsLibrary(files, library).catch(() => true);
}

/** Makes the next automatic backup if it is time for it, and drops those that are no longer needed; says if it did. */
async function keepGenerations(from: BackupSource): Promise<boolean> {
  const folder = join(from.library, 'backups');
  const now = Date.parse(from.made);
  const names = (await ifPresent(from.files.list(folder))) ?? [];
  const newest = Math.max(...names.map((name) => backupTime(name) ?? Number.NEGATIVE_INFINITY));
  if (now - newest < backupEvery) return false;
  await makeFolderIn(from.files, from.library, folder);
  await from.files.syncFolder(from.library);
  const name = backupName(from.made);
  await backUp(from, 'marks', join(folder, name));
  for (const old of backupsToDrop([...names, name], now)) await from.files.remove(join(folder, old));
  return true;
}
