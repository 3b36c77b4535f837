// How an edit changes the marks of an issue. `applyEdit` is pure: it gives the next state and the inverse edit, or says
// why the edit does not fit. The main process and the window run the same function, and undo is an edit like any other.
import { fail, ok, type Result } from '../result';
import type { Annotation, AnnotationChanges, AnnotationId } from './annotation';
import type { Edit, SingleEdit } from './edit';

/** All annotations of one issue, tombstones too. */
export type Annotations = ReadonlyMap<AnnotationId, Annotation>;

export type EditError =
  | { readonly code: 'annotation-exists'; readonly annotationId: AnnotationId }
  | { readonly code: 'annotation-unknown'; readonly annotationId: AnnotationId }
  | { readonly code: 'annotation-removed'; readonly annotationId: AnnotationId };

export type AppliedEdit = { readonly annotations: Annotations; readonly inverse: Edit };

/** The annotations which an edit names, as they were before it; undefined for one that was not there. */
export type Touched = ReadonlyMap<AnnotationId, Annotation | undefined>;

/** What an edit did to the marks it was applied to in place: the edit that takes it back, and a way to have never been. */
export type MadeEdit = { readonly inverse: Edit; readonly touched: Touched; readonly rollBack: () => void };

/**
 * Applies an edit. The inverse, applied to the result, gives marks that read as before; a mark that was added becomes
 * a tombstone rather than nothing, so that removals are never silent.
 */
export function applyEdit(annotations: Annotations, edit: Edit): Result<AppliedEdit, EditError> {
  const next = new Map<AnnotationId, Annotation>();
  // Of ten thousand marks, an iterator would leave twenty thousand values behind to be collected.
  annotations.forEach((annotation, annotationId) => next.set(annotationId, annotation));
  const made = makeEdit(next, edit);
  return made.ok ? ok({ annotations: next, inverse: made.value.inverse }) : made;
}

/**
 * Applies an edit to the map itself, at a cost that does not grow with the number of marks. An edit that does not fit
 * changes nothing. `rollBack` puts the map back as it was, provided that later edits have been rolled back before.
 */
export function makeEdit(
  annotations: Map<AnnotationId, Annotation>,
  edit: Edit,
): Result<MadeEdit, EditError> {
  const inverses: SingleEdit[] = [];
  const touched = new Map<AnnotationId, Annotation | undefined>();
  const rollBack = (): void => {
    for (const [annotationId, annotation] of touched) {
      if (annotation === undefined) annotations.delete(annotationId);
      else annotations.set(annotationId, annotation);
    }
  };
  for (const single of edit.type === 'batch' ? edit.edits : [edit]) {
    const annotationId = single.type === 'add' ? single.annotation.annotationId : single.annotationId;
    const before = annotations.get(annotationId);
    const inverse = applySingle(annotations, single);
    if (!inverse.ok) {
      rollBack();
      return inverse;
    }
    if (!touched.has(annotationId)) touched.set(annotationId, before);
    inverses.push(inverse.value);
  }
  return ok({ inverse: together(inverses.reverse()), touched, rollBack });
}

/** One edit made of several that are to hold together. */
export function together(edits: readonly SingleEdit[]): Edit {
  const [first] = edits;
  return edits.length === 1 && first !== undefined ? first : { type: 'batch', edits: [...edits] };
}

/** Which annotations an edit names. */
export function touchedBy(edit: Edit): readonly AnnotationId[] {
  if (edit.type === 'batch') return edit.edits.flatMap(touchedBy);
  return [edit.type === 'add' ? edit.annotation.annotationId : edit.annotationId];
}

function applySingle(
  annotations: Map<AnnotationId, Annotation>,
  edit: SingleEdit,
): Result<SingleEdit, EditError> {
  switch (edit.type) {
    case 'add':
      return add(annotations, edit.annotation);
    case 'update':
      return update(annotations, edit.annotationId, edit.changes, edit.at);
    case 'remove':
      return remove(annotations, edit.annotationId, edit.at);
    case 'restore':
      return restore(annotations, edit.annotationId, edit.at);
  }
}

function add(
  annotations: Map<AnnotationId, Annotation>,
  annotation: Annotation,
): Result<SingleEdit, EditError> {
  const { annotationId } = annotation;
  if (annotations.has(annotationId)) return fail({ code: 'annotation-exists', annotationId });
  annotations.set(annotationId, annotation);
  return ok({ type: 'remove', annotationId, at: annotation.modified });
}

function update(
  annotations: Map<AnnotationId, Annotation>,
  annotationId: AnnotationId,
  changes: AnnotationChanges,
  at: string,
): Result<SingleEdit, EditError> {
  const current = standing(annotations, annotationId);
  if (!current.ok) return current;
  const { links = [], linksElsewhere = [] } = current.value;
  const former = { ...current.value, links, linksElsewhere };
  const before: AnnotationChanges = Object.fromEntries(
    Object.keys(changes).map((key) => [key, former[key as keyof AnnotationChanges]]),
  );
  annotations.set(annotationId, withoutEmptyLinks({ ...current.value, ...defined(changes), modified: at }));
  return ok({ type: 'update', annotationId, changes: before, at: current.value.modified });
}

function remove(
  annotations: Map<AnnotationId, Annotation>,
  annotationId: AnnotationId,
  at: string,
): Result<SingleEdit, EditError> {
  const current = standing(annotations, annotationId);
  if (!current.ok) return current;
  annotations.set(annotationId, { ...current.value, removed: at, modified: at });
  return ok({ type: 'restore', annotationId, at: current.value.modified });
}

function restore(
  annotations: Map<AnnotationId, Annotation>,
  annotationId: AnnotationId,
  at: string,
): Result<SingleEdit, EditError> {
  const current = annotations.get(annotationId);
  if (current === undefined) return fail({ code: 'annotation-unknown', annotationId });
  if (current.removed === undefined) return fail({ code: 'annotation-exists', annotationId });
  const { removed: _removed, ...standingAgain } = current;
  annotations.set(annotationId, { ...standingAgain, modified: at });
  return ok({ type: 'remove', annotationId, at: current.modified });
}

function standing(annotations: Annotations, annotationId: AnnotationId): Result<Annotation, EditError> {
  const current = annotations.get(annotationId);
  if (current === undefined) return fail({ code: 'annotation-unknown', annotationId });
  if (current.removed !== undefined) return fail({ code: 'annotation-removed', annotationId });
  return ok(current);
}

/** A mark whose last link was taken away is as one that never had any. */
function withoutEmptyLinks(annotation: Annotation): Annotation {
  const { links, linksElsewhere, ...rest } = annotation;
  if (links?.length !== 0 && linksElsewhere?.length !== 0) return annotation;
  return {
    ...rest,
    ...(links === undefined || links.length === 0 ? {} : { links }),
    ...(linksElsewhere === undefined || linksElsewhere.length === 0 ? {} : { linksElsewhere }),
  };
}

/** Leaves out keys whose value is undefined, so that a spread cannot erase what was not named. */
function defined(changes: AnnotationChanges): {
  [K in keyof AnnotationChanges]: NonNullable<AnnotationChanges[K]>;
} {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}
