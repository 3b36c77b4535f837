// What can be taken back and made again in one issue, as data. Every step carries the edit that takes it back (or makes
// it again); the history is bounded, and the oldest steps are forgotten first. Histories are values: keeping the former
// one is enough to roll a failed step back.
import type { AnnotationId } from './annotation';
import { makeEdit, together, type Annotations } from './apply-edit';
import type { Edit, SingleEdit } from './edit';
import type { HistoryState } from './history';
import { Steps, type Step } from './steps';

/** What can be taken back, and what can be made again. */
export type StepHistory = { readonly undo: Steps; readonly redo: Steps };

export const emptyHistory: StepHistory = { undo: Steps.none, redo: Steps.none };

/** What the next undo and redo are called. */
export function historyState(history: StepHistory): HistoryState {
  return { undo: history.undo.newest?.label ?? null, redo: history.redo.newest?.label ?? null };
}

/** After an edit of the user's: it can be undone, and what was undone before cannot be made again. */
export function afterEdit(history: StepHistory, step: Step): StepHistory {
  return { undo: history.undo.with(step), redo: Steps.none };
}

/** After an edit that continues the newest step: the step's first inverse takes both back. */
export function afterJoinedEdit(history: StepHistory): StepHistory {
  return { undo: history.undo, redo: Steps.none };
}

/** After the undo of step `of`: newer steps that no longer fitted are gone, and `again` can be made again. */
export function afterUndo(history: StepHistory, of: number, again: Step): StepHistory {
  return { undo: history.undo.before(of), redo: history.redo.with(again) };
}

/** After the redo of step `of`: `back` can be undone. */
export function afterRedo(history: StepHistory, of: number, back: Step): StepHistory {
  return { undo: history.undo.with(back), redo: history.redo.before(of) };
}

/** The parts of an edit that fit these annotations, as one edit; null where none does. */
export function whatFits(annotations: Annotations, edit: Edit): Edit | null {
  const singles = edit.type === 'batch' ? edit.edits : [edit];
  // Only the annotations which the edit names can decide, so only they are copied.
  const named = new Map(
    singles.flatMap((single) => {
      const annotation = annotations.get(nameOf(single));
      return annotation === undefined ? [] : [[annotation.annotationId, annotation] as const];
    }),
  );
  const fitting = singles.filter((single) => makeEdit(named, single).ok);
  return fitting.length === 0 ? null : together(fitting);
}

/** The same edit made at another instant (ISO 8601). */
export function madeAt(edit: Edit, at: string): Edit {
  return edit.type === 'batch'
    ? { type: 'batch', edits: edit.edits.map((single) => singleMadeAt(single, at)) }
    : singleMadeAt(edit, at);
}

/**
 * Whether two edits are pieces of one (a note being typed): single updates of the same annotation in the same respects.
 * The first one's inverse then takes back both.
 */
export function continues(edit: Edit, former: Edit): boolean {
  if (edit.type !== 'update' || former.type !== 'update') return false;
  const aspects = Object.keys(edit.changes).sort().join();
  return edit.annotationId === former.annotationId && aspects === Object.keys(former.changes).sort().join();
}

function singleMadeAt(edit: SingleEdit, at: string): SingleEdit {
  return edit.type === 'add' ? edit : { ...edit, at };
}

function nameOf(edit: SingleEdit): AnnotationId {
  return edit.type === 'add' ? edit.annotation.annotationId : edit.annotationId;
}
