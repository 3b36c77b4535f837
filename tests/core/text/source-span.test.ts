import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinSpans, sliceSpan, trimSpan, type SourceSpan } from '../../../src-core/text/source-span';

const source = '　　天地玄黄，\n宇宙洪荒。  日月盈昃';

function span(...ranges: readonly (readonly [number, number])[]): SourceSpan {
  return joinSpans(
    ranges.map(([start, end]) => ({ text: source.slice(start, end), ranges: [{ start, end }] })),
  );
}

function read({ ranges }: SourceSpan): string {
  return ranges.map(({ start, end }) => source.slice(start, end)).join('');
}

describe('a span', () => {
  it('keeps its places in the source when it is cut anywhere', () => {
    const whole = span([2, 7], [8, 13], [15, 19]);
    fc.assert(
      fc.property(fc.nat(whole.text.length), fc.nat(whole.text.length), (one, other) => {
        const [start, end] = one < other ? [one, other] : [other, one];
        const part = sliceSpan(whole, start, end);
        expect([part.text, read(part)]).toEqual([whole.text.slice(start, end), whole.text.slice(start, end)]);
      }),
    );
  });

  it('loses the white space at its ends, and its places with it', () => {
    const trimmed = trimSpan(span([0, 7]));
    expect(trimmed).toEqual({ text: '天地玄黄，', ranges: [{ start: 2, end: 7 }] });
  });
});
