// Any walk of edits, undos and redos ends where it should: as if the undone edits had never been made. A change from
// elsewhere that is in the way of an older step costs that step what it touches, and nothing else.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  annotationIdSchema,
  type Annotation,
  type AnnotationId,
} from '../../../src-core/annotation/annotation';
import { makeEdit } from '../../../src-core/annotation/apply-edit';
import type { Edit, SingleEdit } from '../../../src-core/annotation/edit';
import {
  afterEdit,
  afterRedo,
  afterUndo,
  emptyHistory,
  whatFits,
  type StepHistory,
} from '../../../src-core/annotation/step-history';
import { articleIdSchema, issueIdSchema } from '../../../src-core/publication/issue';

const ids = ['m1', 'm2', 'm3'].map((name) => annotationIdSchema.parse(name));
const at = '2026-01-01T00:00:00.000Z';
const later = '2026-01-02T00:00:00.000Z';

function annotationOf(annotationId: AnnotationId): Annotation {
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
    note: '',
    author: '',
    created: at,
    modified: at,
  };
}

const anyId = fc.constantFrom(...ids);
const anySingle: fc.Arbitrary<SingleEdit> = fc.oneof(
  anyId.map((id): SingleEdit => ({ type: 'add', annotation: annotationOf(id) })),
  fc
    .tuple(
      anyId,
      fc.record({ note: fc.constantFrom('', '好', '𦦙'), tags: fc.constantFrom<string[]>([], ['水利']) }),
    )
    .map(([annotationId, changes]): SingleEdit => ({ type: 'update', annotationId, changes, at: later })),
  fc.tuple(anyId, fc.uniqueArray(anyId, { maxLength: 2 })).map(([annotationId, links]): SingleEdit => ({
    type: 'update',
    annotationId,
    changes: { links },
    at: later,
  })),
  anyId.map((annotationId): SingleEdit => ({ type: 'remove', annotationId, at: later })),
  anyId.map((annotationId): SingleEdit => ({ type: 'restore', annotationId, at: later })),
);
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  anySingle,
  fc.array(anySingle, { minLength: 1, maxLength: 3 }).map((edits): Edit => ({ type: 'batch', edits })),
);

/** Marks with their history, as the library keeps them. */
class Desk {
  readonly marks = new Map<AnnotationId, Annotation>();
  #history: StepHistory = emptyHistory;
  #seq = 0;

  get undos(): number {
    return this.#history.undo.length;
  }

  edit(edit: Edit): boolean {
    const made = makeEdit(this.marks, edit);
    if (made.ok) this.#history = afterEdit(this.#history, this.#step(made.value.inverse));
    return made.ok;
  }

  /** A change that is no step of this history. */
  change(edit: Edit): boolean {
    return makeEdit(this.marks, edit).ok;
  }

  undo(): void {
    this.#go('undo', afterUndo);
  }

  redo(): void {
    this.#go('redo', afterRedo);
  }

  /** What stands, without the times of its changes. */
  standing(): readonly unknown[] {
    return [...this.marks.values()]
      .filter(({ removed }) => removed === undefined)
      .map(({ modified: _modified, ...mark }) => mark)
      .sort((one, other) => (one.annotationId < other.annotationId ? -1 : 1));
  }

  #go(kind: 'undo' | 'redo', after: typeof afterUndo): void {
    for (const step of [...this.#history[kind]].reverse()) {
      const fitting = whatFits(this.marks, step.edit);
      if (fitting === null) continue;
      const made = makeEdit(this.marks, fitting);
      if (made.ok) this.#history = after(this.#history, step.seq, this.#step(made.value.inverse));
      return;
    }
  }

  #step(edit: Edit) {
    return { seq: ++this.#seq, label: { kind: 'change', count: 1 }, edit, bytes: 1 } as const;
  }
}

type Move = { readonly kind: 'edit'; readonly edit: Edit } | { readonly kind: 'undo' | 'redo' };
const anyMove: fc.Arbitrary<Move> = fc.oneof(
  { weight: 3, arbitrary: anyEdit.map((edit): Move => ({ kind: 'edit', edit })) },
  { weight: 2, arbitrary: fc.constant<Move>({ kind: 'undo' }) },
  { weight: 1, arbitrary: fc.constant<Move>({ kind: 'redo' }) },
);

test('a walk of edits, undos and redos ends with the edits that are left', () => {
  fc.assert(
    fc.property(fc.array(anyMove, { maxLength: 20 }), (moves) => {
      const desk = new Desk();
      const kept: unknown[] = [desk.standing()];
      let place = 0;
      for (const move of moves) {
        if (move.kind === 'edit') {
          if (!desk.edit(move.edit)) continue;
          kept.splice(++place, kept.length, desk.standing());
        } else if (move.kind === 'undo') {
          desk.undo();
          place = Math.max(0, place - 1);
        } else {
          desk.redo();
          place = Math.min(kept.length - 1, place + 1);
        }
        expect(desk.standing()).toEqual(kept[place]);
      }
    }),
    { numRuns: 1_000 },
  );
});

test('a change from elsewhere costs the history only what it touches', () => {
  fc.assert(
    fc.property(fc.array(anyEdit, { maxLength: 12 }), anyId, (edits, elsewhere) => {
      const desk = new Desk();
      const apart = new Desk();
      const untouched = edits.filter((edit) => {
        const names = (edit.type === 'batch' ? edit.edits : [edit]).map((single) =>
          single.type === 'add' ? single.annotation.annotationId : single.annotationId,
        );
        return !names.includes(elsewhere);
      });
      for (const edit of untouched) apart.edit(edit);
      for (const edit of untouched) desk.edit(edit);
      desk.change({ type: 'add', annotation: annotationOf(elsewhere) });
      const steps = desk.undos;
      for (let step = 0; step < steps; step++) {
        desk.undo();
        apart.undo();
        const without = desk.standing().filter((mark) => !JSON.stringify(mark).includes(`"${elsewhere}"`));
        const alone = apart.standing().filter((mark) => !JSON.stringify(mark).includes(`"${elsewhere}"`));
        expect(without).toEqual(alone);
        expect(desk.marks.get(elsewhere)).toEqual(annotationOf(elsewhere));
      }
    }),
    { numRuns: 500 },
  );
});

test('a step whose mark was removed elsewhere is passed over, and the one before it is undone', () => {
  const [one, two] = ids;
  if (one === undefined || two === undefined) throw new Error('no ids');
  const desk = new Desk();
  for (const id of [one, two]) desk.edit({ type: 'add', annotation: annotationOf(id) });
  desk.edit({ type: 'update', annotationId: one, changes: { note: '先' }, at: later });
  desk.edit({ type: 'update', annotationId: two, changes: { note: '后' }, at: later });
  desk.change({ type: 'remove', annotationId: two, at: later });
  desk.undo();
  expect(desk.marks.get(one)?.note).toBe('');
});
