// The library in use. Issues are opened when they are first asked for and let go when too many are open; the catalog
// keeps their counts. Whatever fails is answered as a value, and what can still be read is read.
import { join } from 'node:path';
import { causeOf } from '../../src-core/ipc/cause';
import type { Annotation } from '../../src-core/annotation/annotation';
import type { Edit } from '../../src-core/annotation/edit';
import type { HistoryState } from '../../src-core/annotation/history';
import type { AppError } from '../../src-core/ipc/app-error';
import { orThrow } from '../../src-core/ipc/or-throw';
import type { Edited, IssueSummary } from '../../src-core/ipc/contract';
import { issueSchema, type Issue, type IssueId } from '../../src-core/publication/issue';
import { fail, ok, type Result } from '../../src-core/result';
import { catalogRow, countedTags, linksInto, rowsToBegin, withCounts } from './catalog';
import { checkLibrary, type LibraryCheck, type WhileStill } from './check';
import { parseWith } from './document';
import type { CatalogRow } from './formats';
import { IssueChanges } from './issue-changes';
import { createIssueFolder, hasIssueFolder, issueFolder, sha256, sourceName } from './issue-folder';
import { IssueTexts } from './issue-texts';
import { IssueTrash } from './issue-trash';
import type { Library, LinkIn } from './library';
import { AutomaticBackups, backUpWhole, type BackedUp, type BackupSource } from './library-backup';
import type { LibraryParts } from './library-parts';
import { mendIssueFiles } from './mend-issue';
import type { LibraryNotice } from '../../src-core/ipc/library-notice';
import { OpenIssues } from './open-issues';
import { damagedIssue, readError, writeError, otherSource } from './storage-error';
import { writeRevision } from './revise-issue';
import type { StoredIssue } from './stored-issue';
import { StudyShelf } from './study-shelf';
import { TagShelf } from './tag-shelf';
import { WriteAccess } from './write-access';

/** How often the catalog is brought up to date while the library is worked on, in milliseconds. */
const catalogEvery = 60_000;

export class StoredLibrary implements Library {
  readonly #parts: LibraryParts;
  readonly studyDays: StudyShelf;
  readonly tagTraits: TagShelf;
  readonly removedIssues: IssueTrash;
  readonly #access: WriteAccess;
  readonly #texts: IssueTexts;
  #rows = new Map<IssueId, CatalogRow>();
  readonly #open: OpenIssues;
  readonly #changes: IssueChanges;
  #isCatalogBehind = false;
  #catalogWritten: number;
  #catalogWriting = Promise.resolve();
  readonly #backups: AutomaticBackups;
  #isClosed = false;

  constructor(parts: LibraryParts) {
    this.#parts = parts;
    const { path, now, acquire, isThere, heartbeat, notices } = parts;
    const notice = notices.add;
    const onBeat = (): Promise<void> => this.#onBeat();
    this.#access = new WriteAccess({ library: path, now, acquire, isThere, notice, onBeat, heartbeat });
    const { setAside } = parts.quarantine;
    const isWritable = (): boolean => this.#access.refusal === null;
    const shared = { files: parts.files, library: path, setAside, isWritable, notice };
    this.#texts = new IssueTexts({ ...shared, inTurn: (issueId, work) => this.#open.change(issueId, work) });
    const refusal = (): Promise<AppError | null> => this.#refusal();
    const onChange = (): void => this.#backups.noteChange();
    const shelf = { ...shared, refusal, onChange };
    this.studyDays = new StudyShelf(shelf);
    this.tagTraits = new TagShelf(shelf);
    this.removedIssues = new IssueTrash({ ...shelf, rows: () => this.#refreshRows() });
    this.#open = new OpenIssues(
      { ...parts, ...shared, knownJournal: (issueId) => this.#rows.get(issueId)?.journal ?? null },
      (issue) => {
        this.#refreshRow(issue);
      },
    );
    this.#changes = new IssueChanges({
      library: path,
      open: this.#open,
      texts: this.#texts,
      now,
      isKnown: (issueId) => this.#rows.has(issueId),
      closed: () => this.#closed,
      isSure: (time) => this.#access.isSureAt(time),
      refusal: () => this.#unconfirmed(),
      onChange,
    });
    this.#backups = new AutomaticBackups(() => this.#backupSource(), notices);
    this.#catalogWritten = this.#time();
  }

  /** Opens the library, for reading only where it cannot be written; gives the reason where it cannot be opened. */
  async open(): Promise<AppError | null> {
    const refusal = await this.#access.begin();
    if (refusal?.code === 'library-locked') return refusal;
    await this.#load();
    return null;
  }

  get path(): string {
    return this.#parts.path;
  }

  get notices(): readonly LibraryNotice[] {
    return this.#parts.notices.all;
  }

  async issues(): Promise<Result<readonly IssueSummary[], AppError>> {
    const rows = await this.removedIssues.onShelf();
    return rows.ok ? ok(rows.value.map(({ summary }) => summary)) : rows;
  }

  async tags(): Promise<Result<ReadonlyMap<string, number>, AppError>> {
    const rows = await this.removedIssues.onShelf();
    return rows.ok ? ok(countedTags(rows.value)) : rows;
  }

  async linksTo(issueId: IssueId): Promise<Result<readonly LinkIn[], AppError>> {
    return ok(linksInto((await this.#refreshRows()).values(), issueId));
  }

  async addIssue(issue: Issue, source: Uint8Array): Promise<Result<void, AppError>> {
    const refusal = await this.#refusal();
    if (refusal !== null) return fail(refusal);
    const parsed = parseWith(issueSchema, issue);
    if (!parsed.ok) return fail({ code: 'invalid-input', where: 'issue', detail: parsed.error });
    if (sha256(source) !== issue.source.sha256) return fail(otherSource);
    const { issueId } = parsed.value;
    if (this.#rows.has(issueId) && (await hasIssueFolder(this.#parts.files, this.path, issueId))) {
      const detail = { code: 'is-in-library', issueId } as const;
      return fail({ code: 'invalid-input', where: 'issue.issueId', detail });
    }
    const { files, path } = this.#parts;
    return this.#open.change(issueId, async () => {
      const late = await this.#refusal();
      if (late !== null) return fail(late);
      try {
        await createIssueFolder(files, path, parsed.value, source);
        await this.#open.forget(issueId);
        await this.#recount([issueId]);
        return ok(undefined);
      } catch (error) {
        return fail(writeError(issueFolder(path, issueId), error));
      }
    });
  }

  async reviseIssue(issue: Issue): Promise<Result<void, AppError>> {
    return this.#rewrite(issue.issueId, async () => {
      // What is being written was made in the former text.
      const settled = await this.#whenSettled(issue.issueId, () => null);
      return settled.ok ? writeRevision(this.#parts, issue) : settled;
    });
  }

  async mendIssue(issue: Issue, source: Uint8Array): Promise<Result<void, AppError>> {
    return this.#rewrite(issue.issueId, () => mendIssueFiles(this.#parts, issue, source));
  }

  async readIssue(issueId: IssueId): Promise<Result<Issue, AppError>> {
    return this.#reading(issueId, () => this.#texts.issue(issueId));
  }

  async readSource(issueId: IssueId): Promise<Result<Uint8Array, AppError>> {
    const issue = await this.readIssue(issueId);
    if (!issue.ok) return issue;
    const path = join(issueFolder(this.path, issueId), sourceName);
    const source = await this.#reading(issueId, () => this.#parts.files.readFile(path));
    if (!source.ok || sha256(source.value) === issue.value.source.sha256) return source;
    return fail({ code: 'library-damaged', path, detail: { code: 'checksum' } });
  }

  async annotations(issueId: IssueId): Promise<Result<readonly Annotation[], AppError>> {
    return this.#annotationsWhere(issueId, ({ removed }) => removed === undefined);
  }

  async trash(issueId: IssueId): Promise<Result<readonly Annotation[], AppError>> {
    return this.#annotationsWhere(issueId, ({ removed }) => removed !== undefined);
  }

  async history(issueId: IssueId): Promise<Result<HistoryState, AppError>> {
    return this.#whenSettled(issueId, ({ history }) => history);
  }

  edit(issueId: IssueId, edit: Edit): Promise<Result<Edited, AppError>> {
    return this.#changes.edit(issueId, edit);
  }

  undo(issueId: IssueId, at: string): Promise<Result<Edited, AppError>> {
    return this.#changes.undo(issueId, at);
  }

  redo(issueId: IssueId, at: string): Promise<Result<Edited, AppError>> {
    return this.#changes.redo(issueId, at);
  }

  backUp(target: string): Promise<Result<BackedUp, AppError>> {
    return backUpWhole(this.#backupSource(), target);
  }

  async check(goesOn?: () => Promise<boolean>): Promise<LibraryCheck> {
    await this.#refreshRows();
    const { files, path } = this.#parts;
    return checkLibrary(files, path, [...this.#rows.values()], this.#whileStill, goesOn);
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.#open.changesDone();
    await Promise.all(this.#documents.map((document) => document.settled()));
    await this.#backups.done();
    const issues = await this.#open.settled();
    if (this.#access.refusal === null) {
      for (const issue of issues) {
        await issue.tidy();
        // One that was let go meanwhile is not among the open ones any more.
        this.#refreshRow(issue);
      }
    }
    await this.#writeCatalog();
    await this.#open.forgetAll();
    // A text that was read meanwhile may be being mended.
    await this.#open.changesDone();
    await this.#access.release().catch((error: unknown) => {
      this.#parts.notices.add({ code: 'library-read-only', path: this.path, detail: causeOf(error) });
    });
  }

  /** Reads everything anew. */
  readonly #load = async (): Promise<void> => {
    await this.#open.forgetAll();
    this.#texts.forgetAll();
    for (const document of this.#documents) document.forgetAll();
    const behind = await this.#parts.load(this.#access);
    const { low, file } = this.#parts.catalog;
    this.#rows = rowsToBegin(low.data.rows, behind, this.#rows);
    this.#isCatalogBehind = file.generation !== 'present';
    await this.#recount(behind);
  };

  /** Brings the rows of these issues up to date; an issue that cannot be opened keeps its row, and is told of. */
  async #recount(issueIds: readonly IssueId[]): Promise<void> {
    for (const issueId of issueIds) {
      try {
        const issue = await this.#texts.issue(issueId);
        this.#setRow(catalogRow(issue, await this.#open.get(issueId)));
      } catch (error) {
        this.#parts.notices.add(damagedIssue(issueFolder(this.path, issueId), error));
      }
    }
  }

  /** Now and then: the catalog, so that after a crash few rows are behind, and the next automatic backup. */
  async #onBeat(): Promise<void> {
    if (this.#isClosed) return;
    if (this.#time() - this.#catalogWritten >= catalogEvery) await this.#writeCatalog();
    if (this.#parts.makesBackups && !this.#isClosed) await this.#backups.makeIfDue();
  }

  #backupSource(): BackupSource {
    const { files, now, catalog } = this.#parts;
    return {
      files,
      library: this.path,
      libraryId: catalog.low.data.libraryId,
      made: now(),
      issueIds: [...this.#rows.keys()],
      issue: (issueId) => this.#open.get(issueId),
      text: (issueId) => this.#texts.issue(issueId),
      source: async (issueId) => orThrow(await this.readSource(issueId)),
      studyDays: async () => orThrow(await this.studyDays.all()),
      tagTraits: async () => orThrow(await this.tagTraits.all()),
      trashed: async () => orThrow(await this.removedIssues.stones()),
    };
  }

  /** Writes the list of issues, one writing at a time. */
  #writeCatalog(): Promise<void> {
    this.#catalogWriting = this.#catalogWriting.then(() => this.#writeCatalogOnce());
    return this.#catalogWriting;
  }

  /** The list can be made anew, so a failure is only told. */
  async #writeCatalogOnce(): Promise<void> {
    const { catalog, notices } = this.#parts;
    if (this.#access.refusal !== null) return;
    await this.#refreshRows();
    this.#catalogWritten = this.#time();
    if (!this.#isCatalogBehind) return;
    this.#isCatalogBehind = false;
    catalog.low.data = { ...catalog.low.data, rows: [...this.#rows.values()] };
    try {
      await catalog.low.write();
    } catch (error) {
      this.#isCatalogBehind = true;
      const path = join(this.path, 'catalog.json');
      notices.add({ code: 'snapshot-failed', path, detail: causeOf(error) });
    }
  }

  /** Writes an issue's own files in its turn, and reads them anew. */
  #rewrite(issueId: IssueId, write: () => Promise<Result<void, AppError>>): Promise<Result<void, AppError>> {
    return this.#open.change(issueId, async () => {
      const refusal = await this.#refusal();
      if (refusal !== null) return fail(refusal);
      const written = await write();
      this.#texts.forgetAll();
      if (written.ok) await this.#recount([issueId]);
      return written;
    });
  }

  async #annotationsWhere(
    issueId: IssueId,
    isWanted: (annotation: Annotation) => boolean,
  ): Promise<Result<readonly Annotation[], AppError>> {
    return this.#whenSettled(issueId, ({ annotations }) => [...annotations].filter(isWanted));
  }

  /** Looks at an issue when all that is in memory is on the disk. */
  async #whenSettled<T>(issueId: IssueId, look: (issue: StoredIssue) => T): Promise<Result<T, AppError>> {
    const issue = await this.#reading(issueId, () => this.#open.get(issueId));
    return issue.ok ? ok(await issue.value.whenSettled(() => look(issue.value))) : issue;
  }

  async #reading<T>(issueId: IssueId, read: () => Promise<T>): Promise<Result<T, AppError>> {
    if (!this.#rows.has(issueId)) return fail({ code: 'issue-unknown', issueId });
    try {
      return ok(await read());
    } catch (error) {
      return fail(readError(issueFolder(this.path, issueId), error));
    }
  }

  readonly #whileStill: WhileStill = (issueId, work) =>
    this.#open.change(issueId, async () => {
      const issue = await this.#open.ifOpen(issueId);
      await issue?.still();
      if (issue !== null) this.#refreshRow(issue);
      const row = this.#rows.get(issueId);
      if (row === undefined) throw new Error(`${issueId} has no row any more`);
      return work(row);
    });

  get #documents(): readonly Pick<StudyShelf, 'settled' | 'forgetAll'>[] {
    return [this.studyDays, this.tagTraits, this.removedIssues];
  }

  async #refreshRows(): Promise<ReadonlyMap<IssueId, CatalogRow>> {
    for (const issue of await this.#open.settled()) {
      await issue.whenSettled(() => {
        this.#refreshRow(issue);
      });
    }
    return this.#rows;
  }

  #refreshRow(issue: StoredIssue): void {
    const row = this.#rows.get(issue.issueId);
    if (row === undefined || !issue.isSettled) return;
    const { generation, bytes } = issue.journal;
    const isUpToDate = row.journal.generation === generation && row.journal.bytes === bytes;
    if (!isUpToDate) this.#setRow(withCounts(row, issue));
  }

  #setRow(row: CatalogRow): void {
    this.#rows.set(row.summary.issueId, row);
    this.#isCatalogBehind = true;
  }

  /** Why nothing can be written; null when it can. */
  async #refusal(): Promise<AppError | null> {
    return this.#closed ?? (await this.#unconfirmed());
  }

  /** Why no more changes are taken; null while they are. */
  get #closed(): AppError | null {
    const { path } = this;
    return this.#isClosed ? { code: 'library-unwritable', path, detail: { code: 'closed' } } : null;
  }

  /** Why nothing can be written by a change that was taken; null when it can. */
  async #unconfirmed(): Promise<AppError | null> {
    try {
      return await this.#access.confirm(this.#load);
    } catch (error) {
      return readError(this.path, error);
    }
  }

  #time(): number {
    return Date.parse(this.#parts.now());
  }
}
