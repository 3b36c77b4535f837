// Opens a library, or makes one in an empty folder. It always opens when there is anything to read: what is damaged is
// told and rebuilt, what cannot be written is read. A folder that holds something else is refused, and nothing that
// could not be read is ever replaced by something empty.
import { dirname, join } from 'node:path';
import type { Damage, Detail } from '../../src-core/ipc/detail';
import { AppFailure, type AppError } from '../../src-core/ipc/app-error';
import { issueIdSchema, type IssueId } from '../../src-core/publication/issue';
import { fail, ok, type Result } from '../../src-core/result';
import { rowsBehind } from './catalog';
import { diskOf } from './disk-kind';
import { probeDisk } from './disk-probe';
import { lowDocument, type LowDocument, missing } from './durable-file';
import { fileErrorCode, ifPresent, type FileLayer } from './file-layer';
import { filesOn } from './files-on';
import { catalogFormat, libraryFormat, type Catalog, type Identity } from './formats';
import { isUnfinishedIssue } from './issue-folder';
import { keepFormerSchema } from './keep-former-schema';
import type { Library } from './library';
import type { LibraryParts } from './library-parts';
import { holdsLibrary } from './look-into';
import {
  acquireLock,
  heartbeatLimit,
  isLockAttempt,
  lockPath,
  startHeartbeat,
  type Heartbeat,
  type Holder,
} from './lock';
import { schemaVersion } from './migrations';
import type { LibraryNotice } from '../../src-core/ipc/library-notice';
import { Notices } from './notices';
import { isLibraryName } from './own-names';
import { systemProcesses, type Processes } from './processes';
import { Quarantine } from './quarantine';
import { readError, writeError } from './storage-error';
import { StoredLibrary } from './stored-library';
import type { WriteAccess } from './write-access';

export type OpenLibraryOptions = {
  /** The clock, ISO 8601. */
  readonly now: () => string;
  readonly newId: () => string;
  /** Who opens it; told to whom finds it locked. */
  readonly holder: Holder;
  /** Told of everything found or mended, as it happens; `Library.notices` keeps it too. */
  readonly onNotice?: (notice: LibraryNotice) => void;
  /** The file system, and the processes of the machine; tests pass their own. */
  readonly files?: FileLayer;
  readonly processes?: Processes;
  /** How the lock is kept alive; tests whose time stands still pass their own. */
  readonly heartbeat?: Heartbeat;
  /** How long a journal grows before a new snapshot, in bytes. */
  readonly snapshotAfter?: number;
  /** How many issues may be in memory at a time. */
  readonly openIssues?: number;
  /** How many issues may keep their journals open; each takes two files of the process. */
  readonly openJournals?: number;
};

const defaultSnapshotAfter = 256 * 1024;

const defaultOpenIssues = 2_000;

/** With those that are opened before others are let go, some 3,000 files; the runtimes ask for as many as systems give. */
const defaultOpenJournals = 1_000;

/** Opens the library in a folder. Fails where it is locked, is no library, or cannot be read. */
export async function openLibrary(
  path: string,
  options: OpenLibraryOptions,
): Promise<Result<Library, AppError>> {
  const files = options.files ?? (await filesOn(path));
  const { now, newId, holder } = options;
  const notices = new Notices(options.onNotice);
  const quarantine = new Quarantine(files, path, now);
  const processes = options.processes ?? systemProcesses();
  const catalogPath = join(path, 'catalog.json');
  let isOpen = false;
  const noRows: Catalog = { libraryId: '', rows: [] };
  const parts: LibraryParts = {
    path,
    files,
    now,
    quarantine,
    notices,
    catalog: lowDocument<Catalog>(files, catalogPath, catalogFormat, noRows, quarantine.setAside),
    snapshotAfter: options.snapshotAfter ?? defaultSnapshotAfter,
    openIssues: options.openIssues ?? defaultOpenIssues,
    openJournals: options.openJournals ?? defaultOpenJournals,
    // The command line comes and goes; the application stays long enough.
    makesBackups: holder === 'app',
    acquire: async () => {
      const made = await makeFolder(files, path);
      return made.ok ? acquireLock(path, { files, processes, holder, now, newId }) : made;
    },
    heartbeat: options.heartbeat ?? startHeartbeat,
    isThere: () => (isOpen ? isStillThere(files, path) : Promise.resolve(true)),
    load: (access) => loadLibrary(parts, access, newId),
  };
  const library = new StoredLibrary(parts);
  try {
    const refusal = await library.open();
    if (refusal !== null) return fail(refusal);
    isOpen = true;
    const kind = options.files === undefined ? await unsafeKind(files, path, notices, options) : null;
    if (kind !== null) notices.add({ code: 'disk-unsafe', path, detail: kind });
    return ok(library);
  } catch (error) {
    await library.close();
    return fail(readError(path, error));
  }
}

/** What is unsafe about the disk; the application, which stays, tries it out as well. */
async function unsafeKind(
  files: FileLayer,
  path: string,
  { all }: Notices,
  { holder, newId }: OpenLibraryOptions,
): Promise<Detail | null> {
  const { unsafe: kind } = await diskOf(path);
  if (kind !== null) return { code: 'disk-kind', kind };
  const isToBeRead = all.some(({ code }) => code === 'library-newer' || code === 'library-read-only');
  return holder === 'app' && !isToBeRead ? probeDisk(files, path, newId()) : null;
}

/** A folder that cannot be looked into for the moment is not taken for one that is gone. */
async function isStillThere(files: FileLayer, path: string): Promise<boolean> {
  try {
    return await holdsLibrary(files, path);
  } catch (error) {
    if (fileErrorCode(error) === null) throw error;
    return true;
  }
}

async function makeFolder(files: FileLayer, path: string): Promise<Result<null, AppError>> {
  try {
    const missing: string[] = [];
    let folder = path;
    while (folder !== dirname(folder) && (await ifPresent(files.list(folder))) === null) {
      missing.push(folder);
      folder = dirname(folder);
    }
    if (missing.length === 0) return ok(null);
    await files.makeFolder(path);
    for (const made of missing) await files.syncFolder(dirname(made));
    return ok(null);
  } catch (error) {
    return fail(writeError(path, error));
  }
}

/** Lists the library's folder; where there is none because it could not be made, that is the reason to give. */
async function listFolder(files: FileLayer, path: string, access: WriteAccess): Promise<readonly string[]> {
  try {
    return await files.list(path);
  } catch (error) {
    if (access.refusal !== null && fileErrorCode(error) === 'ENOENT') throw new AppFailure(access.refusal);
    throw error;
  }
}

/** Reads the identity and the catalog, mends them where it may, and gives the issues whose rows must be made anew. */
async function loadLibrary(
  parts: LibraryParts,
  access: WriteAccess,
  newId: () => string,
): Promise<readonly IssueId[]> {
  const { files, path, catalog, now, quarantine, notices } = parts;
  const empty: Identity = { libraryId: newId(), created: now() };
  const identity = lowDocument(files, join(path, 'library.json'), libraryFormat, empty, quarantine.setAside);
  const names = await listFolder(files, path, access);
  const issueNames = (await ifPresent(files.list(join(path, 'issues')))) ?? [];
  for (const { low } of [identity, catalog]) await readUnlessNewer(low, access);
  const issueIds = issueNames
    .filter((name) => !isUnfinishedIssue(name))
    .map((name) => issueIdSchema.safeParse(name))
    .filter((parsed) => parsed.success)
    .map((parsed) => parsed.data);
  const isNew =
    access.refusal?.code !== 'library-newer' &&
    identity.file.generation === null &&
    identity.file.damaged.length === 0 &&
    catalog.file.damaged.length === 0 &&
    catalog.low.data.rows.length === 0 &&
    issueIds.length === 0;
  if (isNew) refuseForeignFolder(path, names);
  else if (access.refusal?.code !== 'library-newer') tellOfDocuments(path, identity, catalog, notices);
  if (isNew && access.refusal !== null) throw new AppFailure(access.refusal);
  const isFormer = [identity.file, catalog.file].some(
    ({ schema }) => (schema ?? schemaVersion) < schemaVersion,
  );
  if (access.refusal === null) {
    try {
      if (isFormer) await keepFormerSchema(files, path, now());
      if (isNew) {
        await files.makeFolder(join(path, 'issues'));
        // The folder may have been made by a process that ended before it was synced.
        await files.syncFolder(dirname(path));
      }
      await writeIdentity(parts, identity);
      await removeUnfinished(files, path, names, issueNames);
    } catch (error) {
      if (isNew) throw new AppFailure(writeError(path, error));
      access.refuse(writeError(path, error));
    }
  }
  if (access.refusal?.code !== 'library-newer') trustOwnCatalog(parts, identity.low.data);
  return issuesToRecount(parts, issueIds);
}

/** Reads a document; one of a newer schema makes the library read-only. */
async function readUnlessNewer(low: { read(): Promise<void> }, access: WriteAccess): Promise<void> {
  try {
    await low.read();
  } catch (error) {
    if (!(error instanceof AppFailure) || error.error.code !== 'library-newer') throw error;
    access.refuse(error.error);
  }
}

function tellOfDocuments(
  path: string,
  identity: LowDocument<Identity>,
  catalog: LowDocument<Catalog>,
  notices: Notices,
): void {
  const detail = <T>({ file }: LowDocument<T>): Damage => file.damaged[0]?.detail ?? missing;
  if (identity.file.generation !== 'present') {
    notices.add({ code: 'identity-rebuilt', path: join(path, 'library.json'), detail: detail(identity) });
  }
  if (catalog.file.generation !== 'present') {
    notices.add({ code: 'catalog-rebuilt', path: join(path, 'catalog.json'), detail: detail(catalog) });
  }
}

/** Writes the library's own description where it is new or was not found whole. */
async function writeIdentity({ catalog }: LibraryParts, { low, file }: LowDocument<Identity>): Promise<void> {
  if (file.generation === 'present' && file.schema === schemaVersion) return;
  const known = catalog.low.data.libraryId;
  if (file.generation === null && known !== '') low.data = { ...low.data, libraryId: known };
  catalog.low.data = { ...catalog.low.data, libraryId: low.data.libraryId };
  // The identity comes last: once it is there, a missing catalog is damage, and a library of a former schema is kept.
  if (catalog.file.generation === null || catalog.file.schema !== schemaVersion) await catalog.low.write();
  await low.write();
}

/** Forgets the rows of a catalog that belongs to another library. */
function trustOwnCatalog({ path, catalog, notices }: LibraryParts, { libraryId }: Identity): void {
  const found = catalog.low.data.libraryId;
  const isForeign = found !== '' && found !== libraryId;
  if (isForeign) {
    const detail = { code: 'of-other-library', libraryId: found } as const;
    notices.add({ code: 'catalog-rebuilt', path: join(path, 'catalog.json'), detail });
  }
  catalog.low.data = { libraryId, rows: isForeign ? [] : catalog.low.data.rows };
}

/** Issues whose row is missing or behind; tells of those which have a row and no folder, or lost records. */
async function issuesToRecount(
  { files, path, catalog, notices }: LibraryParts,
  issueIds: readonly IssueId[],
): Promise<readonly IssueId[]> {
  const { rows } = catalog.low.data;
  const known = new Set(rows.map((row) => row.summary.issueId));
  const present = new Set(issueIds);
  for (const { issueId, title } of rows.map(({ summary }) => summary)) {
    if (!present.has(issueId)) {
      notices.add({ code: 'issue-missing', path: join(path, 'issues', issueId), title });
    }
  }
  const behind = await rowsBehind(
    files,
    path,
    rows.filter((row) => present.has(row.summary.issueId)),
  );
  for (const { issueId, isShorter } of behind) {
    if (!isShorter) continue;
    const detail = { code: 'journal-shorter' } as const;
    notices.add({ code: 'records-lost', path: join(path, 'issues', issueId), detail });
  }
  return [...issueIds.filter((issueId) => !known.has(issueId)), ...behind.map(({ issueId }) => issueId)];
}

/** A folder that holds other things than a library is not made into one. */
function refuseForeignFolder(path: string, names: readonly string[]): void {
  if (names.every(isLibraryName)) return;
  throw new AppFailure({ code: 'folder-unfit', file: path, why: 'foreign' });
}

/** Removes what processes that ended before they were done left behind. */
async function removeUnfinished(
  files: FileLayer,
  path: string,
  names: readonly string[],
  issueNames: readonly string[],
): Promise<void> {
  for (const name of issueNames.filter(isUnfinishedIssue))
    await files.removeFolder(join(path, 'issues', name));
  for (const name of names.filter(isLockAttempt)) {
    const attempt = join(path, name);
    // A young one may belong to a process that is asking for the lock right now.
    const age = await ifPresent(files.age(attempt, lockPath(path)));
    if (age !== null && age > heartbeatLimit) await ifPresent(files.remove(attempt));
  }
}
