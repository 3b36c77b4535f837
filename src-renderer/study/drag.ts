// What the hand holds while it drags: a material that is moved, or what was found and is taken in. The window's own drag
// data is text alone, and is read only when it is let go; so what is held is kept here.
import type { DragEvent } from 'react';
import type { Excerpt, MaterialId } from '../../src-core/study/study-day';
import { addExcerpts } from '../state/study-materials';

type Held =
  | { readonly kind: 'material'; readonly materialId: MaterialId }
  | { readonly kind: 'excerpts'; readonly excerpts: readonly Excerpt[] };

let held: Held | null = null;

/** Begins to drag. */
export function startDrag(event: DragEvent, what: Held): void {
  held = what;
  event.dataTransfer.effectAllowed = what.kind === 'material' ? 'move' : 'copy';
  // Without data nothing is dragged.
  event.dataTransfer.setData('text/plain', '');
  const end = (): void => {
    held = null;
    window.removeEventListener('dragend', end);
  };
  window.addEventListener('dragend', end);
}

/** What is dragged now; null for what is not ours, such as files. */
export function dragged(): Held | null {
  return held;
}

/** Takes the dragged excerpts in at a place; gives how many were new. */
export function dropDragged(at: number): number {
  return held?.kind === 'excerpts' ? addExcerpts(held.excerpts, at) : 0;
}
