// An issue that shows every point of the acceptance list of vertical typesetting that ink can tell, in lines of twenty
// characters. Most of it is 国, whose box tells where each cell stands; what is between them is what a point is about.
// The places that are expected are reckoned by hand from the rules, not by the engine.
import { describeRange } from '../../src-core/anchoring/describe-range';
import { annotationSchema, type Annotation } from '../../src-core/annotation/annotation';
import { issueIdSchema, type Issue } from '../../src-core/publication/issue';
import { buildIssue, type ArticleParts } from './issue';

/** Characters in a line; a paragraph's first has two fewer. */
export const measure = 20;

/** Where the 国 of a line stand, in em from its start; null where nothing is asked of it. */
export type ExpectedLine = readonly number[] | null;

export type PointParagraph = {
  /** Numbers of the acceptance list. */
  readonly points: readonly number[];
  readonly text: string;
  readonly lines: readonly ExpectedLine[];
};

const fill = (count: number): string => '国'.repeat(count);

/** So many places from `from` on, each a step further. */
function row(count: number, from: number, step = 1): readonly number[] {
  return Array.from({ length: count }, (_, at) => from + at * step);
}

/** A first line of so few characters that it is spread, its last one at the line's end. */
const spread = (count: number): readonly number[] => row(count, 2, 17 / (count - 1));

const pushedOut = (sign: string, second: readonly number[]): PointParagraph => ({
  points: [12],
  text: `${fill(18)}${sign}${fill(2)}`,
  lines: [spread(17), second],
});

const markedText = `${fill(17)}「国国」`;

const always: readonly PointParagraph[] = [
  { points: [1, 2, 3, 5], text: fill(48), lines: [row(18, 2), row(20, 0), row(10, 0)] },
  { points: [6], text: `「${fill(3)}」${fill(2)}`, lines: [[2.5, 3.5, 4.5, 6.5, 7.5]] },
  { points: [7], text: `${fill(18)}「${fill(3)}」国`, lines: [row(18, 2), [0.5, 1.5, 2.5, 4.5]] },
  { points: [16], text: `国…………国`, lines: [[2, 7]] },
  {
    points: [19],
    text: `${fill(7)}～${fill(8)}12345678`,
    lines: [[...row(7, 2, 15 / 13), ...row(8, 2 + 90 / 13 + 2, 15 / 13)], null],
  },
  { points: [21], text: '国“Boeing 737”国', lines: [null] },
  { points: [25, 26], text: '国——国……国', lines: [[2, 5, 8]] },
  { points: [27], text: '国？！国！！！国', lines: [[2, 4, 7]] },
  { points: [28], text: '国12国100国', lines: [[2, 4, 6]] },
  { points: [30, 31], text: '国GDP国Boeing国，Boeing国', lines: [null] },
  // % is as large as 国.
  { points: [32], text: `${fill(17)}3.5%${fill(2)}`, lines: [spread(17), [1, 2, 3]] },
  { points: [32], text: `${fill(17)}￥100${fill(2)}`, lines: [spread(17), [2, 3]] },
  { points: [2, 36], text: fill(19), lines: [spread(17), [0, 1]] },
  { points: [13, 33, 34], text: markedText, lines: [spread(17), [0.5, 1.5]] },
];

/** As the Mainland sets it, which is how a first start does. */
const plainPoints: readonly PointParagraph[] = [
  ...always,
  { points: [8], text: `${fill(17)}，${fill(3)}`, lines: [row(17, 2, 1 + 0.5 / 17), [0, 1, 2]] },
  { points: [9], text: '国。」国》（国」』，国', lines: [[2, 4.5, 7, 10]] },
  { points: [10], text: '国：「国」国！国？国；国', lines: [[2, 4.5, 6.5, 8.5, 10.5, 12.5]] },
  { points: [10], text: `${fill(17)}：${fill(2)}`, lines: [row(17, 2), [0, 1]] },
  { points: [11], text: '国·国／国', lines: [[2, 3.5, 5]] },
  ...'。、：！」》'.split('').map((sign) => pushedOut(sign, [0, 2, 3])),
  pushedOut('～', [0, 2, 3]),
  pushedOut('·', [0, 1.5, 2.5]),
  { points: [14], text: `${fill(17)}／${fill(2)}`, lines: [spread(16), [0, 1.5, 2.5]] },
  { points: [15, 16], text: `${fill(17)}——${fill(2)}`, lines: [spread(17), [2, 3]] },
  { points: [15, 16], text: `${fill(17)}……${fill(2)}`, lines: [spread(17), [2, 3]] },
  {
    points: [17],
    text: `${fill(9)}，${fill(8)}。${fill(3)}`,
    lines: [
      [...row(9, 2), ...row(8, 11.5)],
      [0, 1, 2],
    ],
  },
  {
    points: [18],
    text: `${fill(6)}（国）国，${fill(7)}。${fill(3)}`,
    lines: [
      [...row(6, 2), 8.75, 10.5, ...row(7, 12.5)],
      [0, 1, 2],
    ],
  },
  { points: [20], text: '国“国”国‘国’国', lines: [[2, 4, 6, 8, 10]] },
  { points: [23], text: '国，国。国、国', lines: [[2, 4, 6, 8]] },
  { points: [24], text: '国（国）国～国', lines: [[2, 4, 6, 8]] },
  { points: [29], text: '国1949国', lines: [[2, 7]] },
  { points: [32], text: `${fill(16)}1949国`, lines: [spread(16), [4]] },
  { points: [35], text: '国《国国》国', lines: [[2, 4, 5, 7]] },
];

/** As Taiwan and Hong Kong set it, marks kept from the heads of lines strictly, figures on their side, titles by a wavy line. */
const otherPoints: readonly PointParagraph[] = [
  ...always,
  { points: [8], text: `${fill(17)}，${fill(3)}`, lines: [row(17, 2), [0, 1, 2]] },
  { points: [9], text: '国。」国》（国」』，国', lines: [[2, 4.75, 7.25, 10.25]] },
  { points: [11], text: '国·国', lines: [[2, 4]] },
  { points: [15, 16], text: `${fill(17)}——${fill(2)}`, lines: [spread(16), [0, 3, 4]] },
  { points: [15, 16], text: `${fill(17)}……${fill(2)}`, lines: [spread(16), [0, 3, 4]] },
  { points: [20], text: '国“国”国‘国’国', lines: [[2, 4, 6, 8, 10]] },
  { points: [23], text: '国，国。国、国', lines: [[2, 4, 6, 8]] },
  { points: [29], text: '国1949国', lines: [null] },
  { points: [35], text: '国《国国》国', lines: [[2, 3, 4, 5]] },
];

export const pointParagraphs = { plain: plainPoints, other: otherPoints } as const;

export const pointStyles = {
  plain: { region: 'GB', prohibition: 'gb', fourDigits: 'upright', titles: 'marks' },
  other: { region: 'CNS', prohibition: 'strict', fourDigits: 'rotate', titles: 'wavy' },
} as const;

/** The points that ink tells in each style: all but the text's own characters (22) and what stands about the pages (40). */
export const inkPoints = {
  plain: Array.from({ length: 39 }, (_, at) => at + 1).filter((point) => point !== 22),
  other: [
    1,
    2,
    3,
    4,
    5,
    6,
    7,
    8,
    9,
    11,
    13,
    15,
    16,
    19,
    20,
    21,
    23,
    ...Array.from({ length: 15 }, (_, at) => at + 25),
  ],
} as const;

/** The paragraphs as one article, and another with a headline of three parts. */
export function pointsIssue(style: keyof typeof pointStyles): Issue {
  const articles: readonly ArticleParts[] = [
    { parts: pointParagraphs[style].map(({ text }) => ['paragraph', text]) },
    {
      parts: [
        ['kicker', '国国国国'],
        ['headline', '国国国国'],
        ['deck', '国国国国'],
        ['paragraph', fill(118)],
      ],
    },
  ];
  const issue = buildIssue(articles, { date: style === 'plain' ? '2022-10-11' : '2022-10-12' });
  return { ...issue, issueId: issueIdSchema.parse(`points-${style}`) };
}

/** Dots beside four characters and lines beside two names that follow each other, in a line that is spread. */
export function pointsMarks({ issueId, articles: [article] }: Issue): readonly Annotation[] {
  if (article === undefined) throw new Error('the issue has no article');
  const start = article.text.indexOf(markedText);
  return (
    [
      ['emphasis', 2, 6],
      ['underline', 8, 10],
      ['underline', 10, 12],
    ] as const
  ).map(([style, from, to], at) =>
    annotationSchema.parse({
      annotationId: `m${at}`,
      issueId,
      articleId: article.articleId,
      target: describeRange(article.text, { start: start + from, end: start + to }),
      style,
      color: 'gamboge',
      tags: [],
      note: '',
      author: '',
      created: '2022-10-12T01:00:00.000Z',
      modified: '2022-10-12T02:00:00.000Z',
    }),
  );
}
