import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { annotationIdSchema } from '../../../src-core/annotation/annotation';
import type { Edit } from '../../../src-core/annotation/edit';
import {
  afterEdit,
  afterRedo,
  afterUndo,
  continues,
  emptyHistory,
  historyState,
  madeAt,
  whatFits,
} from '../../../src-core/annotation/step-history';
import { historyLimits, Steps, type Step } from '../../../src-core/annotation/steps';
import { articleIdSchema, issueIdSchema } from '../../../src-core/publication/issue';

const id = annotationIdSchema.parse('m1');
const edit: Edit = { type: 'remove', annotationId: id, at: 'then' };

function step(seq: number, bytes = 100): Step {
  return { seq, label: { kind: 'remove', count: seq }, edit, bytes };
}

// The first in this file: it is the first list of all that a step is added to that could keep it.
test('holds no step that nobody has any more', async () => {
  setFlagsFromString('--expose-gc');
  const added = (): WeakRef<Step> => {
    const one = step(1);
    expect(emptyHistory.undo.with(one).newest).toBe(one);
    return new WeakRef(one);
  };
  const left = added();
  await setImmediate();
  runInNewContext('gc()');
  expect(left.deref()).toBeUndefined();
});

test('forgets the oldest steps past the limit of steps', () => {
  let history = emptyHistory;
  for (let seq = 1; seq <= historyLimits.steps + 5; seq++) history = afterEdit(history, step(seq));
  expect([...history.undo].map(({ seq }) => seq)).toEqual(
    Array.from({ length: historyLimits.steps }, (_, index) => index + 6),
  );
});

test('forgets the oldest steps past the limit of room, but never the newest', () => {
  const half = historyLimits.bytes / 2;
  const history = [1, 2, 3].reduce((past, seq) => afterEdit(past, step(seq, half)), emptyHistory);
  expect([...history.undo].map(({ seq }) => seq)).toEqual([2, 3]);
  expect([...afterEdit(history, step(4, historyLimits.bytes * 2)).undo].map(({ seq }) => seq)).toEqual([4]);
});

test('moves steps between undo and redo, and forgets the redo after a new edit', () => {
  const made = [1, 2].reduce((past, seq) => afterEdit(past, step(seq)), emptyHistory);
  const undone = afterUndo(made, 2, step(3));
  expect([[...undone.undo].map(({ seq }) => seq), [...undone.redo].map(({ seq }) => seq)]).toEqual([
    [1],
    [3],
  ]);
  const redone = afterRedo(undone, 3, step(4));
  expect([[...redone.undo].map(({ seq }) => seq), [...redone.redo]]).toEqual([[1, 4], []]);
  expect([...afterEdit(undone, step(5)).redo]).toEqual([]);
  expect(historyState(undone)).toEqual({ undo: step(1).label, redo: step(3).label });
});

test('drops newer steps that no longer fitted when an older one is undone', () => {
  const made = [1, 2, 3].reduce((past, seq) => afterEdit(past, step(seq)), emptyHistory);
  expect([...afterUndo(made, 2, step(4)).undo].map(({ seq }) => seq)).toEqual([1]);
});

test('leaves a list as it was when steps are added to it, whatever came from it', () => {
  const count = historyLimits.steps;
  fc.assert(
    fc.property(
      fc.array(fc.record({ from: fc.nat(), bytes: fc.constantFrom(1, 100, historyLimits.bytes / 3) }), {
        maxLength: 2 * count,
      }),
      (added) => {
        // Each list beside what is in it, made the plain way.
        const lists: { readonly steps: Steps; readonly plain: readonly Step[] }[] = [
          { steps: Steps.none, plain: [] },
        ];
        added.forEach(({ from, bytes }, index) => {
          // Mostly the newest list goes on; now and then an older one, as after a refused edit.
          const base = from % 5 > 0 ? lists.at(-1) : lists[from % lists.length];
          if (base === undefined) throw new Error('there is always a list');
          const plain = [...base.plain, step(index + 1, bytes)];
          const room = (): number => plain.reduce((total, one) => total + one.bytes, 0);
          while (plain.length > 1 && (plain.length > count || room() > historyLimits.bytes)) plain.shift();
          lists.push({ steps: base.steps.with(step(index + 1, bytes)), plain });
        });
        for (const { steps, plain } of lists) {
          expect([...steps]).toEqual(plain);
          expect([steps.length, steps.newest]).toEqual([plain.length, plain.at(-1)]);
        }
      },
    ),
    { numRuns: 30 },
  );
});

test('keeps of an edit what still fits', () => {
  const update: Edit = {
    type: 'batch',
    edits: [
      { type: 'update', annotationId: id, changes: { note: '好' }, at: 'now' },
      { type: 'add', annotation: annotation() },
      { type: 'remove', annotationId: id, at: 'now' },
    ],
  };
  expect(whatFits(new Map(), update)).toEqual({
    type: 'batch',
    edits: [
      { type: 'add', annotation: annotation() },
      { type: 'remove', annotationId: id, at: 'now' },
    ],
  });
  expect(whatFits(new Map(), edit)).toBeNull();
});

test('takes pieces of one note for one edit, and nothing else', () => {
  const typed = (note: string): Edit => ({ type: 'update', annotationId: id, changes: { note }, at: 'now' });
  expect(continues(typed('稻花'), typed('稻'))).toBe(true);
  expect(
    continues({ type: 'update', annotationId: id, changes: { color: 'ink' }, at: 'now' }, typed('稻')),
  ).toBe(false);
  expect(continues(edit, edit)).toBe(false);
});

test('dates an edit, but not the mark that it adds', () => {
  expect(madeAt(edit, 'now')).toEqual({ ...edit, at: 'now' });
  const added: Edit = { type: 'add', annotation: annotation() };
  expect(madeAt({ type: 'batch', edits: [edit, added] }, 'now')).toEqual({
    type: 'batch',
    edits: [{ ...edit, at: 'now' }, added],
  });
});

function annotation(): Extract<Edit, { type: 'add' }>['annotation'] {
  return {
    annotationId: id,
    issueId: issueIdSchema.parse('i1'),
    articleId: articleIdSchema.parse('a1'),
    target: {
      position: { type: 'TextPositionSelector', start: 0, end: 1 },
      quote: { type: 'TextQuoteSelector', exact: '稻', prefix: '', suffix: '' },
    },
    style: 'highlight',
    color: 'ink',
    tags: [],
    note: '',
    author: '',
    created: 'then',
    modified: 'then',
  };
}
