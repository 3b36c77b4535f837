import { expect, test } from 'vitest';
import { placeMarks } from '../../src-renderer/annotations/mark-ranges';
import { signsOf } from '../../src-renderer/reader/column-signs';
import { lineAt } from '../../src-renderer/reader/line-index';
import { issue, setSample } from './layouts';
import { article, buildMark, toAnnotations } from './marks';

test('one sign stands at a column for all notes that begin in it; white notes and notes on the whole have none', () => {
  const { index } = setSample('vertical');
  const start = article(0).blocks.find(({ role }) => role === 'paragraph')?.start ?? 0;
  const { placed } = placeMarks(
    issue,
    toAnnotations(
      buildMark('first', [start, start + 30], { note: '其一' }),
      buildMark('second', [start + 1, start + 3], { note: '其二' }),
      buildMark('white', [start + 2, start + 4], { note: ' \n' }),
      buildMark('bare', [start + 3, start + 4]),
      buildMark('whole', [0, 1], { note: '全文', scope: 'article' }),
      buildMark('later', [start + 200, start + 202], { note: '其三' }),
    ),
  );
  const columnOf = (offset: number): number | undefined => lineAt(index, article(0).articleId, offset)?.index;
  expect(
    signsOf(index, placed).map(({ line, noted }) => [line.index, noted.map(({ mark }) => mark.annotationId)]),
  ).toEqual([
    [columnOf(start), ['first', 'second']],
    [columnOf(start + 200), ['later']],
  ]);
});
