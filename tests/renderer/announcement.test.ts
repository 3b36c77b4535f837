import { expect, test } from 'vitest';
import { placeMarks } from '../../src-renderer/annotations/mark-ranges';
import { announcement, announceStep } from '../../src-renderer/reader/Announcer';
import { sayMark } from '../../src-renderer/reader/HeardMarks';
import { zhCn } from '../../src-renderer/strings/zh-cn';
import { issue } from './layouts';
import { article, buildMark, toAnnotations } from './marks';

const first = article(0);
const marks = placeMarks(
  issue,
  toAnnotations(
    buildMark('outer', [10, 16], { note: '**要点**', tags: ['水利'] }),
    buildMark('inner', [12, 14], { style: 'wavy', color: 'cinnabar' }),
  ),
);

function said(from: number | null, to: number): string {
  const caret = (focus: number | null) => ({
    selection: focus === null ? null : { articleId: first.articleId, anchor: focus, focus },
    isSelecting: false,
    hasCaret: true,
  });
  return announcement({ issue, marks, strings: zhCn }, caret(to), caret(from));
}

const character = (at: number): string => first.text.charAt(at);

test('says a mark with its tags and note when the caret enters it, and not at every step within', () => {
  expect(said(9, 10)).toBe(`${character(10)} 标记，藤黄高亮 #水利，批注：要点`);
  expect(said(10, 11)).toBe(character(11));
  expect(said(11, 12)).toBe(`${character(12)} 标记，朱砂波浪线`);
  expect(said(13, 14)).toBe(character(14));
});

test('says that the last mark is left, from either end', () => {
  expect(said(15, 16)).toBe(`标记结束 ${character(16)}`);
  expect(said(10, 9)).toBe(`标记结束 ${character(9)}`);
});

test('says a mark to a caret that comes from nowhere, and from behind', () => {
  expect(said(null, 12)).toContain('朱砂波浪线');
  expect(said(16, 15)).toContain('藤黄高亮');
});

test('says what was done, taken back and done again', () => {
  const label = { kind: 'mark', style: 'highlight', characters: 12 } as const;
  expect((['edit', 'undo', 'redo'] as const).map((way) => announceStep({ way, label }, zhCn))).toEqual([
    '完成：高亮 12 字',
    '已撤销：高亮 12 字',
    '已重做：高亮 12 字',
  ]);
});

test('says a mark in the text with its passage, tags and note, and a whole note by what it is on', () => {
  const marked = buildMark('outer', [10, 16], { note: '**要点**', tags: ['水利'] });
  expect(sayMark(marked, zhCn)).toBe(`「${first.text.slice(10, 16)}」标记，藤黄高亮 #水利，批注：要点`);
  expect(sayMark(buildMark('whole', [0, 4], { scope: 'issue', note: '总评' }), zhCn)).toBe('本期批注：总评');
});
