// Takes one page into the library: reads it, finds its structure, stores the issue with the file as it came. A page that
// the library has already, byte for byte, is not stored again unless that is wanted.
import type { AppError } from '../../src-core/ipc/app-error';
import { issueIdSchema, type Issue, type IssueId } from '../../src-core/publication/issue';
import { toIssue } from '../../src-core/importing/to-issue';
import { fail, ok, type Result } from '../../src-core/result';
import type { Library } from '../library/library';
import { nameOf, type PageReader, type PageSource } from '../sources/read-page';
import type { KnownPages, KnownPage } from './known-pages';
import { publicationHabits, type HabitsOf } from './publication-habits';

/** What came of a page: an issue of its own, with the one it is much alike, or the issue which it is already. */
export type Imported =
  | {
      readonly kind: 'stored';
      readonly issueId: IssueId;
      readonly articles: number;
      readonly resembles: KnownPage | null;
    }
  | { readonly kind: 'known'; readonly known: KnownPage };

/** What the text does not state and the user does: the publication's name, the date of the issue (ISO 8601). */
export type StatedMetadata = {
  readonly publication?: string | undefined;
  readonly date?: string | undefined;
};

export type ImportPorts = {
  readonly library: Library;
  readonly pages: Pick<PageReader, 'read'>;
  readonly now: () => string;
  readonly newId: () => string;
};

export type ImportOptions = {
  readonly stated?: StatedMetadata;
  /** What the library has already; without it every page is stored. */
  readonly known?: KnownPages;
  /** Whether a page that the library has is stored once more. */
  readonly storeKnown?: boolean;
  readonly signal?: AbortSignal;
  /** The habits of publications, gathered once for all pages of a batch. */
  readonly habitsOf?: HabitsOf;
};

/** Imports one page; a failure stores nothing. */
export async function importFile(
  ports: ImportPorts,
  source: PageSource,
  {
    stated = {},
    known,
    storeKnown = false,
    signal,
    habitsOf = publicationHabits(ports.library),
  }: ImportOptions = {},
): Promise<Result<Imported, AppError>> {
  const first = await ports.pages.read(source, signal);
  if (!first.ok) return first;
  const publication = stated.publication ?? first.value.page.publication;
  const readBy = await habitsOf(publication);
  // Which habits a page follows is known when it has said what paper it is from.
  const read = readBy.length === 0 ? first : await ports.pages.read({ ...source, habits: readBy }, signal);
  if (!read.ok) return read;
  const { page } = read.value;
  const { fileName, sha256, encoding, bytes } = read.value.source;
  const same = await known?.withSource(sha256);
  if (same !== undefined && same !== null && !storeKnown) return ok({ kind: 'known', known: same });
  if (page.blocks.length === 0) return fail({ code: 'no-text-found', file: nameOf(source) });
  const issueId = issueIdSchema.parse(ports.newId());
  const made = toIssue(page, {
    issueId,
    imported: ports.now(),
    source: { fileName, sha256, encoding },
    ...(stated.publication === undefined ? {} : { publication: stated.publication }),
    ...(stated.date === undefined ? {} : { date: stated.date }),
  });
  const issue: Issue = readBy.length === 0 ? made : { ...made, readBy: [...readBy] };
  const resembles = same ?? (await known?.resembling(issue)) ?? null;
  const stored = await ports.library.addIssue(issue, bytes);
  if (!stored.ok) return stored;
  known?.add(issue);
  return ok({ kind: 'stored', issueId, articles: issue.articles.length, resembles });
}
