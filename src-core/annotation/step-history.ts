// What can be taken back and made again in one issue, as data. Every step carries the edit that takes it back (or makes
// it again); the history is bounded, and the oldest steps are forgotten first. Histories are values: keeping the former
// one is enough to roll a failed step back.
import type { AnnotationId } from './annotation';
import { makeEdit, together, type Annotations } from './apply-edit';
import type { Edit, SingleEdit } from './edit';
import type { HistoryState, StepLabel } from './history';

export type Step = {
  /** Counts the records of the journal; names the step. */
  readonly seq: number;
  readonly label: StepLabel;
  /** Takes the step back, or makes it again where the step waits for a redo. */
  readonly edit: Edit;
  /** About how much room the step takes when written, in bytes. */
  readonly bytes: number;
};

/** Newest steps last. */
export type StepHistory = { readonly undo: readonly Step[]; readonly redo: readonly Step[] };

export const emptyHistory: StepHistory = { undo: [], redo: [] };

/** How many steps are kept, and how much room they may take together. */
export const historyLimits = { steps: 200, bytes: 8_000_000 } as const;

/** What the next undo and redo are called. */
export function historyState(history: StepHistory): HistoryState {
  return { undo: history.undo.at(-1)?.label ?? null, redo: history.redo.at(-1)?.label ?? null };
}

/** After an edit of the user's: it can be undone, and what was undone before cannot be made again. */
export function afterEdit(history: StepHistory, step: Step): StepHistory {
  return { undo: withStep(history.undo, step), redo: [] };
}

/** After an edit that continues the newest step: the step's first inverse takes both back. */
export function afterJoinedEdit(history: StepHistory): StepHistory {
  return { undo: history.undo, redo: [] };
}

/** After the undo of step `of`: newer steps that no longer fitted are gone, and `again` can be made again. */
export function afterUndo(history: StepHistory, of: number, again: Step): StepHistory {
  return { undo: upTo(history.undo, of), redo: withStep(history.redo, again) };
}

/** After the redo of step `of`: `back` can be undone. */
export function afterRedo(history: StepHistory, of: number, back: Step): StepHistory {
  return { undo: withStep(history.undo, back), redo: upTo(history.redo, of) };
}

/** The steps before step `of`; all of them where there is no such step. */
function upTo(steps: readonly Step[], of: number): readonly Step[] {
  const index = steps.findLastIndex((step) => step.seq === of);
  return index < 0 ? steps : steps.slice(0, index);
}

/** How much room lists of steps take together, so that adding a step does not look at all of them. */
const roomOf = new WeakMap<readonly Step[], number>();

/** The steps with a new one, without the oldest that there is no more room for; the new one is always kept. */
function withStep(steps: readonly Step[], step: Step): readonly Step[] {
  let room = step.bytes + (roomOf.get(steps) ?? steps.reduce((total, { bytes }) => total + bytes, 0));
  let start = 0;
  for (const { bytes } of steps) {
    if (steps.length - start < historyLimits.steps && room <= historyLimits.bytes) break;
    room -= bytes;
    start++;
  }
  const kept = start === 0 ? [...steps, step] : [...steps.slice(start), step];
  roomOf.set(kept, room);
  return kept;
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
