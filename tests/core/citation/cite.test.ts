import { describe, expect, it } from 'vitest';
import { citeSource, quotePassage, sourceFacts, type SourceFacts } from '../../../src-core/citation/cite';
import { articleTitle } from '../../../src-core/publication/article-text';
import {
  articleIdSchema,
  issueIdSchema,
  type Article,
  type Issue,
} from '../../../src-core/publication/issue';

const whole: SourceFacts = {
  authors: ['徐梦超', '史莲'],
  title: '市委联动巡察组进驻武进',
  publication: '武进日报',
  date: '2022-10-11',
  page: '1',
};

describe('a source after GB/T 7714', () => {
  it('names author, title, newspaper, date and page', () => {
    expect(citeSource(whole, 'gbt7714')).toBe(
      '徐梦超, 史莲. 市委联动巡察组进驻武进[N]. 武进日报, 2022-10-11(1).',
    );
  });

  it('says 等 of more than three authors', () => {
    expect(citeSource({ authors: ['甲', '乙', '丙', '丁'], title: '题' }, 'gbt7714')).toBe(
      '甲, 乙, 丙, 等. 题[N].',
    );
  });

  it.each<[Partial<SourceFacts>, string]>([
    [{ authors: [] }, '市委联动巡察组进驻武进[N]. 武进日报, 2022-10-11(1).'],
    [{ publication: '武进日报' }, '武进日报.'],
    [{ date: '2022-10-11' }, '2022-10-11.'],
    [{ page: '3' }, '(3).'],
    [{}, ''],
  ])('leaves out what is not stated: %j', (facts, expected) => {
    const isEmptied = Object.keys(facts).join() === 'authors';
    const given: SourceFacts = isEmptied ? { ...whole, ...facts } : { authors: [], ...facts };
    expect(citeSource(given, 'gbt7714')).toBe(expected);
  });
});

describe('a source as a footnote', () => {
  it('is written as in Chinese books', () => {
    expect(citeSource(whole, 'footnote')).toBe(
      '徐梦超、史莲：《市委联动巡察组进驻武进》，《武进日报》2022年10月11日，第1版。',
    );
  });

  it('turns book marks within a title into single ones', () => {
    expect(citeSource({ authors: [], title: '读《春秋》' }, 'footnote')).toBe('《读〈春秋〉》。');
  });

  it('leaves out what is not stated', () => {
    expect(citeSource({ authors: ['甲'], page: 'A2' }, 'footnote')).toBe('甲，第A2版。');
    expect(citeSource({ authors: [] }, 'footnote')).toBe('');
  });
});

describe('a passage with its source', () => {
  it('stands over it', () => {
    expect(quotePassage('原文', { authors: ['甲'], title: '题' }, 'gbt7714')).toBe('原文\n甲. 题[N].');
  });

  it('is the passage alone where nothing is stated', () => {
    for (const form of ['gbt7714', 'footnote'] as const) {
      expect(quotePassage('原文', { authors: [] }, form)).toBe('原文');
    }
    expect(quotePassage('原文', { authors: [] }, 'markdown')).toBe('> 原文');
  });

  it('is a quotation of Markdown, whose signs mean themselves', () => {
    expect(quotePassage('一*二*\n# 三', { authors: ['甲'] }, 'markdown')).toBe(
      '> 一\\*二\\*\n>\n> \\# 三\n>\n> —— 甲。',
    );
  });
});

describe('what an issue states of an article', () => {
  const article: Article = {
    articleId: articleIdSchema.parse('a1'),
    type: 'article',
    text: '引题\n主题一\n主题二\n正文',
    blocks: [
      { role: 'kicker', start: 0, end: 2 },
      { role: 'headline', start: 3, end: 6 },
      { role: 'headline', start: 7, end: 10 },
      { role: 'paragraph', start: 11, end: 13 },
    ],
    byline: { reporters: ['甲', ' '] },
  };
  const issue: Issue = {
    issueId: issueIdSchema.parse('i1'),
    pages: [{ number: '第3版', articleIds: [article.articleId] }],
    articles: [article],
    source: { fileName: 'a.txt', sha256: '', encoding: 'utf-8' },
    imported: '2026-01-01T00:00:00.000Z',
  };

  it('is its headline in one line, its reporters and its page', () => {
    expect(sourceFacts(issue, article)).toEqual({ authors: ['甲'], title: '主题一 主题二', page: '3' });
  });

  it.each([
    ['通　告', '通告'],
    ['公 告', '公告'],
    ['春 天 里', '春天里'],
    ['老李 老张', '老李 老张'],
  ])('names %s, in print set apart to fill its line, %s', (printed, title) => {
    const spaced: Article = {
      ...article,
      text: printed,
      blocks: [{ role: 'headline', start: 0, end: printed.length }],
    };
    expect(sourceFacts(issue, spaced)).toMatchObject({ title });
    expect(articleTitle(spaced)).toBe(title);
  });

  it('is never a title made of its text', () => {
    const untitled: Article = { ...article, blocks: [{ role: 'paragraph', start: 0, end: 13 }] };
    expect(sourceFacts({ ...issue, pages: [] }, untitled)).toEqual({ authors: ['甲'] });
  });
});
