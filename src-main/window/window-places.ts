// Where the windows were when they were last closed, and what each showed.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { windowSettingsSchema, type WindowSettings } from '../../src-core/ipc/contract';
import type { Bounds, WindowStand } from './window-bounds';

const boundsSchema = z.strictObject({ x: z.int(), y: z.int(), width: z.int(), height: z.int() });

const ownSchema = windowSettingsSchema.partial();

const placesSchema = z.strictObject({
  version: z.literal(2),
  windows: z
    .array(z.strictObject({ bounds: boundsSchema, maximized: z.boolean(), own: ownSchema }))
    .min(1)
    .max(20),
});

/** Where a window stands, and what it shows; what is left out is as it was set last in any window. */
export type WindowPlace = WindowStand & { readonly own: Partial<WindowSettings> };

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

/** The schema's optional fields as this house writes them. */
function withoutUndefined(own: z.infer<typeof ownSchema>): Partial<WindowSettings> {
  return Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
}
