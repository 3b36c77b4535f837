// What the miniature shows: the sheets as they lie, the part of them that is in sight, and how to go elsewhere.
import { create } from 'zustand';

/** A box in parts of the whole, from 0 to 1, from the upper left corner. */
export type Part = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export type MiniatureMap = {
  /** Height to width of all sheets together. */
  readonly shape: number;
  readonly papers: readonly Part[];
  readonly frames: readonly Part[];
  readonly seen: Part;
  /** Brings a point to the middle of the view. */
  readonly goTo: (x: number, y: number) => void;
};

/** The map of the sheets; null while something else is shown, or all of them are in sight. */
export const useMiniature = create<{ readonly map: MiniatureMap | null }>(() => ({ map: null }));

/** Shows a map, or none where everything can be seen anyway. */
export function showMiniature(map: MiniatureMap | null): void {
  const isNeeded = map !== null && (map.seen.width < nearlyAll || map.seen.height < nearlyAll);
  if (isNeeded || useMiniature.getState().map !== null) useMiniature.setState({ map: isNeeded ? map : null });
}

const nearlyAll = 0.98;
