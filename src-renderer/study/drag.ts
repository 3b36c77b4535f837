// What the hand holds while it drags: a material that is moved, or what was found and is taken in. The window's own drag
// data is text alone, and is read only when it is let go; so what is held is kept here.
import type { DragEvent } from 'react';
import type { Excerpt, MaterialId } from '../../src-core/study/study-day';
import { addExcerpts } from '../state/study-materials';

type Held =
  | { readonly kind: 'material'; readonly materialId: MaterialId }
  | { readonly kind: 'excerpts'; readonly excerpts: readonly Excerpt[] };

let held: Held | null = null;

const ends = ['dragend', 'drop'] as const;

/** Begins to drag. */
export function startDrag(event: DragEvent, what: Held): void {
  held = what;
  event.dataTransfer.effectAllowed = what.kind === 'material' ? 'move' : 'copy';
  // Without data nothing is dragged.
  event.dataTransfer.setData('text/plain', '');
  // The dragged row may leave the list meanwhile, and tells of no end then; where it is let go hears of it.
  const end = (): void => {
    held = null;
    for (const name of ends) window.removeEventListener(name, end);
  };
  for (const name of ends) window.addEventListener(name, end);
}

/** What is dragged now; null for what is not ours, such as files. */
export function dragged(): Held | null {
  return held;
}

/** Takes the dragged excerpts in at a place; gives how many were new. */
export function dropDragged(at: number): number {
  return held?.kind === 'excerpts' ? addExcerpts(held.excerpts, at) : 0;
}
