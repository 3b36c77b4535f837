// The texts of issues, read when they are needed and kept while there is room; they never change.
import { join } from 'node:path';
import { causeOf } from '../../src-core/ipc/cause';
import { AppFailure } from '../../src-core/ipc/app-error';
import type { Issue, IssueId } from '../../src-core/publication/issue';
import type { Texts } from './anchor-guard';
import { DurableFile, type SetAside, missing } from './durable-file';
import type { FileLayer } from './file-layer';
import { issueFormat } from './formats';
import { issueFolder, issueName } from './issue-folder';
import type { LibraryNotice } from '../../src-core/ipc/library-notice';

/** How much text is kept in memory, in UTF-16 code units. */
const roomForTexts = 16_000_000;

export type IssueTextsOptions = {
  readonly files: FileLayer;
  readonly library: string;
  readonly setAside: SetAside;
  readonly isWritable: () => boolean;
  readonly notice: (notice: LibraryNotice) => void;
  /** Does work on an issue when nothing else changes it. */
  readonly inTurn: (issueId: IssueId, work: () => Promise<void>) => Promise<void>;
};

type KeptText = {
  readonly issue: Issue;
  readonly texts: Texts;
  readonly length: number;
  /** Grows with each use: what was used longest ago has the least. */
  used: number;
};

export class IssueTexts {
  readonly #options: IssueTextsOptions;
  readonly #kept = new Map<IssueId, KeptText>();
  #length = 0;
  #uses = 0;
  readonly #reading = new Map<IssueId, Promise<KeptText>>();

  constructor(options: IssueTextsOptions) {
    this.#options = options;
  }

  /** Forgets what was read, and what is being read, which may be a former text. */
  forgetAll(): void {
    this.#kept.clear();
    this.#length = 0;
    this.#reading.clear();
  }

  /** Reads an issue; throws what the file system answers, and AppFailure where no copy is good. */
  async issue(issueId: IssueId): Promise<Issue> {
    return (await this.#get(issueId)).issue;
  }

  /** The texts of an issue by article. */
  async texts(issueId: IssueId): Promise<Texts> {
    return (await this.#get(issueId)).texts;
  }

  /** The texts of an issue, where they are in memory. */
  keptTexts(issueId: IssueId): Texts | null {
    const kept = this.#kept.get(issueId);
    if (kept === undefined) return null;
    kept.used = ++this.#uses;
    return kept.texts;
  }

  async #get(issueId: IssueId): Promise<KeptText> {
    const kept = this.#kept.get(issueId) ?? (await this.#readOnce(issueId));
    kept.used = ++this.#uses;
    return kept;
  }

  /** Keeps a text that was read, and forgets those used longest ago when there are too many. */
  #keep(issueId: IssueId, kept: KeptText): void {
    kept.used = ++this.#uses;
    this.#length += kept.length;
    this.#kept.set(issueId, kept);
    if (this.#length <= roomForTexts) return;
    for (const [oldest, { length }] of [...this.#kept].sort(([, one], [, other]) => one.used - other.used)) {
      if (this.#length <= roomForTexts || oldest === issueId) break;
      this.#kept.delete(oldest);
      this.#length -= length;
    }
  }

  /** However many ask for an issue at a time, it is read once. */
  async #readOnce(issueId: IssueId): Promise<KeptText> {
    const known = this.#reading.get(issueId);
    if (known !== undefined) return known;
    const reading = this.#read(issueId);
    this.#reading.set(issueId, reading);
    const isWanted = (): boolean => this.#reading.get(issueId) === reading;
    try {
      const kept = await reading;
      if (isWanted()) this.#keep(issueId, kept);
      return kept;
    } finally {
      if (isWanted()) this.#reading.delete(issueId);
    }
  }

  async #read(issueId: IssueId): Promise<KeptText> {
    const { library, isWritable, notice } = this.#options;
    const { path, file } = this.#file(issueId);
    const issue = await file.read();
    if (issue === null) {
      const detail = file.damaged[0]?.detail ?? missing;
      // That a file is not there is told of by who looks for it.
      if (file.damaged.length > 0)
        notice({ code: 'issue-damaged', path: issueFolder(library, issueId), detail });
      throw new AppFailure({ code: 'library-damaged', path, detail });
    }
    for (const damaged of file.damaged) notice({ code: 'file-rebuilt', ...damaged });
    if (file.generation === 'former' && file.damaged.length === 0) {
      notice({ code: 'file-rebuilt', path, detail: missing });
    }
    // Whoever reads does not wait for it: he may do so in the issue's own turn.
    if (file.generation !== 'present' && isWritable()) void this.#mend(issueId);
    const articles = new Map(issue.articles.map((article) => [article.articleId, article]));
    const length = issue.articles.reduce((total, { text }) => total + text.length, 0);
    return { issue, texts: { issueId, articles }, length, used: 0 };
  }

  /** Writes the copy that is good in the place of the damaged one, unless that was revised meanwhile. */
  #mend(issueId: IssueId): Promise<void> {
    const { isWritable, notice, inTurn } = this.#options;
    return inTurn(issueId, async () => {
      const { path, file } = this.#file(issueId);
      try {
        const issue = await file.read();
        if (issue !== null && file.generation !== 'present' && isWritable()) await file.write(issue);
      } catch (error) {
        notice({ code: 'mending-failed', path, detail: causeOf(error) });
      }
    });
  }

  #file(issueId: IssueId): { readonly path: string; readonly file: DurableFile<Issue> } {
    const { files, library, setAside } = this.#options;
    const path = join(issueFolder(library, issueId), issueName);
    return { path, file: new DurableFile(files, path, issueFormat(issueId), setAside) };
  }
}
