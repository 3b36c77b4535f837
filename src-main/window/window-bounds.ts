// Where the window was when it was last closed. A remembered place is taken only where a user can reach it: displays
// come and go.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

/** A rectangle in device-independent pixels, as Electron has it. */
const boundsSchema = z.strictObject({ x: z.int(), y: z.int(), width: z.int(), height: z.int() });
export type Bounds = z.infer<typeof boundsSchema>;

const placeSchema = z.strictObject({ version: z.literal(1), bounds: boundsSchema, maximized: z.boolean() });

/** Where a window stands; without bounds it is centred in its default size. */
export type WindowPlace = { readonly bounds: Bounds | null; readonly maximized: boolean };

export const defaultSize = { width: 1280, height: 800 } as const;
export const smallestSize = { width: 720, height: 480 } as const;

/** How much of the window's upper edge must be on a display, so that it can be moved. */
const handle = { width: 120, height: 32 } as const;

/** Reads the remembered place; the default where there is none or it is not understood. */
export function readWindowPlace(file: string): WindowPlace {
  try {
    const { bounds, maximized } = placeSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    return { bounds, maximized };
  } catch {
    // The worst of a missing or broken file is a window in the middle of the screen.
    return { bounds: null, maximized: false };
  }
}

/** Remembers a place. It is written while the window closes, so at once and in one step. */
export function writeWindowPlace(file: string, bounds: Bounds, maximized: boolean): void {
  const { x, y, width, height } = bounds;
  const place: z.infer<typeof placeSchema> = { version: 1, bounds: { x, y, width, height }, maximized };
  writeFileSync(`${file}.tmp`, `${JSON.stringify(place)}\n`, { mode: 0o600 });
  renameSync(`${file}.tmp`, file);
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
