// Moves the page by steps of a wheel or key without a jump: each frame goes a part of the way that is left. With reduced
// motion, and for the small steps of a touchpad, it moves at once.
import type { Direction } from '../../src-core/ipc/contract';
import { scrolledBy, scrollStrip, scrollLimit } from './strip';

export type Glide = {
  /** Moves an element along the strip, by pixels; past its ends it does not go. */
  readonly by: (element: HTMLElement, direction: Direction, pixels: number, isSmooth: boolean) => void;
  /** Where it is going; null while nothing moves. */
  readonly goal: () => number | null;
  readonly stop: () => void;
};

const partPerFrame = 0.35;

/** Makes a glide, which has one goal at a time. */
export function createGlide(): Glide {
  let goal: number | null = null;
  let frame = 0;

  function step(element: HTMLElement, direction: Direction): void {
    if (goal === null) return;
    const now = scrolledBy(element, direction);
    const left = goal - now;
    if (Math.abs(left) < 1) {
      scrollStrip(element, direction, goal);
      goal = null;
      return;
    }
    const moved = left * partPerFrame;
    scrollStrip(element, direction, now + (Math.abs(moved) < 1 ? Math.sign(left) : moved));
    frame = requestAnimationFrame(() => step(element, direction));
  }

  function stop(): void {
    goal = null;
    cancelAnimationFrame(frame);
  }

  return {
    by: (element, direction, pixels, isSmooth) => {
      const from = goal ?? scrolledBy(element, direction);
      const next = Math.min(scrollLimit(element, direction), Math.max(0, from + pixels));
      const isMoving = goal !== null;
      if (!isSmooth || matchMedia('(prefers-reduced-motion: reduce)').matches) {
        stop();
        scrollStrip(element, direction, next);
      } else {
        goal = next;
        if (!isMoving) frame = requestAnimationFrame(() => step(element, direction));
      }
    },
    goal: () => goal,
    stop,
  };
}
