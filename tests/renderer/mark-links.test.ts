import { expect, test } from 'vitest';
import { linkable, linksOf } from '../../src-renderer/annotations/mark-links';
import { placeMarks } from '../../src-renderer/annotations/mark-ranges';
import { issue } from './layouts';
import { buildMark, toAnnotations } from './marks';

const far = buildMark('far', [80, 90], { note: '另见別處' });
const near = buildMark('near', [30, 40]);
const gone = buildMark('gone', [50, 60], { removed: '2026-01-02T00:00:00.000Z' });
const mark = buildMark('mark', [10, 20], { links: [gone.annotationId, near.annotationId] });
const referring = buildMark('referring', [60, 64], { links: [mark.annotationId] });

test('shows links both ways, those to removed marks too', () => {
  const annotations = toAnnotations(mark, near, gone, referring);
  expect(linksOf(mark, annotations).map(({ annotationId, goes }) => `${goes} ${annotationId}`)).toEqual([
    'out gone',
    'out near',
    'in referring',
  ]);
  expect(linksOf(near, annotations)).toEqual([{ annotationId: 'mark', mark, goes: 'in' }]);
});

test('names a mark that is not known, and leaves out what removed marks refer to', () => {
  const annotations = toAnnotations(mark, { ...referring, removed: '2026-01-02T00:00:00.000Z' });
  expect(linksOf(mark, annotations)).toEqual([
    { annotationId: 'gone', mark: null, goes: 'out' },
    { annotationId: 'near', mark: null, goes: 'out' },
  ]);
});

test('offers marks that are not linked yet, the nearest first, by their words in any form', () => {
  const marks = placeMarks(issue, toAnnotations(mark, near, far, referring));
  const offered = (words: string): readonly string[] =>
    linkable(mark, marks, words, 6).map(({ annotationId }) => annotationId);
  expect(offered('')).toEqual(['referring', 'far']);
  expect(offered('另见别处')).toEqual(['far']);
});
