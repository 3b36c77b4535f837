import fc from 'fast-check';
import { expect, test } from 'vitest';
import { targetSchema } from '../../../src-core/annotation/annotation';
import {
  anchorTarget,
  describePassages,
  joinRanges,
  passagesOf,
  quoteOf,
} from '../../../src-core/annotation/passages';

const text = '𦦙河两岸稻花香，农民正抢收。';
const span = (start: number, end: number) => ({ start, end });

test('reads several passages as one quotation', () => {
  const target = describePassages(text, [span(7, 9), span(0, 3)]);
  expect(target === null ? null : quoteOf({ target })).toBe('𦦙河……香，');
});

test('has none where nothing is given, nor more than a mark can have', () => {
  expect(describePassages(text, [span(3, 3)])).toBeNull();
  const many = Array.from({ length: 101 }, (_, at) => span(2 * at, 2 * at + 1));
  expect(describePassages('字'.repeat(300), many)).toBeNull();
  expect(describePassages('字'.repeat(300), many.slice(1))).not.toBeNull();
});

const anyRanges = fc.array(
  fc.tuple(fc.nat({ max: text.length }), fc.nat({ max: text.length })).map(([one, other]) => ({
    start: Math.min(one, other),
    end: Math.max(one, other),
  })),
  { minLength: 1, maxLength: 8 },
);

test('joins ranges to what they cover, in order, none touching another', () => {
  fc.assert(
    fc.property(anyRanges, (ranges) => {
      const joined = joinRanges(ranges);
      const covers = (list: typeof ranges, at: number): boolean =>
        list.some(({ start, end }) => start <= at && at < end);
      for (let at = 0; at < text.length; at++) expect(covers([...joined], at)).toBe(covers(ranges, at));
      for (const [index, { start }] of joined.entries()) {
        expect(start).toBeGreaterThan(joined[index - 1]?.end ?? -1);
      }
    }),
  );
});

test('passages survive serialisation, and are found where they stand', () => {
  fc.assert(
    fc.property(anyRanges, (ranges) => {
      const target = describePassages(text, ranges);
      fc.pre(target !== null);
      if (target === null) return;
      const read = targetSchema.parse(JSON.parse(JSON.stringify(target)));
      expect(read).toEqual(target);
      const stood = passagesOf(read).map(({ position }) => span(position.start, position.end));
      expect(anchorTarget(text, read)).toEqual({ ranges: stood, confidence: 1 });
      expect(joinRanges(stood)).toEqual(stood);
      expect(stood.some(({ start, end }) => /\p{Cs}/u.test(text.slice(start, end)))).toBe(false);
    }),
  );
});

test('a mark that lost one passage stands at the others, and is not sure', () => {
  const long = '今年风调雨顺，亩产比去年多了三成，运河两岸的稻田里，农民们正在抢收晚稻，颗粒归仓。';
  const target = describePassages(long, [span(0, 6), span(26, 35)]);
  if (target === null) throw new Error('no target');
  const corrected = long.slice(0, 20);
  expect(anchorTarget(corrected, target)).toEqual({ ranges: [span(0, 6)], confidence: 0 });
  expect(anchorTarget('全不相干', target)).toBeNull();
});
