import { describe, expect, test } from 'vitest';
import { unitAround, unitBoundary } from '../../src-renderer/reader/text-units';

const text = '标题\n他说：“今天好。”明天呢？再见\n末段𦦙字e\u0301完';
const article = { text, blocks: [] };

function around(words: string, unit: Parameters<typeof unitAround>[2]): string {
  const { start, end } = unitAround(article, text.indexOf(words), unit);
  return text.slice(start, end);
}

describe('what stands around an offset', () => {
  test('takes the closing quote with its sentence', () => {
    expect(around('今', 'sentence')).toBe('他说：“今天好。”');
    expect(around('明', 'sentence')).toBe('明天呢？');
  });

  test('ends a sentence with its paragraph', () => {
    expect(around('再', 'sentence')).toBe('再见');
  });

  test('takes a whole paragraph without its line feed', () => {
    expect(around('好', 'paragraph')).toBe('他说：“今天好。”明天呢？再见');
    expect(around('标', 'paragraph')).toBe('标题');
  });

  test('takes a word', () => {
    expect(around('今', 'word')).toBe('今天');
  });

  test('takes a character with its marks, and a rare one whole', () => {
    expect(around('𦦙', 'character')).toBe('𦦙');
    expect(around('e', 'character')).toBe('e\u0301');
  });
});

describe('going by units', () => {
  test('comes back to where it started', () => {
    const start = text.indexOf('𦦙');
    const next = unitBoundary(article, start, 'character', 'forward');
    expect(next).toBe(start + 2);
    expect(unitBoundary(article, next, 'character', 'backward')).toBe(start);
  });

  test('goes from sentence to sentence', () => {
    const start = text.indexOf('他说');
    expect(unitBoundary(article, start, 'sentence', 'forward')).toBe(text.indexOf('明天'));
    expect(unitBoundary(article, text.indexOf('明天'), 'sentence', 'backward')).toBe(start);
  });

  test('stops at the ends of the text', () => {
    for (const unit of ['character', 'word', 'sentence', 'paragraph'] as const) {
      expect(unitBoundary(article, text.length, unit, 'forward')).toBe(text.length);
      expect(unitBoundary(article, 0, unit, 'backward')).toBe(0);
    }
  });
});
