import { expect, test } from 'vitest';
import { wholeTarget } from '../../../src-core/annotation/whole-note';
import { articleIdOf, buildIssue } from '../../builders/issue';

const issue = buildIssue([
  { parts: [['caption', '']] },
  {
    parts: [
      ['kicker', '丰收在望'],
      ['headline', '运河两岸稻花香'],
      ['paragraph', '本报讯'],
    ],
  },
  { parts: [['paragraph', '今年风调雨顺。']] },
]);

test('a note on an article is shown at its headline', () => {
  const place = wholeTarget(issue, 'article', articleIdOf('a2'));
  expect(place?.articleId).toBe('a2');
  expect(place?.target.quote.exact).toBe('运河两岸稻花香');
});

test('an article without a headline shows it at the first thing printed of it', () => {
  expect(wholeTarget(issue, 'article', articleIdOf('a3'))?.target.quote.exact).toBe('今年风调雨顺。');
});

test('a note on the issue is shown at the first article with any text', () => {
  expect(wholeTarget(issue, 'issue', null)?.articleId).toBe('a2');
});

test('what has no text has no such place', () => {
  expect(wholeTarget(issue, 'article', articleIdOf('a1'))).toBeNull();
  expect(wholeTarget(issue, 'article', articleIdOf('nowhere'))).toBeNull();
});
