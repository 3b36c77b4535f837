// From text to places on the page and back.
import { describe, expect, test } from 'vitest';
import { layoutIssue } from '../../../src-core/typesetting/layout-issue';
import { defaultStyle, type PageSpec } from '../../../src-core/typesetting/page-spec';
import { offsetToCell, pointToOffset } from '../../../src-core/typesetting/point-to-offset';
import { rangeToQuads } from '../../../src-core/typesetting/range-to-quads';
import { articleIdOf, buildIssue } from '../../builders/issue';
import { readingText } from '../../../src-core/typesetting/reading-text';
import { plainLatinMetrics } from '../../builders/latin-metrics';

const spec: PageSpec = {
  direction: 'vertical',
  inlineSize: 10,
  blockSize: Infinity,
  linePitch: 1.5,
  tierGap: 1,
  measure: { min: 10, max: 10 },
  style: defaultStyle,
};
const article = articleIdOf('a1');

function laid(text: string, direction: PageSpec['direction'] = 'vertical') {
  return layoutIssue(
    buildIssue([{ parts: [['paragraph', text]] }]),
    { ...spec, direction },
    plainLatinMetrics,
  );
}

const ten = '春夏秋冬山川日月星辰';

/** Lines of nine, ten and six characters, the first indented by one. */
const threeLines = ten + ten + ten.slice(0, 5);

describe('quads', () => {
  test('are one for each line, 1 em thick in the middle of the pitch', () => {
    expect(rangeToQuads(laid(threeLines), article, { start: 6, end: 11 })).toEqual([
      { page: 0, inline: 7, block: 0.25, inlineSize: 3, blockSize: 1, range: { start: 6, end: 9 } },
      { page: 0, inline: 0, block: 1.75, inlineSize: 2, blockSize: 1, range: { start: 9, end: 11 } },
    ]);
  });

  test('are the same in both directions', () => {
    const range = { start: 3, end: 15 };
    expect(rangeToQuads(laid(threeLines, 'horizontal'), article, range)).toEqual(
      rangeToQuads(laid(threeLines), article, range),
    );
  });

  test('cover letters of a Latin word and halves of a dash', () => {
    const layout = laid('春Boeing——夏');
    const [word] = rangeToQuads(layout, article, { start: 2, end: 4 });
    expect(word?.inline).toBeCloseTo(1 + 1 + 0.25 + 0.7);
    expect(word?.inlineSize).toBeCloseTo(1);
    const [dash] = rangeToQuads(layout, article, { start: 8, end: 9 });
    expect(dash?.inlineSize).toBeCloseTo(1);
  });

  test('cover figures that share a cell together', () => {
    const [quad] = rangeToQuads(laid('春12夏'), article, { start: 2, end: 3 });
    expect(quad).toMatchObject({ inline: 2, inlineSize: 1 });
  });

  test('cover both halves of a character outside the basic plane', () => {
    const [quad] = rangeToQuads(laid('春𦦙夏'), article, { start: 1, end: 3 });
    expect(quad).toMatchObject({ inline: 2, inlineSize: 1 });
  });

  test('are none for an empty range, a line feed or an unknown article', () => {
    const layout = layoutIssue(
      buildIssue([
        {
          parts: [
            ['byline', '本报讯（记者 甲）'],
            ['paragraph', '春夏'],
          ],
        },
      ]),
      spec,
      plainLatinMetrics,
    );
    expect(rangeToQuads(layout, article, { start: 2, end: 2 })).toEqual([]);
    expect(rangeToQuads(layout, article, { start: 9, end: 10 })).toEqual([]);
    expect(rangeToQuads(layout, articleIdOf('other'), { start: 0, end: 9 })).toEqual([]);
  });
});

test.each([
  ['本报讯', 5],
  ['新华社北京电', 8],
  ['本报讯（记者 甲）', 9],
])(
  'a report that runs on behind %s begins a cell of white behind it, or behind its bracket',
  (byline, inline) => {
    const parts = [
      ['byline', byline],
      ['paragraph', '春夏秋冬'],
    ] as const;
    const layout = layoutIssue(buildIssue([{ parts }]), spec, plainLatinMetrics);
    const first = offsetToCell(layout, article, byline.length + 1);
    expect(first?.cell.text).toBe('春');
    expect(first?.point.inline).toBeCloseTo(inline);
    expect(readingText(layout, article)).toBe(`${byline}\n春夏秋冬`);
  },
);

describe('points', () => {
  const layout = laid(threeLines);
  const at = (inline: number, block: number) => pointToOffset(layout, 0, { inline, block })?.offset;

  test('lead to the start of a character in its first half, to its end in its second', () => {
    expect([at(3.4, 0.7), at(3.6, 0.7)]).toEqual([2, 3]);
  });

  test('beside the text lead to the nearest line', () => {
    expect([at(-5, 0.7), at(50, 0.7), at(4.1, -9), at(4.1, 99)]).toEqual([0, 9, 3, 23]);
  });

  test('are null on a page that is not there', () => {
    expect(pointToOffset(layout, 3, { inline: 0, block: 0 })).toBeNull();
  });

  test('are found for the places of text', () => {
    expect(offsetToCell(layout, article, 11)).toMatchObject({
      page: 0,
      cell: { text: '夏', start: 11 },
      point: { inline: 2, block: 2.25 },
    });
    expect(offsetToCell(layout, articleIdOf('other'), 0)).toBeNull();
  });
});
