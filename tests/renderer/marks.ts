// Marks on the sample's articles.
import { describeRange } from '../../src-core/anchoring/describe-range';
import { annotationIdSchema, type Annotation } from '../../src-core/annotation/annotation';
import type { Annotations } from '../../src-core/annotation/apply-edit';
import type { Article } from '../../src-core/publication/issue';
import { issue } from './layouts';

/** An article of the sample, by its number. */
export function article(number: number): Article {
  const found = issue.articles[number];
  if (found === undefined) throw new Error(`the sample has no article ${number}`);
  return found;
}

/** A mark on a range of the sample's first article, or of another. */
export function buildMark(
  name: string,
  [start, end]: readonly [number, number],
  overrides: Partial<Annotation> = {},
  on: Article = article(0),
): Annotation {
  return {
    annotationId: annotationIdSchema.parse(name),
    issueId: issue.issueId,
    articleId: on.articleId,
    target: describeRange(on.text, { start, end }),
    style: 'highlight',
    color: 'gamboge',
    tags: [],
    note: '',
    author: '林默',
    created: '2026-01-01T00:00:00.000Z',
    modified: '2026-01-01T00:00:00.000Z',
    ...overrides,
  };
}

/** Marks by their ids. */
export function toAnnotations(...marks: readonly Annotation[]): Annotations {
  return new Map(marks.map((mark) => [mark.annotationId, mark]));
}
