// Proves a library whole, from what is on the disk: every file, checksum and schema, every mark's article, range and
// quote in issues that are as they were imported, and that the catalog counts what is there. It changes nothing.
import { join } from 'node:path';
import { systemCause } from '../../src-core/ipc/cause';
import type { Problem } from '../../src-core/ipc/detail';
import { issueIdSchema, type Issue, type IssueId } from '../../src-core/publication/issue';
import type { StudyDayId } from '../../src-core/study/study-day';
import { anchorFault, type Texts } from './anchor-guard';
import { catalogLinks } from './catalog';
import { decodeDocument, type DocumentFormat } from './document';
import { formerGeneration, unfinished, missing } from './durable-file';
import { ifPresent, type FileLayer } from './file-layer';
import { annotationsFormat, catalogFormat, issueFormat, libraryFormat, type CatalogRow } from './formats';
import { issueFolder, issueName, isUnfinishedIssue, sha256, sourceName } from './issue-folder';
import { isContinued, replayIssue, snapshotName, type Finding, type JournalFile } from './issue-replay';
import { trashFormat, trashName } from './issue-trash';
import { journalName } from './journal';
import type { LibraryProblem } from './library';
import { describe, readError } from './storage-error';
import { studyDayFormat, studyDayOfName, studyDayPath, studyFolderName } from './study-shelf';
import { tagsFormat, tagsName } from './tag-shelf';
import { Tally } from './tally';

/** The result of a check: how much was looked at, and what is not as it should be. */
export type LibraryCheck = {
  readonly issues: number;
  /** Standing annotations. */
  readonly annotations: number;
  /** How many of the issues lie in the trash. */
  readonly trashed: number;
  readonly problems: readonly LibraryProblem[];
};

/** Does work while nothing of an issue is written, and gives it the issue's row as it is then. */
export type WhileStill = <T>(issueId: IssueId, work: (row: CatalogRow) => Promise<T>) => Promise<T>;

/** Checks a library against the rows that its catalog holds in memory. */
export async function checkLibrary(
  files: FileLayer,
  library: string,
  rows: readonly CatalogRow[],
  whileStill: WhileStill,
  goesOn: (() => Promise<boolean>) | null = null,
): Promise<LibraryCheck> {
  const problems: LibraryProblem[] = [];
  const identity = join(library, 'library.json');
  problems.push(...(await documentProblems(files, identity, libraryFormat, true)));
  problems.push(...(await documentProblems(files, formerGeneration(identity), libraryFormat, false)));
  const catalog = join(library, 'catalog.json');
  problems.push(...(await documentProblems(files, catalog, catalogFormat, true)));
  problems.push(...(await documentProblems(files, formerGeneration(catalog), catalogFormat, false)));
  for (const path of [tagsName, formerGeneration(tagsName)]) {
    problems.push(...(await documentProblems(files, join(library, path), tagsFormat, false)));
  }
  const known = new Set(rows.map(({ summary }) => summary.issueId));
  const trash = await checkTrash(files, join(library, trashName), known);
  problems.push(...trash.problems);
  const folders = new Set(
    ((await ifPresent(files.list(join(library, 'issues')))) ?? []).filter((name) => !isUnfinishedIssue(name)),
  );
  for (const { summary } of rows) folders.delete(summary.issueId);
  let issues = 0;
  let annotations = 0;
  for (const { summary } of goesOn === null ? rows : lastFirst(rows)) {
    if (goesOn !== null && !(await goesOn())) break;
    issues++;
    await whileStill(summary.issueId, async (row) => {
      const checked = await checkIssue(files, library, row);
      problems.push(...checked.problems);
      const standing = checked.tally?.standing ?? 0;
      annotations += standing;
      if (checked.tally !== null && !countsAgree(row, checked.tally)) {
        const counted = row.summary.annotations;
        const problem: Problem = {
          code: 'counts-differ',
          issueId: summary.issueId,
          counted,
          found: standing,
        };
        problems.push({ path: catalog, problem });
      }
    });
  }
  for (const name of folders) {
    const code = issueIdSchema.safeParse(name).success ? 'not-in-catalog' : 'no-issue';
    problems.push({ path: join(library, 'issues', name), problem: { code } });
  }
  if (goesOn === null || (await goesOn())) problems.push(...(await studyDayProblems(files, library)));
  return { issues, annotations, trashed: trash.count, problems };
}

/** How many issues lie in the trash; what lies there is in the library as well. */
async function checkTrash(
  files: FileLayer,
  path: string,
  known: ReadonlySet<IssueId>,
): Promise<{ readonly count: number; readonly problems: readonly LibraryProblem[] }> {
  const former = formerGeneration(path);
  const problems = [
    ...(await documentProblems(files, path, trashFormat, false)),
    ...(await documentProblems(files, former, trashFormat, false)),
  ];
  if (problems.length > 0) return { count: 0, problems };
  const bytes = await ifPresent(files.readFile(path));
  const decoded = bytes === null ? null : decodeDocument(trashFormat, bytes);
  const stones = decoded?.ok === true ? decoded.value.issues : [];
  const strange = stones.filter(({ issueId }) => !known.has(issueId));
  return {
    count: stones.length - strange.length,
    problems: strange.map(({ issueId }) => ({ path, problem: { code: 'names-unknown', issueId } })),
  };
}

/** A check that may end early begins with what was imported last. */
function lastFirst(rows: readonly CatalogRow[]): readonly CatalogRow[] {
  return rows.toSorted((one, other) => other.summary.imported.localeCompare(one.summary.imported));
}

async function checkIssue(
  files: FileLayer,
  library: string,
  row: CatalogRow,
): Promise<{ readonly tally: Tally | null; readonly problems: readonly LibraryProblem[] }> {
  const { issueId } = row.summary;
  const folder = issueFolder(library, issueId);
  const issuePath = join(folder, issueName);
  const problems: LibraryProblem[] = [
    ...(await documentProblems(files, issuePath, issueFormat(issueId), true)),
    ...(await documentProblems(files, formerGeneration(issuePath), issueFormat(issueId), true)),
  ];
  const former = formerGeneration(join(folder, snapshotName));
  problems.push(...(await documentProblems(files, former, annotationsFormat(issueId), false)));
  try {
    const { state, findings, journals } = await replayIssue(
      files,
      folder,
      issueId,
      neverSetAside,
      row.journal,
    );
    problems.push(...findings.map(problemOf));
    problems.push(...(await formerProblems(files, folder, issueId, journals)));
    const issue = await readGoodIssue(files, issuePath, issueId);
    if (issue !== null) {
      const source = await ifPresent(files.readFile(join(folder, sourceName)));
      if (source === null || sha256(source) !== issue.source.sha256) {
        const code = source === null ? 'missing' : 'checksum';
        problems.push({ path: join(folder, sourceName), problem: { code } });
      }
      const texts: Texts = {
        issueId,
        articles: new Map(issue.articles.map((article) => [article.articleId, article])),
      };
      for (const annotation of state.annotations.values()) {
        const fault = anchorFault(texts, annotation);
        // In an issue that was set right, a mark may have lost its text: it waits for its reader, and is no damage.
        if (fault !== null && issue.corrections === undefined) {
          const { annotationId } = annotation;
          problems.push({ path: folder, problem: { code: 'mark-adrift', annotationId, fault: fault.code } });
        }
      }
    }
    return { tally: new Tally(state.annotations.values()), problems };
  } catch (error) {
    return { tally: null, problems: [...problems, unreadableIssue(folder, error)] };
  }
}

/** Whether a journal leads on from the former snapshot. */
async function formerProblems(
  files: FileLayer,
  folder: string,
  issueId: IssueId,
  journals: readonly JournalFile[],
): Promise<readonly LibraryProblem[]> {
  const bytes = await ifPresent(files.readFile(formerGeneration(join(folder, snapshotName))));
  const former = bytes === null ? null : decodeDocument(annotationsFormat(issueId), bytes);
  if (former?.ok !== true || isContinued(former.value, journals)) return [];
  return [{ path: join(folder, journalName(former.value.journal)), problem: missing }];
}

async function studyDayProblems(files: FileLayer, library: string): Promise<readonly LibraryProblem[]> {
  const folder = join(library, studyFolderName);
  const problems: LibraryProblem[] = [];
  const days = new Set<StudyDayId>();
  let names: readonly string[];
  try {
    names = (await ifPresent(files.list(folder))) ?? [];
  } catch (error) {
    return [{ path: folder, problem: problemOfReading(error) }];
  }
  for (const name of names) {
    const studyDayId = studyDayOfName(name);
    if (studyDayId !== null) days.add(studyDayId);
    else if (!name.endsWith(unfinished(''))) {
      problems.push({ path: join(folder, name), problem: { code: 'no-study-day' } });
    }
  }
  for (const studyDayId of days) {
    const path = studyDayPath(library, studyDayId);
    const format = studyDayFormat(studyDayId);
    problems.push(...(await documentProblems(files, path, format, true)));
    problems.push(...(await documentProblems(files, formerGeneration(path), format, false)));
  }
  return problems;
}

async function documentProblems<T>(
  files: FileLayer,
  path: string,
  format: DocumentFormat<T>,
  isNeeded: boolean,
): Promise<readonly LibraryProblem[]> {
  try {
    const bytes = await ifPresent(files.readFile(path));
    if (bytes === null) return isNeeded ? [{ path, problem: missing }] : [];
    const decoded = decodeDocument(format, bytes);
    if (decoded.ok) return [];
    const { error } = decoded;
    const isNewer = error.code === 'newer';
    return [{ path, problem: isNewer ? { code: 'newer-schema', version: error.version } : error.detail }];
  } catch (error) {
    return [{ path, problem: problemOfReading(error) }];
  }
}

function problemOfReading(error: unknown): Problem {
  return systemCause(error) ?? { code: 'defect', said: describe(error) };
}

async function readGoodIssue(files: FileLayer, path: string, issueId: IssueId): Promise<Issue | null> {
  for (const candidate of [path, formerGeneration(path)]) {
    const bytes = await ifPresent(files.readFile(candidate));
    const decoded = bytes === null ? null : decodeDocument(issueFormat(issueId), bytes);
    if (decoded?.ok === true) return decoded.value;
  }
  return null;
}

function countsAgree(row: CatalogRow, tally: Tally): boolean {
  const counted = new Map(row.tags);
  return (
    row.summary.annotations === tally.standing &&
    linkNames(row.links) === linkNames(catalogLinks(tally)) &&
    counted.size === tally.tags.size &&
    [...tally.tags].every(([tag, count]) => counted.get(tag) === count)
  );
}

/** The same for the same links, in whatever order. */
function linkNames(links: CatalogRow['links']): string {
  return links
    .map((link) => link.join(' '))
    .sort()
    .join('\n');
}

function problemOf(finding: Finding): LibraryProblem {
  const { path } = finding;
  switch (finding.code) {
    case 'missing-snapshot':
      return { path, problem: missing };
    case 'salvaged':
      return { path, problem: { code: 'salvaged', made: finding.made } };
    case 'torn-tail':
      return { path, problem: { code: 'torn', wholeBytes: finding.wholeBytes } };
    case 'records-lost':
      return { path, problem: { code: 'records-gone', first: finding.first, last: finding.last } };
    case 'damaged-snapshot':
    case 'damaged-journal':
      return { path, problem: finding.detail };
  }
}

/** Why an issue's marks cannot be read: a newer program wrote them, or the system does not let them be read. */
function unreadableIssue(folder: string, error: unknown): LibraryProblem {
  const failure = readError(folder, error);
  const system = systemCause(error);
  if (failure.code === 'library-newer') {
    return { path: failure.path, problem: { code: 'newer-library', version: failure.version } };
  }
  if (failure.code === 'file-missing') {
    return { path: folder, problem: { code: 'file-gone', file: failure.file } };
  }
  if (system !== null) return { path: folder, problem: { ...system, code: 'unreadable' } };
  return failure.code === 'internal'
    ? { path: folder, problem: { code: 'defect', said: failure.detail } }
    : { path: folder, problem: { code: 'failure', failure: failure.code } };
}

/** A check only reads. */
function neverSetAside(path: string): Promise<void> {
  return Promise.reject(new Error(`a check would set ${path} aside`));
}
