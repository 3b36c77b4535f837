// An excerpt as an issue of one article, which the engine sets for the screen: its passages as paragraphs, in type as large
// as lets all of it stand on one screen, or else in the smallest that can be read from the back of a room.
import type { ArticleId, Issue, IssueId } from '../../src-core/publication/issue';
import type { Excerpt } from '../../src-core/study/study-day';
import { layoutIssue } from '../../src-core/typesetting/layout-issue';
import type { LatinMetrics } from '../../src-core/typesetting/model';
import { defaultStyle } from '../../src-core/typesetting/page-spec';
import type { Direction } from '../../src-core/ipc/contract';
import { indexLines, type LineIndex } from '../reader/line-index';

export type PresentedSize = { readonly width: number; readonly height: number };

export type Presented = {
  readonly index: LineIndex;
  /** Size of the type in CSS pixels. */
  readonly body: number;
  readonly screens: number;
  /** How much of each screen the lines take along the block axis, in em. */
  readonly extents: readonly number[];
};

/** The largest and the smallest type, as parts of the space's smaller side; each size is so much smaller than the last. */
const largest = 1 / 7;
const smallest = 1 / 17;
const ratio = 0.88;
const leastPixels = 24;
const linePitch = 1.8;
/** The longest line, in characters: longer ones make the eye travel. */
const longestLine = 26;

/** Gives the issue of an excerpt. */
export function excerptIssue({ passages }: Pick<Excerpt, 'passages'>): Issue {
  const articleId = 'excerpt' as ArticleId;
  const paragraphs = passages.flatMap(({ quote }) =>
    quote.exact
      .split(/[\r\n\u2028\u2029]+/u)
      .map((paragraph) => paragraph.trim())
      .filter((paragraph) => paragraph !== ''),
  );
  let start = 0;
  const blocks = paragraphs.map((paragraph) => {
    const block = { role: 'paragraph' as const, start, end: start + paragraph.length };
    start = block.end + 1;
    return block;
  });
  return {
    issueId: 'excerpt' as IssueId,
    pages: [{ articleIds: [articleId] }],
    articles: [{ articleId, type: 'article', text: paragraphs.join('\n'), blocks }],
    source: { fileName: '', sha256: '0'.repeat(64), encoding: 'utf-8' },
    imported: '1970-01-01T00:00:00.000Z',
  };
}

/** Sets an excerpt for a space in CSS pixels. */
export function setExcerpt(
  excerpt: Pick<Excerpt, 'passages'>,
  direction: Direction,
  size: PresentedSize,
  metrics: LatinMetrics,
): Presented {
  const issue = excerptIssue(excerpt);
  const set = (body: number): Presented => {
    const [along, across] = direction === 'vertical' ? [size.height, size.width] : [size.width, size.height];
    const inlineSize = Math.max(4, Math.min(longestLine, Math.floor(along / body)));
    const rows = Math.max(1, Math.floor(across / body / linePitch));
    const layout = layoutIssue(
      issue,
      {
        direction,
        inlineSize,
        blockSize: rows * linePitch,
        linePitch,
        tierGap: 2,
        measure: { min: inlineSize, max: inlineSize },
        style: defaultStyle,
      },
      metrics,
    );
    const index = indexLines(layout, 0);
    return { index, body, screens: layout.pages.length, extents: extentsOf(index) };
  };
  const side = Math.min(size.width, size.height);
  const least = Math.max(leastPixels, Math.floor(side * smallest));
  for (let body = Math.floor(side * largest); body > least; body = Math.floor(body * ratio)) {
    const presented = set(body);
    if (presented.screens === 1) return presented;
  }
  return set(least);
}

function extentsOf({ lines, pageStarts }: LineIndex): readonly number[] {
  return pageStarts.map((start, page) =>
    lines
      .filter((line) => line.page === page)
      .reduce((extent, { rect }) => Math.max(extent, rect.block + rect.blockSize - start), 0),
  );
}
