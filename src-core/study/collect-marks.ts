// Collects marks for a study day: by tag, colour, author, the date of the paper, and words. Each becomes an excerpt with
// its place as it is now; the marks themselves stay as they are.
import { anchorSelectors } from '../anchoring/anchor';
import { describeRange } from '../anchoring/describe-range';
import type { Selectors } from '../anchoring/selector';
import type { Annotation, MarkColor } from '../annotation/annotation';
import { passagesOf, quoteOf } from '../annotation/passages';
import { isWithinTag } from '../annotation/tag-tree';
import type { Article, Issue } from '../publication/issue';
import { findFolded, foldText } from '../search/fold';
import type { TextRange } from '../text/offsets';
import type { Excerpt, Material, MaterialId } from './study-day';

/** What is wanted; every condition that is given must hold. */
export type MarkQuery = {
  /** Any of these, or a tag below one of them. */
  readonly tags?: readonly string[];
  readonly colors?: readonly MarkColor[];
  readonly authors?: readonly string[];
  /** ISO 8601 calendar dates of publication, both included; an issue without a date is in no such range. */
  readonly from?: string;
  readonly to?: string;
  /** Words of the passage or its note, in any printed form. */
  readonly words?: string;
};

/**
 * Gives the excerpts of an issue's standing marks that are wanted, in the order of the text. Notes on a whole article or
 * issue mark no words, and give none.
 */
export function collectMarks(
  issue: Issue,
  marks: readonly Annotation[],
  query: MarkQuery,
  newId: () => MaterialId,
): readonly Excerpt[] {
  if (!isPublishedWithin(issue, query)) return [];
  return issue.articles.flatMap((article) =>
    marks
      .filter((mark) => mark.articleId === article.articleId && isWanted(mark, query))
      .map((mark) => ({ mark, passages: presentPassages(article, mark) }))
      .sort((one, other) => startOf(one.passages) - startOf(other.passages))
      .map(({ mark, passages }) => ({
        ...newExcerpt(issue, article, newId()),
        annotationId: mark.annotationId,
        passages: [...passages],
        tags: [...mark.tags],
      })),
  );
}

/** The passages of a mark as they are now. One without a place keeps its words; checking it tells that they are gone. */
function presentPassages({ text }: Article, { target }: Annotation): readonly Selectors[] {
  return passagesOf(target).map((passage) => {
    const anchor = anchorSelectors(text, passage);
    return anchor === null ? passage : describeRange(text, anchor.range);
  });
}

/** Gives an excerpt for each sentence of an issue in which the words stand, in any printed form. */
export function collectSentences(
  issue: Issue,
  query: Pick<MarkQuery, 'from' | 'to'> & { readonly words: string },
  newId: () => MaterialId,
): readonly Excerpt[] {
  if (!isPublishedWithin(issue, query)) return [];
  return issue.articles.flatMap((article) => {
    const sentences = new Map<number, TextRange>();
    for (const hit of findFolded(foldText(article.text), query.words)) {
      const sentence = sentenceAround(article.text, hit);
      sentences.set(sentence.start, sentence);
    }
    return [...sentences.values()].map((sentence) => ({
      ...newExcerpt(issue, article, newId()),
      passages: [describeRange(article.text, sentence)],
    }));
  });
}

/** Gives the materials with those excerpts behind them that are not there yet. */
export function withExcerpts(
  materials: readonly Material[],
  excerpts: readonly Excerpt[],
): readonly Material[] {
  const known = new Set(materials.flatMap((material) => (material.kind === 'excerpt' ? keys(material) : [])));
  const added = excerpts.filter((excerpt) => {
    const own = keys(excerpt);
    if (own.some((key) => known.has(key))) return false;
    for (const key of own) known.add(key);
    return true;
  });
  return [...materials, ...added];
}

/** What an excerpt is known by: its mark, and its place. */
function keys({ annotationId, issueId, articleId, passages }: Excerpt): readonly string[] {
  const places = passages.map(({ position }) => `${position.start}-${position.end}`).join(',');
  return [
    `place ${issueId} ${articleId} ${places}`,
    ...(annotationId === undefined ? [] : [`mark ${issueId} ${annotationId}`]),
  ];
}

function newExcerpt(
  issue: Issue,
  article: Article,
  materialId: MaterialId,
): Omit<Excerpt, 'annotationId' | 'passages'> {
  return {
    kind: 'excerpt',
    materialId,
    issueId: issue.issueId,
    articleId: article.articleId,
    tags: [],
    questions: [],
    leaderNotes: '',
    blankLines: 0,
  };
}

function isPublishedWithin({ date }: Issue, { from, to }: MarkQuery): boolean {
  if (from === undefined && to === undefined) return true;
  return date !== undefined && (from === undefined || date >= from) && (to === undefined || date <= to);
}

function isWanted(mark: Annotation, { tags, colors, authors, words }: MarkQuery): boolean {
  return (
    mark.removed === undefined &&
    mark.scope === undefined &&
    (tags === undefined || mark.tags.some((tag) => tags.some((above) => isWithinTag(tag, above)))) &&
    (colors === undefined || colors.includes(mark.color)) &&
    (authors === undefined || authors.includes(mark.author)) &&
    (words === undefined ||
      [quoteOf(mark), mark.note].some((text) => findFolded(foldText(text), words).length > 0))
  );
}

function startOf([first]: readonly Selectors[]): number {
  return first?.position.start ?? 0;
}

/** The sentence round a hit, from stop to stop within its block; a closing quotation mark belongs to it. */
function sentenceAround(text: string, { start, end }: TextRange): TextRange {
  const before = /[^。！？!?\n]*$/u.exec(text.slice(0, start))?.[0] ?? '';
  const lead = /^[”’」』"\s]*/u.exec(before)?.[0].length ?? 0;
  const after = /^[^。！？!?\n]*[。！？!?]*[”’」』"]*/u.exec(text.slice(end))?.[0] ?? '';
  return { start: start - before.length + lead, end: end + after.length };
}
