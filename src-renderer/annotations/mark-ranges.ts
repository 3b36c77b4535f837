// Where the marks of an issue stand in its articles now, in the order in which one reads them, and how deep each lies
// over others. The text of an article does not change under its marks, so that this is worked out once for each change
// of the marks.
import type { Annotations } from '../../src-core/annotation/apply-edit';
import type { Annotation } from '../../src-core/annotation/annotation';
import { compareRanges, levelMarks, type PieceLevel } from '../../src-core/annotation/mark-levels';
import { anchorTarget, type TargetAnchor } from '../../src-core/annotation/passages';
import { headlineRange } from '../../src-core/annotation/whole-note';
import type { Article, ArticleId, Issue } from '../../src-core/publication/issue';
import type { TextRange } from '../../src-core/text/offsets';

/** A passage of a mark, as it is painted. */
export type PlacedPiece = PieceLevel & { readonly range: TextRange };

export type PlacedMark = {
  readonly mark: Annotation;
  /** Its first passage; of a note on a whole article or issue, the headline at which it is shown. */
  readonly range: TextRange;
  /** Its passages in the order of the text; none for a note on a whole article or issue. */
  readonly pieces: readonly PlacedPiece[];
  /** How sure it is that it stands here, from 0 to 1: less than 1 where the text was corrected since. */
  readonly confidence: number;
};

export type PlacedMarks = {
  /** In text order. */
  readonly placed: readonly PlacedMark[];
  readonly byArticle: ReadonlyMap<ArticleId, readonly PlacedMark[]>;
  /** Marks whose words stand nowhere in the text, or whose article is not in the issue. */
  readonly orphans: readonly Annotation[];
};

let latest: { readonly issue: Issue; readonly annotations: Annotations; readonly marks: PlacedMarks } | null =
  null;

/** Places the standing marks of an issue once for all who ask with the same marks. */
export function placedMarks(issue: Issue, annotations: Annotations): PlacedMarks {
  if (latest === null || latest.issue !== issue || latest.annotations !== annotations) {
    latest = { issue, annotations, marks: placeMarks(issue, annotations) };
  }
  return latest.marks;
}

/** Places the standing marks of an issue. An article whose marks are the same as before is not looked at again. */
export function placeMarks(issue: Issue, annotations: Annotations): PlacedMarks {
  const standing = new Map<ArticleId, Annotation[]>();
  // Without an iterator, which would leave a value behind for every mark.
  annotations.forEach((mark) => {
    if (mark.removed !== undefined) return;
    const list = standing.get(mark.articleId);
    if (list === undefined) standing.set(mark.articleId, [mark]);
    else list.push(mark);
  });
  const byArticle = new Map<ArticleId, readonly PlacedMark[]>();
  const orphans: Annotation[] = [];
  for (const article of issue.articles) {
    const marks = standing.get(article.articleId);
    if (marks === undefined) continue;
    standing.delete(article.articleId);
    const here = placeInArticle(marks, article);
    if (here.placed.length > 0) byArticle.set(article.articleId, here.placed);
    orphans.push(...here.orphans);
  }
  for (const marks of standing.values()) orphans.push(...marks);
  return { placed: [...byArticle.values()].flat(), byArticle, orphans };
}

/** The marks of an article, and where they stand in it. */
type ArticleMarks = {
  readonly marks: readonly Annotation[];
  readonly placed: readonly PlacedMark[];
  readonly orphans: readonly Annotation[];
};

const articleMarks = new WeakMap<Article, ArticleMarks>();

function placeInArticle(marks: readonly Annotation[], article: Article): ArticleMarks {
  const known = articleMarks.get(article);
  if (known?.marks.length === marks.length && known.marks.every((mark, at) => mark === marks[at]))
    return known;
  const found = marks.map((mark) => findInArticle(mark, article));
  const placed = withLevels(found.filter((place) => place !== null));
  const orphans = marks.filter((_, at) => found[at] === null);
  const made = { marks, placed, orphans };
  articleMarks.set(article, made);
  return made;
}

/** How sure a place must be for a mark to stand there without a question. */
const certain = 0.9;

/** Whether a mark stands where it does only because most of its text is there. */
export function isDoubtful({ confidence }: PlacedMark): boolean {
  return confidence < certain;
}

/** The marks of the authors that are shown. */
export function withoutAuthors(marks: PlacedMarks, hidden: ReadonlySet<string>): PlacedMarks {
  if (hidden.size === 0) return marks;
  const isShown = ({ mark }: PlacedMark): boolean => !hidden.has(mark.author);
  return {
    placed: marks.placed.filter(isShown),
    byArticle: new Map([...marks.byArticle].map(([articleId, list]) => [articleId, list.filter(isShown)])),
    orphans: marks.orphans,
  };
}

/**
 * Gives the marks on an offset, the shortest first: it is the one that is hardest to reach. Of marks of one length the one
 * that was made last, which is drawn over the others, comes first.
 */
export function marksAt(marks: readonly PlacedMark[], offset: number): readonly PlacedMark[] {
  return marks
    .filter(({ pieces }) => pieces.some(({ range }) => range.start <= offset && offset < range.end))
    .reverse()
    .sort((a, b) => lengthOf(a) - lengthOf(b));
}

/** Gives a mark and all that share some of its text, in text order. */
export function overlapping(marks: PlacedMarks, { mark, pieces }: PlacedMark): readonly PlacedMark[] {
  const inArticle = marks.byArticle.get(mark.articleId) ?? [];
  return inArticle.filter((other) =>
    other.pieces.some((theirs) =>
      pieces.some(({ range }) => theirs.range.start < range.end && theirs.range.end > range.start),
    ),
  );
}

/** How many code units a mark covers. */
function lengthOf({ pieces }: PlacedMark): number {
  return pieces.reduce((sum, { range }) => sum + range.end - range.start, 0);
}

type UnleveledMark = Omit<PlacedMark, 'pieces'> & { readonly ranges: readonly TextRange[] };

function findInArticle(mark: Annotation, article: Article): UnleveledMark | null {
  if (mark.scope !== undefined) {
    // It is about the article, and stays with it whatever becomes of the headline.
    const { start, end } = mark.target.position;
    return { mark, range: headlineRange(article) ?? { start, end }, ranges: [], confidence: 1 };
  }
  const anchor = anchorOf(mark, article.text);
  if (anchor === null) return null;
  const { ranges, confidence } = anchor;
  return { mark, range: ranges[0], ranges, confidence };
}

function withLevels(list: readonly UnleveledMark[]): readonly PlacedMark[] {
  const sorted = [...list].sort(byPlace);
  const levels = levelMarks(
    sorted.map(({ mark: { style, created }, ranges }) => ({ style, created, ranges })),
  );
  return sorted.map(({ mark, range, confidence, ranges }, at) => {
    const pieces = ranges.flatMap((own, piece): PlacedPiece[] => {
      const level = levels[at]?.[piece];
      return level === undefined ? [] : [{ range: own, ...level }];
    });
    return sameAsBefore({ mark, range, confidence, pieces });
  });
}

/** Notes on the issue come first, then those on the article, then marks in the order of the text. */
function byPlace(a: UnleveledMark, b: UnleveledMark): number {
  return (
    rankOf(a.mark) - rankOf(b.mark) ||
    compareRanges(a.range, b.range) ||
    (a.mark.created < b.mark.created ? -1 : a.mark.created > b.mark.created ? 1 : 0)
  );
}

function rankOf({ scope }: Annotation): number {
  return scope === 'issue' ? 0 : scope === 'article' ? 1 : 2;
}

// A mark is data that never changes: what was found for it holds as long as it is there. Marks that stand as before are
// the same values as before, so that a change of one mark paints that one alone.
const anchors = new WeakMap<Annotation, { readonly text: string; readonly anchor: TargetAnchor | null }>();
const placements = new WeakMap<Annotation, PlacedMark>();

function anchorOf(mark: Annotation, text: string): TargetAnchor | null {
  const known = anchors.get(mark);
  if (known?.text === text) return known.anchor;
  const anchor = anchorTarget(text, mark.target);
  anchors.set(mark, { text, anchor });
  return anchor;
}

function sameAsBefore(placed: PlacedMark): PlacedMark {
  const before = placements.get(placed.mark);
  if (before !== undefined && isSame(before, placed)) return before;
  placements.set(placed.mark, placed);
  return placed;
}

function isSame(one: PlacedMark, other: PlacedMark): boolean {
  return (
    isSameRange(one.range, other.range) &&
    one.confidence === other.confidence &&
    one.pieces.length === other.pieces.length &&
    one.pieces.every((piece, at) => {
      const theirs = other.pieces[at];
      return (
        theirs !== undefined &&
        isSameRange(piece.range, theirs.range) &&
        piece.level.vertical === theirs.level.vertical &&
        piece.level.horizontal === theirs.level.horizontal &&
        piece.isOver === theirs.isOver
      );
    })
  );
}

function isSameRange(one: TextRange, other: TextRange): boolean {
  return one.start === other.start && one.end === other.end;
}
