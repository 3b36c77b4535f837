// Where the marks of an issue stand in its articles now, in the order in which one reads them, and how deep each lies
// over others. The text of an article does not change under its marks, so that this is worked out once for each change
// of the marks.
import { anchorSelectors, type Anchor } from '../../src-core/anchoring/anchor';
import type { Annotations } from '../../src-core/annotation/apply-edit';
import type { Annotation } from '../../src-core/annotation/annotation';
import type { ArticleId, Issue } from '../../src-core/publication/issue';
import type { TextRange } from '../../src-core/text/offsets';

export type PlacedMark = {
  readonly mark: Annotation;
  readonly range: TextRange;
  /** How sure it is that it stands here, from 0 to 1: less than 1 where the text was corrected since. */
  readonly confidence: number;
  /** How many marks that begin earlier it lies over, counted so that no two overlapping marks share a level. */
  readonly level: number;
  /** Whether it lies over a mark that begins earlier, on whatever level. */
  readonly isOver: boolean;
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

/** Places the standing marks of an issue. */
export function placeMarks(issue: Issue, annotations: Annotations): PlacedMarks {
  const waiting = new Map<ArticleId, UnleveledMark[]>();
  const texts = new Map(issue.articles.map((article) => [article.articleId, article.text]));
  const orphans: Annotation[] = [];
  for (const mark of annotations.values()) {
    if (mark.removed !== undefined) continue;
    const text = texts.get(mark.articleId);
    const anchor = text === undefined ? null : anchorOf(mark, text);
    if (anchor === null) orphans.push(mark);
    else {
      const list = waiting.get(mark.articleId) ?? [];
      list.push({ mark, range: anchor.range, confidence: anchor.confidence });
      waiting.set(mark.articleId, list);
    }
  }
  const byArticle = new Map<ArticleId, readonly PlacedMark[]>();
  for (const { articleId } of issue.articles) {
    const list = waiting.get(articleId);
    if (list !== undefined) byArticle.set(articleId, withLevels(list));
  }
  return { placed: [...byArticle.values()].flat(), byArticle, orphans };
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

/** Gives the marks on an offset, the shortest first: it is the one that is hardest to reach. */
export function marksAt(marks: readonly PlacedMark[], offset: number): readonly PlacedMark[] {
  return marks
    .filter(({ range }) => range.start <= offset && offset < range.end)
    .sort((a, b) => a.range.end - a.range.start - (b.range.end - b.range.start) || b.level - a.level);
}

/** Gives a mark and all that share some of its text, in text order. */
export function overlapping(marks: PlacedMarks, { mark, range }: PlacedMark): readonly PlacedMark[] {
  const inArticle = marks.byArticle.get(mark.articleId) ?? [];
  return inArticle.filter((other) => other.range.start < range.end && other.range.end > range.start);
}

type UnleveledMark = Pick<PlacedMark, 'mark' | 'range' | 'confidence'>;

function withLevels(list: readonly UnleveledMark[]): readonly PlacedMark[] {
  const sorted = [...list].sort(
    (a, b) =>
      a.range.start - b.range.start ||
      b.range.end - a.range.end ||
      (a.mark.created < b.mark.created ? -1 : a.mark.created > b.mark.created ? 1 : 0),
  );
  // The end of the last mark on each level.
  const ends: number[] = [];
  return sorted.map(({ mark, range, confidence }) => {
    const free = ends.findIndex((end) => end <= range.start);
    const level = free < 0 ? ends.length : free;
    const isOver = ends.some((end) => end > range.start);
    ends[level] = range.end;
    return sameAsBefore({ mark, range, confidence, level, isOver });
  });
}

// A mark is data that never changes: what was found for it holds as long as it is there. Marks that stand as before are
// the same values as before, so that a change of one mark paints that one alone.
const anchors = new WeakMap<Annotation, { readonly text: string; readonly anchor: Anchor }>();
const placements = new WeakMap<Annotation, PlacedMark>();

function anchorOf(mark: Annotation, text: string): Anchor {
  const known = anchors.get(mark);
  if (known?.text === text) return known.anchor;
  const anchor = anchorSelectors(text, mark.target);
  anchors.set(mark, { text, anchor });
  return anchor;
}

function sameAsBefore(placed: PlacedMark): PlacedMark {
  const before = placements.get(placed.mark);
  if (before?.range === placed.range && before.level === placed.level && before.isOver === placed.isOver) {
    return before;
  }
  placements.set(placed.mark, placed);
  return placed;
}
