// Reading goes on at the same words when the text under the reader was revised.
import { describe, expect, it } from 'vitest';
import { carryPlace } from '../../../src-core/anchoring/carry-place';
import type { Issue } from '../../../src-core/publication/issue';
import { articleIdOf, buildIssue } from '../../builders/issue';

const first = articleIdOf('a1');
const second = articleIdOf('a2');
const bridge = '旧桥重修\n南门外的石桥昨日修好了。\n孩子们趴在栏杆上看水。';

function issueOf(...articles: readonly (readonly [typeof first, string])[]): Issue {
  return buildIssue(
    articles.map(([articleId, text]) => ({
      articleId,
      parts: text.split('\n').map((words) => ['paragraph', words] as const),
    })),
  );
}

describe('a place of reading', () => {
  const former = issueOf([first, bridge], [second, '园里的梨\n今年收成不错。']);
  const at = bridge.indexOf('孩子');

  it('follows its words within the article', () => {
    const revised = issueOf([first, bridge.replace('旧桥重修\n', '')], [second, '园里的梨\n今年收成不错。']);
    expect(carryPlace(former, revised, { articleId: first, offset: at })).toEqual({
      articleId: first,
      offset: at - 5,
    });
  });

  it('follows its words into another article', () => {
    const revised = issueOf([second, `园里的梨\n今年收成不错。\n${bridge}`]);
    const found = carryPlace(former, revised, { articleId: first, offset: at });
    expect(found).toEqual({ articleId: second, offset: '园里的梨\n今年收成不错。\n'.length + at });
  });

  it('takes the nearest of like words, and begins at a line feed with what follows', () => {
    const twice = issueOf([first, '春天来了。\n秋天来了。\n春天来了。']);
    const place = { articleId: first, offset: 11 };
    expect(carryPlace(twice, issueOf([first, '题\n春天来了。\n秋天来了。\n春天来了。']), place)).toEqual({
      articleId: first,
      offset: 13,
    });
  });

  it('stays near where its words are gone, or goes to the beginning', () => {
    expect(carryPlace(former, issueOf([first, '旧桥重修']), { articleId: first, offset: at })).toEqual({
      articleId: first,
      offset: 3,
    });
    expect(carryPlace(former, issueOf([second, '园里的梨']), { articleId: first, offset: at })).toEqual({
      articleId: second,
      offset: 0,
    });
  });
});
