// Brings a backup back: into a new folder as a library of its own, or into a library that is in use. The second adds what
// is missing and changes marks to what they were, by edits that can be undone, and deletes nothing: marks that exist
// only in the library stay, and are counted.
import { dirname, join } from 'node:path';
import type { Annotation, AnnotationChanges } from '../../src-core/annotation/annotation';
import type { Edit, SingleEdit } from '../../src-core/annotation/edit';
import { differingTags, mergeTraits } from '../../src-core/annotation/tag-traits';
import { AppFailure, type AppError } from '../../src-core/ipc/app-error';
import { orThrow } from '../../src-core/ipc/or-throw';
import { issueIdSchema, type Issue, type IssueId } from '../../src-core/publication/issue';
import { fail, ok, type Result } from '../../src-core/result';
import type { StudyDay, StudyDayId } from '../../src-core/study/study-day';
import type { Manifest } from './backup-format';
import { decodeDocument, encodeDocument, type DocumentFormat } from './document';
import { formerGeneration } from './durable-file';
import { createFile, ifPresent, type FileLayer } from './file-layer';
import { annotationsFormat, catalogFormat, issueFormat, libraryFormat, type Catalog } from './formats';
import { hasIssueFolder, issueFolder, issueName, sha256, sourceName } from './issue-folder';
import { snapshotName } from './issue-replay';
import { trashFormat, trashName } from './issue-trash';
import { encodeHeader, journalName } from './journal';
import type { Library } from './library';
import { nodeFiles } from './node-files';
import { readBackup, type Backup } from './read-backup';
import { tagsFormat, tagsName } from './tag-shelf';
import { writeError } from './storage-error';
import { studyDayFormat, studyDayOfName, studyDayPath, studyFolderName } from './study-shelf';

/** What a restore into a library did, in issues and marks. */
export type Restored = {
  readonly issuesAdded: number;
  /** Issues that were in the trash here and not in the backup; they are on the shelf again. */
  readonly issuesRestored: number;
  readonly marksAdded: number;
  readonly marksRestored: number;
  readonly marksChanged: number;
  /** Standing marks that the backup does not have standing; they stay. */
  readonly marksOnlyHere: number;
  /** Issues that the backup does not have; they stay. */
  readonly issuesOnlyHere: number;
  /** Issues whose text or source was damaged here. */
  readonly issuesMended: number;
  /** Issues of which the backup has marks, and neither it nor the library has the text. */
  readonly issuesWithoutText: number;
  /** Study days that were not here or had been removed, and those that are again as they were. */
  readonly studyDaysAdded: number;
  readonly studyDaysChanged: number;
  /** Tags about which something else is set now, other names or a colour. */
  readonly tagsChanged: number;
};

/** Makes a library in an empty or new folder out of a backup that holds everything. */
export async function restoreAsLibrary(
  backupPath: string,
  folder: string,
  files: FileLayer = nodeFiles,
): Promise<Result<Manifest, AppError>> {
  return withBackup(files, backupPath, folder, async (backup) => {
    if (backup.manifest.scope !== 'whole') {
      throw new AppFailure({ code: 'backup-unusable', file: backupPath, detail: { code: 'marks-only' } });
    }
    const present = (await ifPresent(files.list(folder))) ?? [];
    if (present.length > 0) {
      throw new AppFailure({ code: 'folder-unfit', file: folder, why: 'not-empty' });
    }
    await backup.verify();
    const unfinished = `${folder}.restoring`;
    await files.removeFolder(unfinished);
    await files.makeFolder(join(unfinished, 'issues'));
    for (const issueId of issuesOf(backup.manifest)) await writeIssue(files, backup, unfinished, issueId);
    await files.syncFolder(join(unfinished, 'issues'));
    await writeStudyDays(files, backup, unfinished);
    await writeEmptyCatalog(files, backup, unfinished);
    for (const name of [tagsName, trashName].filter((wanted) => holds(backup, wanted))) {
      await createFile(files, join(unfinished, name), await backup.read(name));
    }
    await createFile(files, join(unfinished, 'library.json'), await backup.read('library.json'));
    await files.syncFolder(unfinished);
    await files.removeFolder(folder);
    await files.rename(unfinished, folder);
    await files.syncFolder(dirname(folder));
    return backup.manifest;
  });
}

/** Reads all of a backup; gives why it cannot be restored into a library. */
export function proveBackup(
  files: FileLayer,
  backupPath: string,
  library: string,
): Promise<Result<void, AppError>> {
  return withBackup(files, backupPath, library, (backup) => backup.verify());
}

/** Brings the marks of a backup, and issues that are missing, into a library. Make a backup of that one before. */
export async function restoreInto(
  library: Library,
  backupPath: string,
  at: string,
  files: FileLayer = nodeFiles,
): Promise<Result<Restored, AppError>> {
  return withBackup(files, backupPath, library.path, async (backup) => {
    await backup.verify();
    const trashed = orThrow(await library.removedIssues.all());
    const present = [...orThrow(await library.issues()), ...trashed.map(({ summary }) => summary)];
    const here = new Set<IssueId>();
    for (const { issueId } of present)
      if (await hasIssueFolder(files, library.path, issueId)) here.add(issueId);
    const wanted = issuesOf(backup.manifest);
    const onlyHere = present.filter(({ issueId }) => here.has(issueId) && !wanted.includes(issueId));
    const done = {
      issuesAdded: 0,
      issuesRestored: 0,
      marksAdded: 0,
      marksRestored: 0,
      marksChanged: 0,
      marksOnlyHere: onlyHere.reduce((total, { annotations }) => total + annotations, 0),
      issuesOnlyHere: onlyHere.length,
      issuesMended: 0,
      issuesWithoutText: 0,
      studyDaysAdded: 0,
      studyDaysChanged: 0,
      tagsChanged: 0,
    };
    for (const issueId of wanted) {
      const { annotations } = await readDocument(
        backup,
        `issues/${issueId}/annotations.json`,
        annotationsFormat(issueId),
      );
      const original = backup.manifest.scope === 'whole' ? await originalOf(backup, issueId) : null;
      if (here.has(issueId)) {
        if (original !== null && (await mendWith(library, original))) done.issuesMended++;
      } else {
        if (original === null) {
          done.issuesWithoutText++;
          continue;
        }
        orThrow(await library.addIssue(original.issue, original.source));
        done.issuesAdded++;
      }
      const standing = orThrow(await library.annotations(issueId));
      const trash = orThrow(await library.trash(issueId));
      const { edits, onlyHere: marksOnlyHere } = differences(annotations, standing, trash, at);
      for (const { type } of edits) {
        if (type === 'add') done.marksAdded++;
        if (type === 'restore') done.marksRestored++;
        if (type === 'update') done.marksChanged++;
      }
      done.marksOnlyHere += marksOnlyHere;
      for (const edit of batches(edits)) orThrow(await library.edit(issueId, edit));
    }
    done.issuesRestored = await restoreShelf(library, backup, here);
    const days = await restoreStudyDays(library, backup);
    done.studyDaysAdded = days.added;
    done.studyDaysChanged = days.changed;
    done.tagsChanged = await restoreTags(library, backup);
    return done;
  });
}

/** The edits that bring a backup's standing marks back, and how many standing marks it does not have. */
function differences(
  backup: readonly Annotation[],
  present: readonly Annotation[],
  trash: readonly Annotation[],
  at: string,
): { readonly edits: readonly SingleEdit[]; readonly onlyHere: number } {
  const here = new Map([...present, ...trash].map((annotation) => [annotation.annotationId, annotation]));
  const wanted = backup.filter(({ removed }) => removed === undefined);
  const edits: SingleEdit[] = [];
  for (const annotation of wanted) {
    const { annotationId } = annotation;
    const current = here.get(annotationId);
    if (current === undefined) {
      edits.push({ type: 'add', annotation });
      continue;
    }
    if (current.removed !== undefined) edits.push({ type: 'restore', annotationId, at });
    const changes = changesBetween(current, annotation);
    if (Object.keys(changes).length > 0) edits.push({ type: 'update', annotationId, changes, at });
  }
  const kept = new Set(wanted.map(({ annotationId }) => annotationId));
  return { edits, onlyHere: present.filter(({ annotationId }) => !kept.has(annotationId)).length };
}

function changesBetween(current: Annotation, wanted: Annotation): AnnotationChanges {
  const { style, color, tags, note, author, target, links = [], linksElsewhere = [] } = wanted;
  const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
  return {
    ...(same(current.style, style) ? {} : { style }),
    ...(same(current.color, color) ? {} : { color }),
    ...(same(current.tags, tags) ? {} : { tags }),
    ...(same(current.note, note) ? {} : { note }),
    ...(same(current.author, author) ? {} : { author }),
    ...(same(current.target, target) ? {} : { target }),
    ...(same(current.links ?? [], links) ? {} : { links }),
    ...(same(current.linksElsewhere ?? [], linksElsewhere) ? {} : { linksElsewhere }),
  };
}

/** As few edits as the journal allows, each one step of undo. */
function batches(edits: readonly SingleEdit[]): readonly Edit[] {
  const most = 20_000;
  const made: Edit[] = [];
  for (let start = 0; start < edits.length; start += most) {
    made.push({ type: 'batch', edits: edits.slice(start, start + most) });
  }
  return made;
}

type Original = { readonly issue: Issue; readonly source: Uint8Array };

/** The text and source of an issue, where a backup has them whole; a damaged one was taken over as it was. */
async function originalOf(backup: Backup, issueId: IssueId): Promise<Original | null> {
  const text = decodeDocument(issueFormat(issueId), await backup.read(`issues/${issueId}/issue.json`));
  const source = await backup.read(`issues/${issueId}/source.bin`);
  return text.ok && sha256(source) === text.value.source.sha256 ? { issue: text.value, source } : null;
}

/** Puts an issue of the library right where its text or its source is damaged; says whether it did. */
async function mendWith(library: Library, { issue, source }: Original): Promise<boolean> {
  const present = await library.readIssue(issue.issueId);
  if (present.ok && present.value.source.sha256 !== issue.source.sha256) return false;
  const isWhole = present.ok && (await library.readSource(issue.issueId)).ok;
  if (!isWhole) orThrow(await library.mendIssue(issue, source));
  return !isWhole;
}

async function writeIssue(
  files: FileLayer,
  backup: Backup,
  library: string,
  issueId: IssueId,
): Promise<void> {
  const folder = issueFolder(library, issueId);
  const from = `issues/${issueId}`;
  await files.makeFolder(folder);
  const { seq } = await readDocument(backup, `${from}/annotations.json`, annotationsFormat(issueId));
  const text = await backup.read(`${from}/issue.json`);
  await createFile(files, join(folder, issueName), text);
  await createFile(files, formerGeneration(join(folder, issueName)), text);
  await createFile(files, join(folder, sourceName), await backup.read(`${from}/source.bin`));
  await createFile(files, join(folder, snapshotName), await backup.read(`${from}/annotations.json`));
  await createFile(files, join(folder, journalName(1)), encodeHeader(issueId, 1, seq));
  await files.syncFolder(folder);
}

/** A backup has no catalog, whose rows are made anew from the issues; one that is not there at all would be taken for lost. */
async function writeEmptyCatalog(files: FileLayer, backup: Backup, library: string): Promise<void> {
  const { libraryId } = await readDocument(backup, 'library.json', libraryFormat);
  const empty: Catalog = { libraryId, rows: [] };
  await createFile(
    files,
    join(library, 'catalog.json'),
    Buffer.concat(await encodeDocument(catalogFormat, empty)),
  );
}

/**
 * Puts those issues back on the shelf that lie in the trash here and did not in the backup, and gives how many; one that
 * came from the backup's trash lies in it here. What stands on the shelf stays there.
 * @param here the issues that were here before
 */
async function restoreShelf(library: Library, backup: Backup, here: ReadonlySet<IssueId>): Promise<number> {
  const stones = holds(backup, trashName) ? (await readDocument(backup, trashName, trashFormat)).issues : [];
  const trashedThen = new Set(stones.map(({ issueId }) => issueId));
  const trashedNow = new Set(
    orThrow(await library.removedIssues.all()).map(({ summary }) => summary.issueId),
  );
  const wanted = issuesOf(backup.manifest);
  const back = wanted.filter((issueId) => trashedNow.has(issueId) && !trashedThen.has(issueId));
  if (back.length > 0) orThrow(await library.removedIssues.restore(back));
  const known = new Set(orThrow(await library.issues()).map(({ issueId }) => issueId));
  for (const { issueId, at, who } of stones) {
    if (!here.has(issueId) && known.has(issueId)) {
      orThrow(await library.removedIssues.put([issueId], at, who));
    }
  }
  return back.length;
}

/** Brings the study days of a backup that stood then: those that are not here any more, and those that changed. */
async function restoreStudyDays(
  library: Library,
  backup: Backup,
): Promise<{ readonly added: number; readonly changed: number }> {
  const here = new Map(orThrow(await library.studyDays.all()).map((day) => [day.studyDayId, day]));
  let added = 0;
  let changed = 0;
  for (const { path, studyDayId } of studyDaysOf(backup.manifest)) {
    const day = await readDocument(backup, path, studyDayFormat(studyDayId));
    const present = here.get(studyDayId);
    const wanted: StudyDay = { ...day, revision: present?.revision ?? 0 };
    if (day.removed !== undefined || JSON.stringify(wanted) === JSON.stringify(present)) continue;
    orThrow(await library.studyDays.save(wanted));
    if (present === undefined || present.removed !== undefined) added++;
    else changed++;
  }
  return { added, changed };
}

/** Brings other names and colours of tags; those that were set here only stay. Gives of how many tags. */
async function restoreTags(library: Library, backup: Backup): Promise<number> {
  if (!holds(backup, tagsName)) return 0;
  const { traits } = await readDocument(backup, tagsName, tagsFormat);
  const before = orThrow(await library.tagTraits.all());
  const after = orThrow(await library.tagTraits.change((present) => mergeTraits(present, traits)));
  return differingTags(before, after).length;
}

function holds({ manifest }: Backup, name: string): boolean {
  return manifest.files.some(({ path }) => path === name);
}

async function writeStudyDays(files: FileLayer, backup: Backup, library: string): Promise<void> {
  const days = studyDaysOf(backup.manifest);
  if (days.length === 0) return;
  const folder = join(library, studyFolderName);
  await files.makeFolder(folder);
  for (const { path, studyDayId } of days) {
    await createFile(files, studyDayPath(library, studyDayId), await backup.read(path));
  }
  await files.syncFolder(folder);
}

function studyDaysOf(
  manifest: Manifest,
): readonly { readonly path: string; readonly studyDayId: StudyDayId }[] {
  return manifest.files.flatMap(({ path }) => {
    const [folder, name = ''] = path.split('/');
    const studyDayId = folder === studyFolderName ? studyDayOfName(name) : null;
    return studyDayId === null ? [] : [{ path, studyDayId }];
  });
}

async function readDocument<T>(backup: Backup, path: string, format: DocumentFormat<T>): Promise<T> {
  const decoded = decodeDocument(format, await backup.read(path));
  if (decoded.ok) return decoded.value;
  throw new AppFailure(
    decoded.error.code === 'newer'
      ? { code: 'library-newer', path, version: decoded.error.version }
      : { code: 'library-damaged', path, detail: decoded.error.detail },
  );
}

function issuesOf(manifest: Manifest): readonly IssueId[] {
  return manifest.files
    .map(({ path }) => /^issues\/([^/]+)\/annotations\.json$/.exec(path)?.[1])
    .filter((name) => name !== undefined)
    .map((name) => issueIdSchema.parse(name));
}

async function withBackup<T>(
  files: FileLayer,
  path: string,
  target: string,
  work: (backup: Backup) => Promise<T>,
): Promise<Result<T, AppError>> {
  try {
    const backup = await readBackup(files, path);
    try {
      return ok(await work(backup));
    } finally {
      await backup.close();
    }
  } catch (error) {
    return fail(writeError(target, error));
  }
}
