import { expect, test } from 'vitest';
import { placeMarks } from '../../src-renderer/annotations/mark-ranges';
import { announcement } from '../../src-renderer/reader/Announcer';
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
