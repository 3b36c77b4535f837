import { expect, it } from 'vitest';
import { matterWords } from '../../../src-main/export/pdf/matter-words';

it('counts one as one on an English title page', () => {
  const { extent, fromTo } = matterWords.en;
  expect([extent(1, 1), extent(2, 0), fromTo('a', 'b', 2)]).toEqual([
    '1 article · 1 mark',
    '2 articles',
    'a – b (2 issues)',
  ]);
});
