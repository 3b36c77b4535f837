import { expect, test } from 'vitest';
import type { Target } from '../../src-core/annotation/annotation';
import { describePassages } from '../../src-core/annotation/passages';
import { marksAt, overlapping, placeMarks } from '../../src-renderer/annotations/mark-ranges';
import { issue } from './layouts';
import { article, buildMark, toAnnotations } from './marks';

function names(marks: readonly { readonly mark: { readonly annotationId: string } }[]): readonly string[] {
  return marks.map(({ mark }) => mark.annotationId);
}

test('lists marks in the order in which one reads them', () => {
  const annotations = toAnnotations(
    buildMark('later', [50, 60]),
    buildMark('second', [5, 9], {}, article(1)),
    buildMark('first', [10, 20]),
  );
  expect(names(placeMarks(issue, annotations).placed)).toEqual(['first', 'later', 'second']);
});

test('gives overlapping marks levels of their own and lets free levels be used again', () => {
  const annotations = toAnnotations(
    buildMark('a', [10, 40]),
    buildMark('b', [20, 30]),
    buildMark('c', [25, 50]),
    buildMark('d', [45, 60]),
  );
  const levels = placeMarks(issue, annotations).placed.map(({ mark, pieces }) => [
    mark.annotationId,
    pieces[0]?.level.vertical,
  ]);
  expect(levels).toEqual([
    ['a', 0],
    ['b', 1],
    ['c', 2],
    ['d', 0],
  ]);
});

test('leaves out removed marks, and keeps apart those whose words are gone', () => {
  const lost = buildMark('lost', [10, 20]);
  const annotations = toAnnotations(buildMark('removed', [10, 20], { removed: '2026-01-02T00:00:00.000Z' }), {
    ...lost,
    target: { ...lost.target, quote: { ...lost.target.quote, exact: '这句话不在文中' } },
  });
  const { placed, orphans } = placeMarks(issue, annotations);
  expect(placed).toEqual([]);
  expect(orphans.map((mark) => mark.annotationId)).toEqual(['lost']);
});

test('offers the shortest of the marks at a place first', () => {
  const annotations = toAnnotations(
    buildMark('long', [10, 60]),
    buildMark('short', [20, 24]),
    buildMark('far', [70, 80]),
  );
  const { placed } = placeMarks(issue, annotations);
  expect(names(marksAt(placed, 22))).toEqual(['short', 'long']);
  expect(names(marksAt(placed, 24))).toEqual(['long']);
});

test('finds the marks that share some of a mark’s text', () => {
  const marks = placeMarks(
    issue,
    toAnnotations(buildMark('a', [10, 30]), buildMark('b', [29, 40]), buildMark('c', [40, 50])),
  );
  const [first] = marks.placed;
  expect(first && names(overlapping(marks, first))).toEqual(['a', 'b']);
});

function parted(...ranges: readonly (readonly [number, number])[]): Target {
  const target = describePassages(
    article(0).text,
    ranges.map(([start, end]) => ({ start, end })),
  );
  if (target === null) throw new Error('no passages');
  return target;
}

test('a mark of several passages is at each of them, and lies over nothing between them', () => {
  const marks = placeMarks(
    issue,
    toAnnotations(
      buildMark('parted', [10, 20], { target: parted([10, 20], [50, 60]) }),
      buildMark('between', [30, 40]),
      buildMark('over', [15, 55]),
    ),
  );
  const levels = marks.placed.map(({ mark, pieces }) => [
    mark.annotationId,
    pieces.map(({ level, isOver }) => `${level.vertical}${isOver ? ' over' : ''}`),
  ]);
  expect(levels).toEqual([
    ['parted', ['0', '0 over']],
    ['over', ['1 over']],
    ['between', ['0 over']],
  ]);
  expect(names(marksAt(marks.placed, 52))).toEqual(['parted', 'over']);
  expect(names(marksAt(marks.placed, 25))).toEqual(['over']);
  const [first] = marks.placed;
  expect(first && names(overlapping(marks, first))).toEqual(['parted', 'over']);
});

test('notes on the whole come before the marks, at the headline, and lie over no text', () => {
  const annotations = toAnnotations(
    buildMark('mark', [0, 9]),
    buildMark('article', [0, 1], { scope: 'article' }),
    buildMark('issue', [0, 1], { scope: 'issue' }),
  );
  const { placed } = placeMarks(issue, annotations);
  expect(names(placed)).toEqual(['issue', 'article', 'mark']);
  const headline = article(0).blocks.find(({ role }) => role === 'headline');
  expect(placed[1]?.range).toEqual({ start: headline?.start, end: headline?.end });
  expect(names(marksAt(placed, 0))).toEqual(['mark']);
});

test('a mark that stands as before is the same value as before', () => {
  const kept = buildMark('kept', [10, 20], { target: parted([10, 20], [50, 60]) });
  const [before] = placeMarks(issue, toAnnotations(kept)).placed;
  const [after] = placeMarks(issue, toAnnotations(kept, buildMark('new', [70, 80]))).placed;
  expect(after).toBe(before);
});

test('looks again only at the articles whose marks have changed', () => {
  const [near, far] = [buildMark('near', [10, 20]), buildMark('far', [5, 9], {}, article(1))];
  const before = placeMarks(issue, toAnnotations(near, far));
  const after = placeMarks(issue, toAnnotations(near, far, buildMark('new', [30, 40])));
  const [first, second] = [article(0).articleId, article(1).articleId];
  expect(after.byArticle.get(second)).toBe(before.byArticle.get(second));
  expect(names(after.byArticle.get(first) ?? [])).toEqual(['near', 'new']);
  expect(placeMarks(issue, toAnnotations(near)).byArticle.get(second)).toBeUndefined();
});
