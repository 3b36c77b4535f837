import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorSelectors, findQuote } from '../../../src-core/anchoring/anchor';
import { describeRange } from '../../../src-core/anchoring/describe-range';
import { findPassage } from '../../../src-core/anchoring/find-passage';

const newspaperText = fc
  .array(fc.constantFrom('报', '纸', '，', '。', '\n', '𦦙', '1', 'A', '“', '”', '学习'), {
    minLength: 1,
    maxLength: 200,
  })
  .map((pieces) => pieces.join(''));

const textAndRange = newspaperText.chain((text) =>
  fc
    .tuple(fc.nat({ max: text.length - 1 }), fc.nat({ max: text.length }))
    .map(([a, b]) => ({ text, range: { start: Math.min(a, b), end: Math.max(a, b) } })),
);

describe('describeRange and anchorSelectors', () => {
  it('find every range again in the same text', () => {
    fc.assert(
      fc.property(textAndRange, ({ text, range }) => {
        fc.pre(range.start < range.end);
        const selectors = describeRange(text, range);
        const anchor = anchorSelectors(text, selectors);
        expect(anchor).toEqual({
          range: { start: selectors.position.start, end: selectors.position.end },
          found: 'position',
          confidence: 1,
        });
      }),
    );
  });

  it('never cut a character outside the BMP', () => {
    fc.assert(
      fc.property(textAndRange, ({ text, range }) => {
        const { quote } = describeRange(text, range);
        for (const part of [quote.exact, quote.prefix, quote.suffix]) {
          expect(part).not.toMatch(/\p{Surrogate}/u);
        }
      }),
    );
  });

  it('follow a passage when text is inserted above it', () => {
    const text = '区领导参加活动。全区上下做好工作。';
    const selectors = describeRange(text, { start: 8, end: 12 });
    const corrected = `本报讯\n${text}`;
    expect(anchorSelectors(corrected, selectors)).toMatchObject({
      range: { start: 12, end: 16 },
      found: 'quote',
    });
  });

  it('choose the repeated phrase whose surroundings agree', () => {
    const text = '甲强调学习，乙强调学习，丙强调学习。';
    const start = text.indexOf('乙') + 3;
    const selectors = describeRange(text, { start, end: start + 2 });
    const corrected = `导语强调学习，${text}`;
    expect(anchorSelectors(corrected, selectors)?.range.start).toBe(start + 7);
  });

  it('give null for a passage whose words are gone', () => {
    const selectors = describeRange('党的二十大', { start: 0, end: 5 });
    expect(anchorSelectors('别的文字', selectors)).toBeNull();
  });
});

describe('findQuote', () => {
  it('gives overlapping places too', () => {
    expect(findQuote('哈哈哈', '哈哈').map(({ start }) => start)).toEqual([0, 1]);
  });

  it('finds an empty quote nowhere', () => {
    expect(findQuote('报纸', '')).toEqual([]);
  });
});

describe('findPassage', () => {
  it('finds a quote that was copied with line breaks of its own', () => {
    const text = '以“一脉两核五园多点”为结构布局';
    expect(findPassage(text, { quote: '一脉两核\n五园 多点' })).toEqual([{ start: 2, end: 10 }]);
  });

  it('finds a quote that runs over a paragraph end', () => {
    const text = '第一段。\n第二段。';
    expect(findPassage(text, { quote: '段。第二' })).toEqual([{ start: 2, end: 7 }]);
  });

  it('tells places apart by what stands before and after', () => {
    const text = '甲说学习好。乙说学习难。';
    expect(findPassage(text, { quote: '学习' })).toHaveLength(2);
    expect(findPassage(text, { quote: '学习', prefix: '乙说' })).toEqual([{ start: 8, end: 10 }]);
    expect(findPassage(text, { quote: '学习', suffix: '好' })).toEqual([{ start: 2, end: 4 }]);
  });
});
