import { describe, expect, it } from 'vitest';
import { countCells, countCharacters, endsSentence, unbalanced } from '../../../src-core/text/han';

describe('text', () => {
  it('is counted in characters, those outside the basic plane as one', () => {
    expect([countCharacters('俄探險家壯𦦙'), countCells('A股𦦙。')]).toEqual([6, 7]);
  });

  it.each(['完成。', '“好！”', '走了……', '已经完成。”', '完成。（记者张三）'])(
    'ends a sentence: %s',
    (text) => {
      expect(endsSentence(text)).toBe(true);
    },
  );

  it.each(['完成', '他说：', '谋“长红”', '（一）', '目前，', ''])('does not end a sentence: %s', (text) => {
    expect(endsSentence(text)).toBe(false);
  });

  it('says which quotes are open and which were closed without opening', () => {
    expect(unbalanced('他说：“书名是《老街')).toEqual({ open: ['“', '《'], closed: [] });
    expect(unbalanced('》。”他笑了。')).toEqual({ open: [], closed: ['《', '“'] });
  });
});
