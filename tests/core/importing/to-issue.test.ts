import { describe, expect, it } from 'vitest';
import { parsePageText } from '../../../src-core/importing/page-text/parse-page-text';
import { toIssue } from '../../../src-core/importing/to-issue';
import { articleIdSchema, issueIdSchema, issueSchema } from '../../../src-core/publication/issue';
import { ownPages, partyPaper, samplePage } from './pages';

const making = {
  issueId: issueIdSchema.parse('issue-1'),
  imported: '2026-01-02T03:04:05.000Z',
  source: { fileName: 'page.txt', sha256: '00', encoding: 'utf-8' },
};

describe('an issue made of a parsed page', () => {
  it('is valid, and its blocks lie end to end in the canonical text with one line feed between', () => {
    for (const page of [samplePage, ...ownPages]) {
      const issue = toIssue(parsePageText(page), making);
      expect(issueSchema.safeParse(issue).success).toBe(true);
      for (const { text, blocks } of issue.articles) {
        expect(blocks.map((block) => text.slice(block.start, block.end)).join('\n')).toBe(text);
      }
    }
  });

  it('sets the byline as printed before the paragraph it was parted from', () => {
    const [article] = toIssue(parsePageText(samplePage), making).articles;
    const head = article?.blocks
      .slice(0, 4)
      .map((block) => [block.role, article.text.slice(block.start, block.end)]);
    expect(head).toEqual([
      ['kicker', '乔俊杰调研“危污乱散低”出清工作'],
      ['headline', '以高质量生态环境增强人民群众获得感幸福感安全感'],
      ['byline', '本报讯（记者 李晓艳）'],
      ['paragraph', expect.stringMatching(/^昨天下午，市委常委/u)],
    ]);
    expect(article?.byline).toEqual({ agency: '本报讯', reporters: ['李晓艳'] });
  });

  it('keeps caption, credit, issuer and date as blocks of their own', () => {
    const issue = toIssue(parsePageText(samplePage), making);
    const roles = issue.articles.map((article) => [
      article.type,
      ...new Set(article.blocks.map((block) => block.role)),
    ]);
    expect(roles.slice(3)).toEqual([
      ['photo', 'caption', 'credit'],
      ['label', 'label'],
      ['notice', 'headline', 'paragraph', 'issuer', 'date'],
    ]);
  });

  it('carries what the page states, unless the user states something else', () => {
    const { publication, date, pages } = toIssue(parsePageText(partyPaper), making);
    const ids = ['a1', 'a2'].map((id) => articleIdSchema.parse(id));
    expect({ publication, date, pages }).toEqual({
      publication: '江岸日报',
      date: '2023-03-08',
      pages: [{ number: '2', name: '要闻', editors: ['本版责编：孙三 李四'], articleIds: ids }],
    });
    const stated = toIssue(parsePageText(partyPaper), {
      ...making,
      publication: '江岸晚报',
      date: '2023-03-09',
    });
    expect([stated.publication, stated.date]).toEqual(['江岸晚报', '2023-03-09']);
  });
});
