import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFolded, foldText } from '../../../src-core/search/fold';
import { snippetOf } from '../../../src-core/search/snippet';

function hits(text: string, query: string): readonly string[] {
  return findFolded(foldText(text), query).map(({ start, end }) => text.slice(start, end));
}

describe('findFolded', () => {
  it.each([
    ['臺灣靑年爲國敎學', '台湾青年为国教学'],
    ['群眾發展裏面', '羣众发展里面'],
    ['ＧＤＰ增長３．５％', 'gdp增长3.5%'],
    ['他說：「學習」', '他说：“学习”'],
    ['——完', '--完'],
  ])('finds in %s what is typed as %s', (text, query) => {
    expect(hits(text, query)).toEqual([text]);
    expect(hits(query, text)).toEqual([query]);
  });

  it('finds a phrase across a line break and across paragraphs', () => {
    expect(hits('以“一\n　　脉两核”为', '一脉两核')).toEqual(['一\n　　脉两核']);
  });

  it('keeps its offsets behind characters outside the BMP', () => {
    expect(findFolded(foldText('𦦙𦦙學習'), '学习')).toEqual([{ start: 4, end: 6 }]);
  });

  it('finds nothing for a query of white space', () => {
    expect(hits('甲 乙', ' 　')).toEqual([]);
  });

  it('finds every visible substring of every text', () => {
    const text = fc
      .array(
        fc.constantFrom('報', '紙', '，', '。', '\n', '𦦙', '１', 'A', '“', '』', '裏', '㎞', 'ﬁ', '…'),
        {
          minLength: 1,
          maxLength: 80,
        },
      )
      .map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, fc.nat(), fc.integer({ min: 1, max: 8 }), (source, place, length) => {
        const characters = [...source];
        const start = place % characters.length;
        const query = characters.slice(start, start + length).join('');
        fc.pre(query.trim() !== '');
        const at = characters.slice(0, start).join('').length;
        const found = findFolded(foldText(source), query);
        expect(found.some((range) => range.start <= at + query.length && range.end >= at)).toBe(true);
      }),
    );
  });
});

describe('snippetOf', () => {
  it('shows a hit on one line with what stands around it', () => {
    const text = `${'前'.repeat(30)}学\n习${'后'.repeat(5)}`;
    expect(snippetOf(text, { start: 30, end: 33 })).toEqual({
      before: `…${'前'.repeat(24)}`,
      hit: '学 习',
      after: '后后后后后',
    });
  });
});
