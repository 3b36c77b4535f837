import { describe, expect, test } from 'vitest';
import { caretMove, caretUnit, moveCaret, type CaretMove } from '../../src-renderer/reader/caret-moves';
import { inlineOf } from '../../src-renderer/reader/hit-test';
import { lineAt } from '../../src-renderer/reader/line-index';
import { directions, issue, setSample } from './layouts';

const forward: CaretMove = { kind: 'line', direction: 'forward' };
const backward: CaretMove = { kind: 'line', direction: 'backward' };

function firstArticle(): (typeof issue.articles)[number] {
  const [article] = issue.articles;
  if (article === undefined) throw new Error('the sample has no article');
  return article;
}

test('lets the arrows follow the columns in 竖排', () => {
  const move = (key: string): CaretMove | null => caretMove({ key, by: 'character' }, 'vertical');
  expect(move('ArrowDown')).toEqual({ kind: 'unit', unit: 'character', direction: 'forward' });
  expect(move('ArrowUp')).toEqual({ kind: 'unit', unit: 'character', direction: 'backward' });
  expect(move('ArrowLeft')).toEqual(forward);
  expect(move('ArrowRight')).toEqual(backward);
});

test('lets the arrows follow the lines in 横排', () => {
  const move = (key: string): CaretMove | null => caretMove({ key, by: 'character' }, 'horizontal');
  expect(move('ArrowRight')).toEqual({ kind: 'unit', unit: 'character', direction: 'forward' });
  expect(move('ArrowDown')).toEqual(forward);
});

test('goes by words and paragraphs with the word key', () => {
  expect(caretMove({ key: 'ArrowDown', by: 'word' }, 'vertical')).toMatchObject({ unit: 'word' });
  expect(caretMove({ key: 'ArrowLeft', by: 'word' }, 'vertical')).toMatchObject({ unit: 'paragraph' });
});

test('goes by sentences with the key beside it', () => {
  const held = { ctrlKey: false, altKey: false, metaKey: false };
  expect(caretUnit({ ...held, ctrlKey: true }, false)).toBe('word');
  expect(caretUnit({ ...held, altKey: true }, false)).toBe('sentence');
  expect(caretUnit({ ...held, altKey: true }, true)).toBe('word');
  expect(caretUnit({ ...held, metaKey: true }, true)).toBe('sentence');
  expect(caretMove({ key: 'ArrowRight', by: 'sentence' }, 'horizontal')).toMatchObject({
    unit: 'sentence',
    direction: 'forward',
  });
});

test('has no move for other keys', () => {
  expect(caretMove({ key: 'x', by: 'character' }, 'vertical')).toBeNull();
});

describe.each(directions)('%s', (direction) => {
  const { index } = setSample(direction);
  const article = firstArticle();

  test('walks through the whole article, character by character', () => {
    const next: CaretMove = { kind: 'unit', unit: 'character', direction: 'forward' };
    let offset = 0;
    let steps = 0;
    while (offset < article.text.length) {
      const moved = moveCaret(index, article, offset, next, null).offset;
      expect(moved).toBeGreaterThan(offset);
      offset = moved;
      steps++;
    }
    expect(steps).toBe([...article.text].length);
  });

  test('keeps its place along the line from line to line, over a shorter one too', () => {
    const start = article.text.indexOf('有序实施');
    const line = lineAt(index, article.articleId, start);
    if (line === null) throw new Error('the passage stands nowhere');
    const goal = inlineOf(line, start) - line.rect.inline;
    let caret = { offset: start, goal: null as number | null };
    for (let count = 0; count < 12; count++) {
      caret = moveCaret(index, article, caret.offset, forward, caret.goal);
    }
    expect(caret.goal).toBeCloseTo(goal);
    const reached = lineAt(index, article.articleId, caret.offset);
    expect(reached?.index).toBe(line.index + 12);
    for (let count = 0; count < 12; count++) {
      caret = moveCaret(index, article, caret.offset, backward, caret.goal);
    }
    expect(caret.offset).toBe(start);
  });

  test('goes to both ends of a line and stays on it', () => {
    const start = article.text.indexOf('有序实施');
    const line = lineAt(index, article.articleId, start);
    const home = moveCaret(index, article, start, { kind: 'line-end', direction: 'backward' }, null).offset;
    const end = moveCaret(index, article, start, { kind: 'line-end', direction: 'forward' }, null).offset;
    expect(home).toBe(line?.line.start);
    expect(lineAt(index, article.articleId, end)?.index).toBe(line?.index);
  });

  test('does not leave the article', () => {
    const last = moveCaret(index, article, article.text.length, forward, null).offset;
    expect(last).toBe(article.text.length);
    expect(moveCaret(index, article, 0, backward, null).offset).toBe(0);
  });
});
