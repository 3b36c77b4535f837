// Carries the marks of an issue to a revision of it, as one edit that can be undone. A mark whose characters all stand
// somewhere in the revision follows them, into another article too; one that lost some keeps its words and its old place,
// and waits for the reader under 待核对. Nothing is guessed, and no mark is removed without being made anew. A removed mark
// follows too, so that it stands on its characters when it is restored.
import { carryPassage, indexBySource, type SourcedText } from '../anchoring/carry-passage';
import type { Article, ArticleId, Issue } from '../publication/issue';
import type { TextRange } from '../text/offsets';
import type { Annotation, AnnotationId, Target } from './annotation';
import { together } from './apply-edit';
import type { Edit, SingleEdit } from './edit';
import { describePassages, passagesOf } from './passages';
import { wholeTarget } from './whole-note';

/** A revision of an issue with the source of every article's text, in the order of the articles. */
export type SourcedIssue = { readonly issue: Issue; readonly sources: readonly ArrayLike<number>[] };

export type CarriedMarks = {
  /** Null where no mark has to move. */
  readonly edit: Edit | null;
  /** How many marks lost their text and wait. */
  readonly waiting: number;
  /** The new names of the marks that are made anew: links from elsewhere are to follow them. */
  readonly anew: ReadonlyMap<AnnotationId, AnnotationId>;
};

/** What an edit needs besides the texts: an ISO 8601 instant, and names for marks that are made anew. */
export type CarryingPorts = { readonly at: string; readonly newId: () => AnnotationId };

type Moved = { readonly articleId: ArticleId; readonly target: Target };

/** Carries the marks, removed ones among them, from one revision to another of the same source. */
export function carryMarks(
  former: SourcedIssue,
  revised: SourcedIssue,
  annotations: Iterable<Annotation>,
  { at, newId }: CarryingPorts,
): CarriedMarks {
  const carry = carrierBetween(former, revised);
  const moves = new Map<Annotation, Moved>();
  const all = [...annotations];
  let waiting = 0;
  for (const mark of all) {
    const moved = mark.scope === undefined ? carry(mark) : carryWholeNote(mark, former, revised, carry);
    if (moved === null) waiting += mark.removed === undefined ? 1 : 0;
    else if (moved !== 'stays') moves.set(mark, moved);
  }
  const anew = new Map<AnnotationId, AnnotationId>();
  for (const [mark, { articleId }] of moves)
    if (articleId !== mark.articleId) anew.set(mark.annotationId, newId());
  const edits = all.flatMap((mark) =>
    mark.removed === undefined
      ? editsOf(mark, moves.get(mark), anew, at)
      : editsOfRemoved(mark, mark.removed, moves.get(mark), anew.get(mark.annotationId), at),
  );
  return { edit: edits.length === 0 ? null : together(edits), waiting, anew };
}

type Carrier = (mark: Annotation) => Moved | 'stays' | null;

function carrierBetween(former: SourcedIssue, revised: SourcedIssue): Carrier {
  const revision = sourcedTexts(revised);
  const index = indexBySource(revision);
  const before = new Map(
    sourcedTexts(former).map((text, at) => [former.issue.articles[at]?.articleId, text] as const),
  );
  return ({ articleId, target }) => {
    const text = before.get(articleId);
    const own = revised.issue.articles.find((article) => article.articleId === articleId);
    if (text === undefined || !standsIn(text.text, target)) {
      // It waited already; the revision may have given it its text back.
      return own !== undefined && standsIn(own.text, target) ? 'stays' : null;
    }
    const carried = passagesOf(target).map(({ position }) => carryPassage(text, position, revision, index));
    const [first] = carried;
    if (first === undefined || first === null) return null;
    const ranges: TextRange[] = [];
    for (const passage of carried) {
      if (passage?.article !== first.article) return null;
      ranges.push(passage.range);
    }
    const article = revised.issue.articles[first.article];
    const moved = article === undefined ? null : describePassages(article.text, ranges);
    if (article === undefined || moved === null) return null;
    const isSame =
      article.articleId === articleId && standsIn(article.text, target) && samePlaces(moved, target);
    return isSame ? 'stays' : { articleId: article.articleId, target: moved };
  };
}

/** A note on a whole article stays with it; where the article went into another, the note goes with its headline. */
function carryWholeNote(
  mark: Annotation,
  former: SourcedIssue,
  revised: SourcedIssue,
  carry: Carrier,
): Moved | 'stays' | null {
  const followed = carry(mark);
  const isLeft = revised.issue.articles.some(({ articleId }) => articleId === mark.articleId);
  if (followed === 'stays' || (followed !== null && (!isLeft || followed.articleId === mark.articleId)))
    return followed;
  if (mark.scope === 'article' && !isLeft) return restOf(mark, former, revised);
  return wholeTarget(revised.issue, mark.scope ?? 'article', mark.articleId) ?? null;
}

/** The article which now has the most of what was in the one that is gone. */
function restOf(mark: Annotation, former: SourcedIssue, revised: SourcedIssue): Moved | null {
  const at = former.issue.articles.findIndex(({ articleId }) => articleId === mark.articleId);
  const own = new Set(Array.from(former.sources[at] ?? []).filter((unit) => unit >= 0));
  let best: Article | null = null;
  let most = 0;
  for (const [index, article] of revised.issue.articles.entries()) {
    const shared = Array.from(revised.sources[index] ?? []).filter((unit) => own.has(unit)).length;
    if (shared > most) [best, most] = [article, shared];
  }
  return best === null ? null : wholeTarget(revised.issue, 'article', best.articleId);
}

function editsOf(
  mark: Annotation,
  moved: Moved | undefined,
  anew: ReadonlyMap<AnnotationId, AnnotationId>,
  at: string,
): readonly SingleEdit[] {
  const { annotationId } = mark;
  const links = mark.links?.map((link) => anew.get(link) ?? link);
  const isRelinked = links !== undefined && links.join() !== mark.links?.join();
  const name = anew.get(annotationId);
  if (moved !== undefined && name !== undefined) {
    // A mark belongs to its article for good: in another one it is made anew, with all that was said of it.
    const annotation: Annotation = {
      ...mark,
      ...moved,
      ...(links === undefined ? {} : { links }),
      annotationId: name,
      modified: at,
    };
    return [
      { type: 'remove', annotationId, at },
      { type: 'add', annotation },
    ];
  }
  const changes = {
    ...(moved === undefined ? {} : { target: moved.target }),
    ...(isRelinked ? { links } : {}),
  };
  return Object.keys(changes).length === 0 ? [] : [{ type: 'update', annotationId, changes, at }];
}

/**
 * A removed mark takes its new place by being restored and removed again, at the instant it was removed before; in another
 * article it is made anew and removed, and the former one is left as it is.
 */
function editsOfRemoved(
  mark: Annotation,
  removed: string,
  moved: Moved | undefined,
  name: AnnotationId | undefined,
  at: string,
): readonly SingleEdit[] {
  if (moved === undefined) return [];
  const { annotationId } = mark;
  if (name !== undefined) {
    const { removed: _removed, ...standing } = mark;
    return [
      { type: 'add', annotation: { ...standing, ...moved, annotationId: name, modified: at } },
      { type: 'remove', annotationId: name, at: removed },
    ];
  }
  return [
    { type: 'restore', annotationId, at },
    { type: 'update', annotationId, changes: { target: moved.target }, at },
    { type: 'remove', annotationId, at: removed },
  ];
}

function sourcedTexts({ issue, sources }: SourcedIssue): readonly SourcedText[] {
  return issue.articles.map(({ text }, at) => ({ text, source: sources[at] ?? [] }));
}

/** Whether the words of a mark are what a text has at its place. */
export function standsIn(text: string, target: Target): boolean {
  return passagesOf(target).every(
    ({ position, quote }) => quote.exact !== '' && text.slice(position.start, position.end) === quote.exact,
  );
}

function samePlaces(one: Target, other: Target): boolean {
  const places = (target: Target): string =>
    passagesOf(target)
      .map(({ position }) => `${position.start}-${position.end}`)
      .join();
  return places(one) === places(other);
}
