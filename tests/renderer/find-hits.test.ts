// Finding words of an issue in all the ways in which they may be printed.
import { describe, expect, it } from 'vitest';
import { findHits, hitFrom } from '../../src-renderer/find/find-hits';
import { buildIssue } from '../builders/issue';

const issue = buildIssue([
  {
    parts: [
      ['headline', '開放'],
      ['paragraph', '他說：「改革'],
      ['paragraph', '開放」，要在２０２２年'],
    ],
  },
  { parts: [['paragraph', '哈哈哈哈，改革开放。']] },
]);

function found(words: string): readonly (readonly [number, string])[] {
  return findHits(issue, words).map(({ articleId, range }) => {
    const number = issue.articles.findIndex((article) => article.articleId === articleId);
    return [number, issue.articles[number]?.text.slice(range.start, range.end) ?? ''];
  });
}

describe('finding words', () => {
  it('finds a phrase over the end of a paragraph and in the other forms of its characters', () => {
    expect(found('改革开放')).toEqual([
      [0, '改革\n開放'],
      [1, '改革开放'],
    ]);
  });

  it('takes no account of width or of the form of quotation marks', () => {
    expect(found('2022')).toEqual([[0, '２０２２']]);
    expect(found('“改革')).toEqual([[0, '「改革']]);
  });

  it('counts hits that would lie over each other once', () => {
    expect(found('哈哈')).toHaveLength(2);
  });

  it('finds nothing for white space', () => {
    expect(found(' 　')).toEqual([]);
  });

  it('begins at the reading place and goes round', () => {
    const hits = findHits(issue, '开放');
    const [first, second] = issue.articles;
    if (first === undefined || second === undefined) throw new Error('the issue has two articles');
    expect(hits).toHaveLength(3);
    expect(hitFrom(issue, hits, { articleId: first.articleId, offset: 0 })).toBe(0);
    expect(hitFrom(issue, hits, { articleId: first.articleId, offset: 2 })).toBe(1);
    expect(hitFrom(issue, hits, { articleId: second.articleId, offset: 0 })).toBe(2);
    expect(hitFrom(issue, hits, { articleId: second.articleId, offset: second.text.length })).toBe(0);
    expect(hitFrom(issue, [], { articleId: first.articleId, offset: 0 })).toBe(-1);
  });
});
