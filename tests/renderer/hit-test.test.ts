import { describe, expect, test } from 'vitest';
import { boundaryAt, hitTest, inlineOf } from '../../src-renderer/reader/hit-test';
import { directions, issue, setSample } from './layouts';

describe.each(directions)('%s', (direction) => {
  const { index } = setSample(direction);

  test('finds each character under its own middle', () => {
    for (const placed of index.lines) {
      const { line, rect } = placed;
      for (const cell of line.cells) {
        if (cell.stops !== undefined || cell.boxEnd <= cell.boxStart) continue;
        const point = {
          inline: rect.inline + ((cell.boxStart + cell.boxEnd) / 2) * line.size,
          block: rect.block + rect.blockSize / 2,
        };
        expect(hitTest(index, point, null)).toMatchObject({
          articleId: placed.articleId,
          character: cell.start,
        });
      }
    }
  });

  test('gives back the boundary a caret stands at', () => {
    for (const placed of index.lines) {
      for (const cell of placed.line.cells) {
        if (cell.boxEnd <= cell.boxStart) continue;
        expect(boundaryAt(placed, inlineOf(placed, cell.start) + 1e-6)).toBe(cell.start);
      }
    }
  });

  test('stays within an article that is named, however far the point is from it', () => {
    const [first] = issue.articles;
    const far = { inline: 3, block: index.blockSize };
    expect(hitTest(index, far, null)?.articleId).not.toBe(first?.articleId);
    expect(hitTest(index, far, first?.articleId ?? null)?.articleId).toBe(first?.articleId);
  });

  test('finds no character in the white beside the text', () => {
    expect(hitTest(index, { inline: -2, block: 30 }, null)?.character).toBeNull();
  });
});
