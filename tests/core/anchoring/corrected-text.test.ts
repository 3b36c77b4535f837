// Marks in a text that is corrected under them. The random corrections know where every character went, so that a place
// is not only found but the right one.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorSelectors, proposePlaces } from '../../../src-core/anchoring/anchor';
import { describeRange } from '../../../src-core/anchoring/describe-range';
import type { TextRange } from '../../../src-core/text/offsets';

const text = readFileSync('resources/samples/wujin-2022-10-11.txt', 'utf8').slice(0, 9000);

type Correction = { readonly at: number; readonly kind: 'drop' | 'put' | 'change'; readonly unit: number };

const corrections = (most: number): fc.Arbitrary<readonly Correction[]> =>
  fc.array(
    fc.record({
      at: fc.nat({ max: text.length - 1 }),
      kind: fc.constantFrom('drop', 'put', 'change'),
      unit: fc.integer({ min: 0x4e00, max: 0x9fa5 }),
    }),
    { maxLength: most },
  );

/** Corrects the text, and tells where each of its offsets went. */
function correct(list: readonly Correction[]): {
  readonly corrected: string;
  readonly moved: (range: TextRange) => TextRange;
} {
  const byOffset = new Map(list.map((correction) => [correction.at, correction]));
  const places: number[] = [];
  let corrected = '';
  for (let at = 0; at < text.length; at++) {
    places.push(corrected.length);
    const correction = byOffset.get(at);
    if (correction === undefined) corrected += text.charAt(at);
    else if (correction.kind !== 'drop') {
      corrected += String.fromCharCode(correction.unit);
      if (correction.kind === 'put') corrected += text.charAt(at);
    }
  }
  places.push(corrected.length);
  return {
    corrected,
    moved: ({ start, end }) => ({ start: places[start] ?? 0, end: places[end] ?? 0 }),
  };
}

const passage = (least: number, most: number): fc.Arbitrary<TextRange> =>
  fc
    .tuple(fc.nat({ max: text.length - most - 1 }), fc.integer({ min: least, max: most }))
    .map(([start, length]) => ({ start, end: start + length }));

/** A correction at the edge of a passage may be counted to it or not. */
function isSamePlace(found: TextRange, wanted: TextRange): boolean {
  return Math.abs(found.start - wanted.start) <= 2 && Math.abs(found.end - wanted.end) <= 2;
}

function rateOf(least: number, most: number, mostCorrections: number): { right: number; wrong: number } {
  let right = 0;
  let wrong = 0;
  const runs = 300;
  for (const [range, list] of fc.sample(
    fc.tuple(passage(least, most), fc.array(corrections(mostCorrections), { minLength: 1, maxLength: 1 })),
    { numRuns: runs, seed: 20_221_011 },
  )) {
    const { corrected, moved } = correct(list.flat());
    const anchor = anchorSelectors(corrected, describeRange(text, range));
    if (anchor === null) continue;
    if (isSamePlace(anchor.range, moved(range))) right++;
    else wrong++;
  }
  return { right: right / runs, wrong: wrong / runs };
}

describe('a mark in a corrected text', () => {
  it('stands on its passage in 99 of 100 cases, up to 400 corrections in 9,000 characters', () => {
    const { right, wrong } = rateOf(8, 120, 400);
    expect(right).toBeGreaterThan(0.99);
    expect(wrong).toBe(0);
  });

  it('stands on its passage in 97 of 100 cases where the passage is two to seven characters long', () => {
    const { right, wrong } = rateOf(2, 7, 400);
    expect(right).toBeGreaterThan(0.97);
    expect(wrong).toBeLessThan(0.005);
  });

  it('stands on a passage of many paragraphs', () => {
    const { right, wrong } = rateOf(500, 1500, 400);
    expect(right).toBeGreaterThan(0.98);
    expect(wrong).toBe(0);
  });

  it('is an orphan when its passage is taken out, rather than attached elsewhere', () => {
    let attached = 0;
    for (const { start, end } of fc.sample(passage(2, 60), { numRuns: 300, seed: 7 })) {
      const without = text.slice(0, Math.max(0, start - 20)) + text.slice(end + 20);
      if (anchorSelectors(without, describeRange(text, { start, end })) !== null) attached++;
    }
    expect(attached).toBe(0);
  });

  it('says by its confidence how much of the passage was corrected', () => {
    const before = '会议强调，要坚持不懈推动绿色低碳发展，建立健全长效机制，抓好各项任务落实。';
    const range = { start: 5, end: 18 };
    const selectors = describeRange(before, range);
    const one = anchorSelectors(before.replace('低碳', '低炭'), selectors);
    const two = anchorSelectors(before.replace('低碳', '低炭').replace('推动', '推進'), selectors);
    expect(one).toMatchObject({ range, found: 'approximate' });
    expect(two).toMatchObject({ range, found: 'approximate' });
    expect(one?.confidence).toBeLessThan(1);
    expect(two?.confidence).toBeLessThan(one?.confidence ?? 0);
  });

  it('stays whole where a character outside the BMP was corrected', () => {
    fc.assert(
      fc.property(passage(6, 40), corrections(200), (range, list) => {
        const { corrected } = correct(list);
        const rare = corrected.replaceAll('区', '𦦙');
        const anchor = anchorSelectors(rare, describeRange(text, range));
        if (anchor === null) return;
        expect(rare.slice(anchor.range.start, anchor.range.end)).not.toMatch(/\p{Surrogate}/u);
      }),
      { numRuns: 60 },
    );
  });

  it('is not guessed between two places that are as good', () => {
    const selectors = describeRange('甲：学习好。', { start: 2, end: 4 });
    const twice = '新加的一行。\n甲：学习好。\n甲：学习好。';
    expect(anchorSelectors(twice, selectors)).toBeNull();
    expect(proposePlaces(twice, selectors).map(({ range }) => range.start)).toEqual([9, 16]);
  });
});

describe('the places proposed for an orphan', () => {
  it('are in the text, apart from one another, the surest first', () => {
    fc.assert(
      fc.property(passage(2, 60), corrections(900), (range, list) => {
        const { corrected } = correct(list);
        const places = proposePlaces(corrected, describeRange(text, range));
        const confidences = places.map(({ confidence }) => confidence);
        expect(confidences).toEqual(confidences.toSorted((a, b) => b - a));
        for (const [at, place] of places.entries()) {
          expect(place.range.start).toBeLessThan(place.range.end);
          expect(place.range.end).toBeLessThanOrEqual(corrected.length);
          expect(place.confidence).toBeGreaterThan(0);
          expect(place.confidence).toBeLessThanOrEqual(1);
          for (const other of places.slice(at + 1)) expect(other.range).not.toEqual(place.range);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('looking for a corrected passage', () => {
  it('takes bounded time in a text of a million characters', () => {
    const long = text.repeat(Math.ceil(1_000_000 / text.length)).slice(0, 1_000_000);
    const selectors = describeRange(text, { start: 100, end: 400 });
    const started = performance.now();
    anchorSelectors(`${long.replaceAll('的', '地')}完`, selectors);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('is undisturbed by a passage that is the whole of a long text', () => {
    const long = text.repeat(12);
    const selectors = describeRange(long, { start: 0, end: long.length });
    const anchor = anchorSelectors(long.replaceAll('的', '地'), selectors);
    expect(anchor?.range).toEqual({ start: 0, end: long.length });
  });
});
