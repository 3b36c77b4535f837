import { expect, test } from 'vitest';
import { annotationIdSchema, type Annotation } from '../../../src-core/annotation/annotation';
import { describeEdit } from '../../../src-core/annotation/describe-edit';
import type { Edit, SingleEdit } from '../../../src-core/annotation/edit';
import type { StepLabel } from '../../../src-core/annotation/history';
import { describePassages } from '../../../src-core/annotation/passages';
import { articleIdSchema, issueIdSchema } from '../../../src-core/publication/issue';

const at = '2026-01-01T00:00:00.000Z';
const [one, two] = [annotationIdSchema.parse('m1'), annotationIdSchema.parse('m2')];

function mark(annotationId: Annotation['annotationId'], exact: string): Annotation {
  return {
    annotationId,
    issueId: issueIdSchema.parse('i1'),
    articleId: articleIdSchema.parse('a1'),
    target: {
      position: { type: 'TextPositionSelector', start: 0, end: exact.length },
      quote: { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
    },
    style: 'wavy',
    color: 'gamboge',
    tags: ['农业'],
    note: '',
    author: '',
    created: at,
    modified: at,
  };
}

const marks = new Map([one, two].map((id) => [id, mark(id, '稻花')]));
const update = (annotationId: typeof one, changes: object): SingleEdit => ({
  type: 'update',
  annotationId,
  changes,
  at,
});
const batch = (...edits: SingleEdit[]): Edit => ({ type: 'batch', edits });

const parted =
  describePassages('𦦙河两岸', [
    { start: 0, end: 3 },
    { start: 4, end: 5 },
  ]) ?? mark(one, '').target;

const cases: readonly (readonly [string, Edit, StepLabel])[] = [
  [
    'a mark, in characters',
    { type: 'add', annotation: mark(annotationIdSchema.parse('m3'), '𦦙河两岸') },
    { kind: 'mark', style: 'wavy', characters: 4 },
  ],
  [
    'a mark of several passages',
    { type: 'add', annotation: { ...mark(annotationIdSchema.parse('m3'), '𦦙河'), target: parted } },
    { kind: 'mark', style: 'wavy', characters: 3 },
  ],
  [
    'a note on a whole article',
    { type: 'add', annotation: { ...mark(annotationIdSchema.parse('m3'), '题'), scope: 'article' } },
    { kind: 'whole-note', scope: 'article' },
  ],
  ['a further passage', update(one, { target: parted }), { kind: 'passages', count: 1 }],
  ['a link', update(one, { links: [two] }), { kind: 'links', count: 1 }],
  ['no link where there was none', update(one, { links: [], note: '好' }), { kind: 'note' }],
  ['a removal', { type: 'remove', annotationId: one, at }, { kind: 'remove', count: 1 }],
  [
    'removals',
    batch({ type: 'remove', annotationId: one, at }, { type: 'remove', annotationId: two, at }),
    { kind: 'remove', count: 2 },
  ],
  ['a restoring', { type: 'restore', annotationId: one, at }, { kind: 'restore', count: 1 }],
  ['a note', update(one, { note: '好' }), { kind: 'note' }],
  ['tags', batch(update(one, { tags: [] }), update(two, { tags: ['水利'] })), { kind: 'tags', count: 2 }],
  [
    'what really changes',
    update(one, { note: '', tags: ['农业'], color: 'ink' }),
    { kind: 'color', count: 1 },
  ],
  ['what is named when nothing changes', update(one, { style: 'wavy' }), { kind: 'style', count: 1 }],
  ['several things at once', update(one, { note: '好', color: 'ink' }), { kind: 'change', count: 1 }],
  [
    'changes of several kinds',
    batch(update(one, { color: 'ink' }), { type: 'remove', annotationId: two, at }),
    { kind: 'change', count: 2 },
  ],
];

test.each(cases)('names %s', (_words, edit, label) => {
  expect(describeEdit(edit, marks)).toEqual(label);
});
