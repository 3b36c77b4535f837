import { describe, expect, test } from 'vitest';
import { firstLineWithin, lineAt, quadsOnStrip } from '../../src-renderer/reader/line-index';
import { articleIdOf } from '../builders/issue';
import { directions, issue, setSample } from './layouts';

describe.each(directions)('%s', (direction) => {
  const { index } = setSample(direction);

  test('finds the line of every offset', () => {
    for (const { articleId, text } of issue.articles) {
      for (let offset = 0; offset < text.length; offset++) {
        if (text[offset] === '\n') continue;
        const placed = lineAt(index, articleId, offset);
        expect(placed?.articleId).toBe(articleId);
        expect(placed !== null && placed.line.start <= offset && offset < placed.line.end, `${offset}`).toBe(
          true,
        );
      }
    }
  });

  test('keeps the head of the view when the view is put there', () => {
    for (const placed of index.lines) {
      const found = firstLineWithin(index, placed.rect.block, placed.rect.block + 1000);
      expect(found?.rect.block).toBeGreaterThanOrEqual(placed.rect.block - 0.1);
    }
  });

  test('covers a range with one quad for each line it runs through', () => {
    const [article] = issue.articles;
    if (article === undefined) throw new Error('the sample has no article');
    const range = { start: 60, end: 160 };
    const lines = index.lines.filter(
      ({ articleId, line }) =>
        articleId === article.articleId && line.start < range.end && line.end > range.start,
    );
    const quads = quadsOnStrip(index, article.articleId, range);
    expect(quads).toHaveLength(lines.length);
    lines.forEach(({ line, rect }, at) => {
      expect(quads[at]?.block).toBeCloseTo(rect.block + (rect.blockSize - line.size) / 2);
    });
  });
});

test('gives no line for an article that is not there', () => {
  const { index } = setSample('vertical');
  expect(lineAt(index, articleIdOf('unknown'), 0)).toBeNull();
});
