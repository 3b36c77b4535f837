// The trash 废纸篓 for issues: a list of those which were taken off the shelf, when and by whom. Nothing of an issue moves or
// changes when it is put there; it is on no list any more, and restoring it takes it off this one. Should no copy of the list
// be readable, all issues stand on the shelf again.
import { z } from 'zod';
import type { AppError } from '../../src-core/ipc/app-error';
import type { TrashedIssue } from '../../src-core/ipc/trash-contract';
import { issueIdSchema, type IssueId } from '../../src-core/publication/issue';
import { fail, ok, type Result } from '../../src-core/result';
import { parseWith, wholeDocument } from './document';
import type { CatalogRow } from './formats';
import type { RemovedIssues } from './library';
import { SharedDocument } from './shared-document';
import type { ShelfOptions } from './study-shelf';

/** The document's name within a library and a backup. */
export const trashName = 'trash.json';

/** An issue in the trash. */
const tombstoneSchema = z.strictObject({
  issueId: issueIdSchema,
  /** When it was put there, ISO 8601 instant. */
  at: z.iso.datetime(),
  /** Who did; empty where that is not known. */
  who: z.string().max(200),
});
export type IssueTombstone = z.infer<typeof tombstoneSchema>;

const trashSchema = z.strictObject({
  issues: z
    .array(tombstoneSchema)
    .refine((stones) => new Set(stones.map(({ issueId }) => issueId)).size === stones.length, 'issue twice'),
});
type Trash = { readonly issues: readonly IssueTombstone[] };

export const trashFormat = wholeDocument<Trash>('trash', trashSchema);

export type IssueTrashOptions = ShelfOptions & {
  /** What is known of each issue, as it is now. */
  readonly rows: () => Promise<ReadonlyMap<IssueId, CatalogRow>>;
};

export class IssueTrash implements RemovedIssues {
  readonly #options: IssueTrashOptions;
  readonly #document: SharedDocument<Trash>;

  constructor(options: IssueTrashOptions) {
    this.#options = options;
    this.#document = new SharedDocument(options, {
      name: trashName,
      format: trashFormat,
      empty: { issues: [] },
      damaged: 'trash-damaged',
    });
  }

  /** The issues in the trash, the one that was put there last first. */
  async all(): Promise<Result<readonly TrashedIssue[], AppError>> {
    const stones = await this.stones();
    if (!stones.ok) return stones;
    const rows = await this.#options.rows();
    const trashed = stones.value.flatMap(({ issueId, at, who }) => {
      const row = rows.get(issueId);
      return row === undefined ? [] : [{ summary: row.summary, at, who }];
    });
    return ok(trashed.reverse());
  }

  /** Whether an issue lies in the trash. */
  async has(issueId: IssueId): Promise<Result<boolean, AppError>> {
    const stones = await this.stones();
    return stones.ok ? ok(stones.value.some((stone) => stone.issueId === issueId)) : stones;
  }

  /** Puts issues into the trash, all or none; one that lies there stays as it was put there. */
  async put(issueIds: readonly IssueId[], at: string, who: string): Promise<Result<void, AppError>> {
    const unknown = await this.#unknown(issueIds);
    if (unknown !== null) return fail(unknown);
    const put = await this.#document.change((present) => {
      const known = new Set(present.issues.map(({ issueId }) => issueId));
      const added = [...new Set(issueIds)].filter((issueId) => !known.has(issueId));
      if (added.length === 0) return ok(present);
      const stones = added.map((issueId) => ({ issueId, at, who }));
      const parsed = parseWith(trashSchema, { issues: [...present.issues, ...stones] });
      return parsed.ok ? parsed : fail({ code: 'invalid-input', where: 'trash', detail: parsed.error });
    });
    return put.ok ? ok(undefined) : put;
  }

  /** Puts issues back on the shelf, all or none; one that stands there stays. */
  async restore(issueIds: readonly IssueId[]): Promise<Result<void, AppError>> {
    const unknown = await this.#unknown(issueIds);
    if (unknown !== null) return fail(unknown);
    const wanted = new Set(issueIds);
    const restored = await this.#document.change((present) => {
      const left = present.issues.filter(({ issueId }) => !wanted.has(issueId));
      return ok(left.length === present.issues.length ? present : { issues: left });
    });
    return restored.ok ? ok(undefined) : restored;
  }

  /** What the list says, for a copy of it. */
  async stones(): Promise<Result<readonly IssueTombstone[], AppError>> {
    const trash = await this.#document.read();
    if (trash.ok) return ok(trash.value.issues);
    // A library of a newer program is shown as far as it is understood, and that it is newer has been told.
    return trash.error.code === 'library-newer' ? ok([]) : trash;
  }

  /** What is known of the issues that do not lie in the trash. */
  async onShelf(): Promise<Result<readonly CatalogRow[], AppError>> {
    const stones = await this.stones();
    if (!stones.ok) return stones;
    const trashed = new Set(stones.value.map(({ issueId }) => issueId));
    const rows = await this.#options.rows();
    return ok([...rows.values()].filter(({ summary }) => !trashed.has(summary.issueId)));
  }

  /** Waits for what is being written. */
  settled(): Promise<void> {
    return this.#document.settled();
  }

  /** Forgets what was read. */
  forgetAll(): void {
    this.#document.forgetAll();
  }

  async #unknown(issueIds: readonly IssueId[]): Promise<AppError | null> {
    const rows = await this.#options.rows();
    const unknown = issueIds.find((issueId) => !rows.has(issueId));
    return unknown === undefined ? null : { code: 'issue-unknown', issueId: unknown };
  }
}
