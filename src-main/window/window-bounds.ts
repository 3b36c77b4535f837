// Where windows may stand. A remembered place is taken only where a user can reach it: displays come and go. The start
// reads the places before anything else is loaded, and so it reads them by hand.
import { readFileSync } from 'node:fs';

/** A rectangle in device-independent pixels, as Electron has it. */
export type Bounds = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** Where a window stands; without bounds it is centred in its default size. */
export type WindowStand = { readonly bounds: Bounds | null; readonly maximized: boolean };

export const defaultSize = { width: 1280, height: 800 } as const;
export const smallestSize = { width: 720, height: 480 } as const;

/** How much of the window's upper edge must be on a display, so that it can be moved. */
const handle = { width: 120, height: 32 } as const;

/** Down and to the side, in device-independent pixels, from a window to one that is opened from it. */
const cascade = 28;

/** Reads where the windows stood that were open last; one in the middle where that is not known. */
export function readStands(file: string): readonly WindowStand[] {
  try {
    const { windows } = JSON.parse(readFileSync(file, 'utf8')) as { readonly windows: unknown };
    if (Array.isArray(windows) && windows.length > 0 && windows.every(isStand)) return windows;
  } catch {
    // As for a file whose contents are not understood.
  }
  return [{ bounds: null, maximized: false }];
}

function isStand(value: unknown): value is WindowStand {
  if (typeof value !== 'object' || value === null || !('bounds' in value) || !('maximized' in value))
    return false;
  const { bounds, maximized } = value;
  if (typeof bounds !== 'object' || bounds === null || typeof maximized !== 'boolean') return false;
  const sides = ['x', 'y', 'width', 'height'].map((side): unknown => Reflect.get(bounds, side));
  return sides.every(Number.isInteger);
}

/** Where a window goes that is opened from another one: a little lower and to the side. */
export function besideBounds(bounds: Bounds): Bounds {
  return { ...bounds, x: bounds.x + cascade, y: bounds.y + cascade };
}

/** Fits remembered bounds to the work areas of the displays that are there now; null where they no longer fit. */
export function fitBounds(bounds: Bounds | null, workAreas: readonly Bounds[]): Bounds | null {
  if (bounds === null) return null;
  if (bounds.width < smallestSize.width || bounds.height < smallestSize.height) return null;
  const area = workAreas.find((candidate) => isReachable(bounds, candidate));
  if (area === undefined) return null;
  return {
    ...bounds,
    width: Math.min(bounds.width, Math.max(area.width, smallestSize.width)),
    height: Math.min(bounds.height, Math.max(area.height, smallestSize.height)),
  };
}

function isReachable(bounds: Bounds, area: Bounds): boolean {
  const across = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
  const edgeInside = bounds.y >= area.y && bounds.y + handle.height <= area.y + area.height;
  return across >= handle.width && edgeInside;
}
