// Searches the whole library by reading it: no index, so nothing can be stale or missing.
import type { Annotation } from '../../src-core/annotation/annotation';
import { anchorTarget } from '../../src-core/annotation/passages';
import type { AppError } from '../../src-core/ipc/app-error';
import type { ArticleId, Issue, IssueId } from '../../src-core/publication/issue';
import { ok, type Result } from '../../src-core/result';
import { findFolded, foldText } from '../../src-core/search/fold';
import { snippetOf } from '../../src-core/search/snippet';
import type { TextRange } from '../../src-core/text/offsets';
import type { Library } from '../library/library';

export type LibraryQuery = {
  readonly words: string;
  /** Only what is marked with this tag: its passages and its notes. */
  readonly tag: string | undefined;
  /** ISO 8601 calendar dates of publication, both included; an issue without a date is in no such range. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly in: 'text' | 'notes' | 'both';
};

/** A hit; in a note, the range is that of the marked passage and the snippet is the note's. */
export type LibraryHit = {
  readonly issueId: IssueId;
  readonly articleId: ArticleId;
  readonly start: number;
  readonly end: number;
  readonly snippet: string;
};

/** Gives every hit of the query: by issue in the library's order, then by article and place. */
export async function searchLibrary(
  library: Library,
  query: LibraryQuery,
): Promise<Result<readonly LibraryHit[], AppError>> {
  const listed = await library.issues();
  if (!listed.ok) return listed;
  const hits: LibraryHit[] = [];
  for (const summary of listed.value) {
    if (!isWithin(summary.date, query)) continue;
    const issue = await library.readIssue(summary.issueId);
    if (!issue.ok) return issue;
    const marks = await library.annotations(summary.issueId);
    if (!marks.ok) return marks;
    hits.push(...searchIssue(issue.value, marks.value, query));
  }
  return ok(hits);
}

function isWithin(date: string | undefined, { from, to }: LibraryQuery): boolean {
  if (from === undefined && to === undefined) return true;
  return date !== undefined && (from === undefined || date >= from) && (to === undefined || date <= to);
}

function searchIssue(issue: Issue, marks: readonly Annotation[], query: LibraryQuery): readonly LibraryHit[] {
  const { issueId } = issue;
  return issue.articles.flatMap((article) => {
    const { articleId, text } = article;
    const wanted = marks
      .filter(
        (mark) => mark.articleId === articleId && (query.tag === undefined || mark.tags.includes(query.tag)),
      )
      .map((mark) => ({ mark, ...placesOf(mark, text) }));
    const inText = query.in === 'notes' ? [] : findFolded(foldText(text), query.words);
    const inNotes = query.in === 'text' ? [] : wanted;
    return [
      ...inText
        .filter(
          (range) =>
            query.tag === undefined || wanted.some(({ ranges }) => ranges.some((own) => overlap(own, range))),
        )
        .map((range) => ({ issueId, articleId, ...range, snippet: words(text, range) })),
      ...inNotes.flatMap(({ mark, range }) =>
        findFolded(foldText(mark.note), query.words).map((place) => ({
          issueId,
          articleId,
          ...range,
          snippet: words(mark.note, place),
        })),
      ),
    ];
  });
}

/** Where a mark is shown, and the passages it marks: none where it is a note on a whole article or issue. */
function placesOf(
  { target, scope }: Annotation,
  text: string,
): { readonly range: TextRange; readonly ranges: readonly TextRange[] } {
  const { start, end } = target.position;
  const [first, ...more] = anchorTarget(text, target)?.ranges ?? [{ start, end }];
  return { range: first, ranges: scope === undefined ? [first, ...more] : [] };
}

function overlap(a: TextRange, b: TextRange): boolean {
  return a.start < b.end && b.start < a.end;
}

function words(text: string, range: TextRange): string {
  const { before, hit, after } = snippetOf(text, range);
  return `${before}${hit}${after}`;
}
