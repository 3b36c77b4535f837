// Where the windows were when they were last closed, and what each showed. A remembered place is taken only where a user
// can reach it: displays come and go.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { windowSettingsSchema, type WindowSettings } from '../../src-core/ipc/contract';

/** A rectangle in device-independent pixels, as Electron has it. */
const boundsSchema = z.strictObject({ x: z.int(), y: z.int(), width: z.int(), height: z.int() });
export type Bounds = z.infer<typeof boundsSchema>;

const ownSchema = windowSettingsSchema.partial();

const placesSchema = z.strictObject({
  version: z.literal(2),
  windows: z
    .array(z.strictObject({ bounds: boundsSchema, maximized: z.boolean(), own: ownSchema }))
    .min(1)
    .max(20),
});

/** Where a window stands; without bounds it is centred in its default size. */
export type WindowPlace = {
  readonly bounds: Bounds | null;
  readonly maximized: boolean;
  /** What it shows; what is left out is as it was set last in any window. */
  readonly own: Partial<WindowSettings>;
};

export const defaultSize = { width: 1280, height: 800 } as const;
export const smallestSize = { width: 720, height: 480 } as const;

/** How much of the window's upper edge must be on a display, so that it can be moved. */
const handle = { width: 120, height: 32 } as const;

/** Down and to the side, in device-independent pixels, from a window to one that is opened from it. */
const cascade = 28;

/** Reads the remembered places; one window in the middle where there are none or they are not understood. */
export function readWindowPlaces(file: string): readonly WindowPlace[] {
  try {
    return placesSchema
      .parse(JSON.parse(readFileSync(file, 'utf8')))
      .windows.map(({ bounds, maximized, own }) => ({ bounds, maximized, own: withoutUndefined(own) }));
  } catch {
    // The worst of a missing or broken file is a window in the middle of the screen.
    return [{ bounds: null, maximized: false, own: {} }];
  }
}

/** Remembers the places. They are written while windows close, so at once and in one step. */
export function writeWindowPlaces(
  file: string,
  places: readonly (WindowPlace & { readonly bounds: Bounds })[],
): void {
  const windows = places.map(({ bounds: { x, y, width, height }, maximized, own }) => ({
    bounds: { x, y, width, height },
    maximized,
    own,
  }));
  writeFileSync(`${file}.tmp`, `${JSON.stringify({ version: 2, windows })}\n`, { mode: 0o600 });
  renameSync(`${file}.tmp`, file);
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

/** The schema's optional fields as this house writes them. */
function withoutUndefined(own: z.infer<typeof ownSchema>): Partial<WindowSettings> {
  return Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
}
