import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainNote, readNote } from '../../../src-core/annotation/note-markdown';

describe('a note of Markdown', () => {
  it('is read into headings, paragraphs, lists, quotations, code and rules', () => {
    const note = '# 题\n\n一**二**\n三\n- 甲\n- 乙\n\n1. 丙\n\n> 引\n> - 文\n\n---\n```\n*原样*\n```';
    expect(readNote(note)).toEqual([
      { kind: 'heading', children: [{ kind: 'text', text: '题' }] },
      {
        kind: 'paragraph',
        children: [
          { kind: 'text', text: '一' },
          { kind: 'strong', children: [{ kind: 'text', text: '二' }] },
          { kind: 'text', text: '\n三' },
        ],
      },
      {
        kind: 'list',
        isOrdered: false,
        entries: [[{ kind: 'text', text: '甲' }], [{ kind: 'text', text: '乙' }]],
      },
      { kind: 'list', isOrdered: true, entries: [[{ kind: 'text', text: '丙' }]] },
      {
        kind: 'quote',
        blocks: [
          { kind: 'paragraph', children: [{ kind: 'text', text: '引' }] },
          { kind: 'list', isOrdered: false, entries: [[{ kind: 'text', text: '文' }]] },
        ],
      },
      { kind: 'rule' },
      { kind: 'code', text: '*原样*' },
    ]);
  });

  it('keeps HTML and everything it does not know as text', () => {
    const note = '<script>alert(1)</script> <img src=x onerror=y> 1*2*3 a_b_c';
    expect(plainNote(note)).toBe('<script>alert(1)</script> <img src=x onerror=y> 123 a_b_c');
    expect(plainNote('\\*星\\*')).toBe('*星*');
  });

  it('knows links and tags', () => {
    expect(readNote('[文](https://a.cn) #环保/水')).toEqual([
      {
        kind: 'paragraph',
        children: [
          { kind: 'link', address: 'https://a.cn', children: [{ kind: 'text', text: '文' }] },
          { kind: 'text', text: ' ' },
          { kind: 'tag', text: '环保/水' },
        ],
      },
    ]);
  });

  it('loses no letter of any note', () => {
    const pieces = fc.array(
      fc.constantFrom('*', '**', '`', '\n', '> ', '- ', '1. ', '甲', '乙 ', '#丙', '[', '](x)', '~~', '```'),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(pieces, (list) => {
        const note = list.join('');
        const letters = (text: string): string => text.replace(/[^甲乙丙]/gu, '');
        expect(letters(plainNote(note))).toBe(letters(note));
      }),
    );
  });

  it('is read in bounded time, however hostile', () => {
    for (const sign of ['*', '**', '~~', '[', '> ', '`', '#']) {
      const started = performance.now();
      readNote(sign.repeat(20_000));
      readNote(`${sign}甲`.repeat(20_000));
      expect(performance.now() - started).toBeLessThan(3000);
    }
  });
});
