import { describe, expect, it } from 'vitest';
import { annotationIdSchema, type Annotation } from '../../../src-core/annotation/annotation';
import { describeRange } from '../../../src-core/anchoring/describe-range';
import { issueIdSchema, type Issue } from '../../../src-core/publication/issue';
import {
  joinToFormer,
  moveMaterial,
  orderMaterials,
  trimPassage,
} from '../../../src-core/study/arrange-materials';
import { checkPassage, stateOf } from '../../../src-core/study/check-excerpt';
import {
  collectMarks,
  collectSentences,
  withExcerpts,
  type MarkQuery,
} from '../../../src-core/study/collect-marks';
import { materialIdSchema, type Material, type MaterialId } from '../../../src-core/study/study-day';
import { buildIssue } from '../../builders/issue';
import { excerptOf, headingOf } from '../../builders/study-day';

const first = '秋收时节，稻谷满仓。“今年收成好！”老农说。';
const second = '水利工程完工，灌溉良田万亩。';
const issue = buildIssue(
  [
    {
      parts: [
        ['headline', '丰收'],
        ['paragraph', first],
        ['paragraph', second],
      ],
    },
    {
      parts: [
        ['headline', '学校'],
        ['paragraph', '秋季开学，稻田里的課堂。'],
      ],
    },
  ],
  { date: '2022-10-11' },
);

function counter(): () => MaterialId {
  let count = 0;
  return () => materialIdSchema.parse(`m${++count}`);
}

function markOn(words: string, given: Partial<Annotation> = {}): Annotation {
  const article = issue.articles.find(({ text }) => text.includes(words)) ?? issue.articles[0];
  if (article === undefined) throw new Error('the issue has no article');
  const start = article.text.indexOf(words);
  return {
    annotationId: annotationIdSchema.parse(`mark-${start}-${article.articleId}`),
    issueId: issue.issueId,
    articleId: article.articleId,
    target: describeRange(article.text, { start, end: start + words.length }),
    style: 'highlight',
    color: 'gamboge',
    tags: [],
    note: '',
    author: '甲',
    created: '2026-01-01T00:00:00.000Z',
    modified: '2026-01-01T00:00:00.000Z',
    ...given,
  };
}

function words(materials: readonly Material[]): readonly string[] {
  return materials.map((material) =>
    material.kind === 'heading'
      ? `# ${material.text}`
      : material.passages.map(({ quote }) => quote.exact).join('|'),
  );
}

describe('collectMarks', () => {
  const marks = [
    markOn('稻田', { tags: ['农业/水稻'], color: 'malachite', note: '想起从前的課堂' }),
    markOn('灌溉', { tags: ['水利'], author: '乙' }),
    markOn('稻谷满仓', { tags: ['农业'] }),
    markOn('老农', { tags: ['农业'], removed: '2026-01-02T00:00:00.000Z' }),
  ];
  const collected = (query: MarkQuery): readonly string[] =>
    words(collectMarks(issue, marks, query, counter()));

  it('collects by tag, with the tags below it, in the order of the text', () => {
    expect(collected({ tags: ['农业'] })).toEqual(['稻谷满仓', '稻田']);
  });

  it('collects by colour, author, date and words, in any printed form', () => {
    expect(collected({ colors: ['malachite'] })).toEqual(['稻田']);
    expect(collected({ authors: ['乙'] })).toEqual(['灌溉']);
    expect(collected({ from: '2022-10-12' })).toEqual([]);
    expect(collected({ from: '2022-10-11', to: '2022-10-11', authors: ['甲'] })).toEqual([
      '稻谷满仓',
      '稻田',
    ]);
    expect(collected({ words: '课堂' })).toEqual(['稻田']);
  });

  it('keeps the words of a mark whose place is gone', () => {
    const lost = markOn('稻田', {
      target: {
        position: { type: 'TextPositionSelector', start: 0, end: 4 },
        quote: { type: 'TextQuoteSelector', exact: '不在此处', prefix: '', suffix: '' },
      },
    });
    expect(words(collectMarks(issue, [lost], {}, counter()))).toEqual(['不在此处']);
  });

  it('adds nothing twice, neither a mark nor a place', () => {
    const once = withExcerpts([], collectMarks(issue, marks, {}, counter()));
    expect(withExcerpts(once, collectMarks(issue, marks, {}, counter()))).toEqual(once);
  });
});

describe('collectSentences', () => {
  it('takes the whole sentence of each hit, once, with its quotation marks', () => {
    const hits = collectSentences(issue, { words: '秋' }, counter());
    expect(words(hits)).toEqual(['秋收时节，稻谷满仓。', '秋季开学，稻田里的課堂。']);
    expect(words(collectSentences(issue, { words: '收成' }, counter()))).toEqual(['“今年收成好！”']);
  });
});

describe('arranging materials', () => {
  const excerpt = (text: string, materialId: string): ReturnType<typeof excerptOf> =>
    excerptOf(issue, text, { materialId });
  const later: Issue = {
    ...issue,
    issueId: issueIdSchema.parse('issue-0'),
    date: '2022-11-01',
  };
  const issues = new Map([issue, later].map((each) => [each.issueId, each]));

  it('orders what stands below each heading by date, or by article and place', () => {
    const materials = [
      excerptOf(later, '灌溉', { materialId: 'a' }),
      excerpt('开学', 'b'),
      headingOf('二', 'h'),
      excerpt('灌溉', 'c'),
      excerpt('秋收', 'd'),
    ];
    expect(words(orderMaterials(materials, 'date', issues))).toEqual([
      '开学',
      '灌溉',
      '# 二',
      '秋收',
      '灌溉',
    ]);
    expect(words(orderMaterials(materials, 'article', issues))).toEqual([
      '灌溉',
      '开学',
      '# 二',
      '秋收',
      '灌溉',
    ]);
  });

  it('moves a material by hand, and leaves alone one that is not there', () => {
    const materials = [excerpt('秋收', 'a'), excerpt('灌溉', 'b'), excerpt('开学', 'c')];
    const id = (name: string): MaterialId => materialIdSchema.parse(name);
    expect(words(moveMaterial(materials, id('c'), 0))).toEqual(['开学', '秋收', '灌溉']);
    expect(words(moveMaterial(materials, id('a'), 99))).toEqual(['灌溉', '开学', '秋收']);
    expect(moveMaterial(materials, id('x'), 0)).toBe(materials);
  });

  it('joins fragments of one article in the order of the text, and of two articles not', () => {
    const materials = [excerpt('灌溉', 'a'), excerpt('秋收', 'b'), excerpt('开学', 'c')];
    const joined = joinToFormer(materials, materialIdSchema.parse('b'));
    expect(words(joined)).toEqual(['秋收|灌溉', '开学']);
    expect(joinToFormer(joined, materialIdSchema.parse('c'))).toBe(joined);
    expect(joinToFormer(joined, materialIdSchema.parse('a'))).toBe(joined);
  });

  it('trims a passage to other words of the same text', () => {
    const [article] = issue.articles;
    if (article === undefined) throw new Error('no article');
    const start = article.text.indexOf('灌溉');
    const trimmed = trimPassage(excerpt(second, 'a'), 0, article.text, { start, end: start + 4 });
    expect(words([trimmed])).toEqual(['灌溉良田']);
    expect(checkPassage(article, trimmed.passages[0] ?? { ...markOn('稻田').target }).state).toBe('agrees');
  });
});

describe('checkPassage', () => {
  const [article] = issue.articles;
  if (article === undefined) throw new Error('no article');
  const passage = excerptOf(issue, second).passages[0] ?? markOn('稻田').target;

  it('agrees wherever the same words stand', () => {
    expect(checkPassage(article, passage).state).toBe('agrees');
    expect(checkPassage({ ...article, text: `新的开头。${article.text}` }, passage)).toMatchObject({
      state: 'agrees',
      range: { start: passage.position.start + 5 },
    });
  });

  it('tells what differs where the source was changed', () => {
    const changed = { ...article, text: article.text.replace('良田万亩', '良田千亩') };
    expect(checkPassage(changed, passage)).toMatchObject({
      state: 'differs',
      difference: { excerpt: '万', source: '千' },
    });
  });

  it('misses what is gone, with its article or out of it', () => {
    expect(checkPassage(null, passage)).toEqual({ state: 'missing' });
    expect(checkPassage({ ...article, text: '丰收\n别的话。' }, passage)).toEqual({ state: 'missing' });
  });

  it('gives the worst state of several passages', () => {
    expect(stateOf([{ state: 'agrees', range: { start: 0, end: 1 } }, { state: 'missing' }])).toBe('missing');
    expect(stateOf([{ state: 'agrees', range: { start: 0, end: 1 } }])).toBe('agrees');
  });
});
