import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  annotationIdSchema,
  type Annotation,
  type AnnotationChanges,
  type AnnotationId,
  type Target,
} from '../../../src-core/annotation/annotation';
import type { Selectors } from '../../../src-core/anchoring/selector';
import { applyEdit, makeEdit, touchedBy } from '../../../src-core/annotation/apply-edit';
import type { Edit, SingleEdit } from '../../../src-core/annotation/edit';
import { markColors, markStyles } from '../../../src-core/annotation/palette';
import { articleIdSchema, issueIdSchema } from '../../../src-core/publication/issue';

const ids = ['m1', 'm2', 'm3', 'm4'].map((name) => annotationIdSchema.parse(name));
const anyId = fc.constantFrom(...ids);
const anyInstant = fc
  .integer({ min: 0, max: 1_000_000 })
  .map((milliseconds) => new Date(Date.UTC(2026, 0, 1) + milliseconds).toISOString());
const anyTags = fc.uniqueArray(fc.constantFrom('农业', '水利', '𦦙河', 'a b'), { maxLength: 3 });
const anyStyle = fc.constantFrom(...markStyles);
const anyColor = fc.constantFrom(...markColors);
const anyNote = fc.string({ unit: 'binary', maxLength: 8 });

const anyLinks = fc.uniqueArray(anyId, { maxLength: 3 });
const passage = (start: number, exact: string): Selectors => ({
  position: { type: 'TextPositionSelector', start, end: start + exact.length },
  quote: { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
});
const anyTarget = fc.constantFrom<Target>(
  passage(0, '稻花'),
  { ...passage(0, '𦦙'), more: [passage(3, '河')] },
  { ...passage(1, '花'), more: [passage(3, '河'), passage(5, '两岸')] },
);

const anyChanges: fc.Arbitrary<AnnotationChanges> = fc.record(
  {
    style: anyStyle,
    color: anyColor,
    tags: anyTags,
    note: anyNote,
    author: anyNote,
    links: anyLinks,
    target: anyTarget,
  },
  { requiredKeys: [] },
);

function annotationOf(annotationId: AnnotationId, note: string, modified: string): Annotation {
  return {
    annotationId,
    issueId: issueIdSchema.parse('i1'),
    articleId: articleIdSchema.parse('a1'),
    target: {
      position: { type: 'TextPositionSelector', start: 0, end: 2 },
      quote: { type: 'TextQuoteSelector', exact: '稻花', prefix: '', suffix: '' },
    },
    style: 'highlight',
    color: 'gamboge',
    tags: [],
    note,
    author: '',
    created: modified,
    modified,
  };
}

const anySingle: fc.Arbitrary<SingleEdit> = fc.oneof(
  fc
    .tuple(anyId, anyNote, anyInstant)
    .map(([id, note, at]): SingleEdit => ({ type: 'add', annotation: annotationOf(id, note, at) })),
  fc
    .tuple(anyId, anyChanges, anyInstant)
    .map(([annotationId, changes, at]): SingleEdit => ({ type: 'update', annotationId, changes, at })),
  fc.tuple(anyId, anyInstant).map(([annotationId, at]): SingleEdit => ({ type: 'remove', annotationId, at })),
  fc
    .tuple(anyId, anyInstant)
    .map(([annotationId, at]): SingleEdit => ({ type: 'restore', annotationId, at })),
);
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  anySingle,
  fc.array(anySingle, { minLength: 1, maxLength: 5 }).map((edits): Edit => ({ type: 'batch', edits })),
);

/** The marks after those edits of a list that fit. */
const anyMarks = fc.array(anyEdit, { maxLength: 12 }).map((edits) => {
  const marks = new Map<AnnotationId, Annotation>();
  for (const edit of edits) makeEdit(marks, edit);
  return marks;
});

function standing(marks: ReadonlyMap<AnnotationId, Annotation>): unknown {
  return [...marks.values()]
    .filter(({ removed }) => removed === undefined)
    .sort((one, other) => (one.annotationId < other.annotationId ? -1 : 1));
}

test('an edit and its inverse leave the standing marks as they were', () => {
  fc.assert(
    fc.property(anyMarks, anyEdit, (marks, edit) => {
      const applied = applyEdit(marks, edit);
      fc.pre(applied.ok);
      if (!applied.ok) return;
      const back = applyEdit(applied.value.annotations, applied.value.inverse);
      expect(back.ok).toBe(true);
      if (back.ok) expect(standing(back.value.annotations)).toEqual(standing(marks));
    }),
    { numRuns: 2_000 },
  );
});

test('the inverse of an inverse makes the edit again', () => {
  fc.assert(
    fc.property(anyMarks, anyEdit, (marks, edit) => {
      const applied = applyEdit(marks, edit);
      fc.pre(applied.ok);
      if (!applied.ok) return;
      const back = applyEdit(applied.value.annotations, applied.value.inverse);
      const again = back.ok ? applyEdit(back.value.annotations, back.value.inverse) : back;
      expect(again.ok).toBe(true);
      if (again.ok) expect(standing(again.value.annotations)).toEqual(standing(applied.value.annotations));
    }),
    { numRuns: 1_000 },
  );
});

test('an edit that does not fit changes nothing, and a rolled back one has never been', () => {
  fc.assert(
    fc.property(anyMarks, anyEdit, (marks, edit) => {
      const before = [...marks];
      const made = makeEdit(marks, edit);
      if (made.ok) made.value.rollBack();
      expect(new Map(marks)).toEqual(new Map(before));
    }),
    { numRuns: 2_000 },
  );
});

test('making an edit in place gives what applying it gives, and leaves the other marks alone', () => {
  fc.assert(
    fc.property(anyMarks, anyEdit, (marks, edit) => {
      const before = new Map(marks);
      const applied = applyEdit(marks, edit);
      expect(marks).toEqual(before);
      const made = makeEdit(marks, edit);
      expect(made.ok).toBe(applied.ok);
      if (!made.ok || !applied.ok) return;
      expect(marks).toEqual(applied.value.annotations);
      expect(made.value.inverse).toEqual(applied.value.inverse);
      const touched = new Set(touchedBy(edit));
      for (const [id, annotation] of before) if (!touched.has(id)) expect(marks.get(id)).toBe(annotation);
    }),
    { numRuns: 1_000 },
  );
});
