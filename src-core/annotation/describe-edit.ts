// Names an edit as a step for «撤销：高亮 12 字». A change counts for what it really changes: an editor that saves note,
// tags and colour together after only the colour was changed made a change of colour.
import type { AnnotationChanges } from './annotation';
import { touchedBy, type Annotations } from './apply-edit';
import type { Edit, SingleEdit } from './edit';
import type { StepLabel } from './history';
import { passagesOf } from './passages';

type Aspect = keyof AnnotationChanges;

/** Names an edit that is about to be applied to these annotations; characters are Unicode code points of the quotes. */
export function describeEdit(edit: Edit, annotations: Annotations): StepLabel {
  const singles = edit.type === 'batch' ? edit.edits : [edit];
  // A mark that is carried to a revision takes more than one edit.
  const count = new Set(touchedBy(edit)).size;
  const [first] = singles;
  if (first?.type === 'add' && singles.every((single) => single.type === 'add')) {
    const { scope } = first.annotation;
    if (scope !== undefined && count === 1) return { kind: 'whole-note', scope };
    return { kind: 'mark', style: first.annotation.style, characters: sum(singles.map(quotedCharacters)) };
  }
  if (singles.every((single) => single.type === 'remove')) return { kind: 'remove', count };
  if (singles.every((single) => single.type === 'restore')) return { kind: 'restore', count };
  const aspects = new Set(singles.map((single) => changedAspect(single, annotations)));
  const [aspect] = aspects;
  if (aspects.size !== 1) return { kind: 'change', count };
  switch (aspect) {
    case 'tags':
    case 'color':
    case 'style':
    case 'links':
      return { kind: aspect, count };
    case 'linksElsewhere':
      return { kind: 'links', count };
    case 'target':
      return { kind: 'passages', count };
    case 'note':
      return count === 1 ? { kind: 'note' } : { kind: 'change', count };
    default:
      return { kind: 'change', count };
  }
}

/** The one thing about its mark which an update changes; null where it is not one thing, or no update. */
function changedAspect(edit: SingleEdit, annotations: Annotations): Aspect | null {
  if (edit.type !== 'update') return null;
  const named = Object.keys(edit.changes).filter(isAspect);
  const current = annotations.get(edit.annotationId);
  const changed = named.filter(
    (aspect) =>
      current === undefined || JSON.stringify(edit.changes[aspect]) !== JSON.stringify(current[aspect] ?? []),
  );
  const [only] = changed.length > 0 ? changed : named;
  return (changed.length > 0 ? changed : named).length === 1 && only !== undefined ? only : null;
}

function isAspect(key: string): key is Aspect {
  return (
    key === 'style' ||
    key === 'color' ||
    key === 'tags' ||
    key === 'note' ||
    key === 'author' ||
    key === 'target' ||
    key === 'links' ||
    key === 'linksElsewhere'
  );
}

function quotedCharacters(edit: SingleEdit): number {
  if (edit.type !== 'add') return 0;
  return sum(passagesOf(edit.annotation.target).map(({ quote }) => [...quote.exact].length));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
