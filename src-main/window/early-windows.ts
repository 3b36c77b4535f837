// Windows that are opened before the application knows what they will show. Their pages take as long to come up as all
// else takes to be loaded, and wait for answers; nothing of them is seen until then.
import { readFileSync } from 'node:fs';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { BrowserWindow } from 'electron';
import type { Theme } from '../../src-core/ipc/contract';
import { loadPage } from './load-page';
import { createMainWindow } from './main-window';
import { pictureFragment } from './pictures-in-page';
import { themeGrounds } from './theme-grounds';
import { readStands } from './window-bounds';

export type EarlyWindow = { readonly window: BrowserWindow; readonly loading: Promise<void> };

/** How long the library's folder may take to answer, in milliseconds; a share may be out of reach. */
const patience = 50;

/** Whether a library lies ready: there, and held by nobody. Any other may need a word with the user first. */
export async function liesReady(library: string): Promise<boolean> {
  const isThere = (name: string): Promise<boolean> =>
    access(join(library, name)).then(
      () => true,
      () => false,
    );
  const looking = Promise.all([isThere('library.json'), isThere('LOCK')]);
  const found = await Promise.race([looking, setTimeout(patience, null)]);
  return found !== null && found[0] && !found[1];
}

/** Opens the windows that were open last, each on its theme's ground. */
export function openEarly(options: {
  readonly userData: string;
  readonly preload: string;
  readonly icon: string;
  readonly url: string;
}): readonly EarlyWindow[] {
  const { userData, preload, icon, url } = options;
  const theme = themeIn(settingsFileIn(userData));
  return readStands(placeFileIn(userData)).map((place, at) => {
    const window = createMainWindow({ preload, icon, place, theme });
    const loading = loadPage(window, `${url}${pictureFragment(at)}`);
    // Whoever takes the window over waits for its page; until then a failure is nobody's.
    loading.catch(() => undefined);
    return { window, loading };
  });
}

/** Where settings and the places of windows are kept, in the user's own folder. */
export function settingsFileIn(userData: string): string {
  return join(userData, 'settings.json');
}
export function placeFileIn(userData: string): string {
  return join(userData, 'windows.json');
}

/** The theme that was set last. Only the ground under the page depends on it; the page reads the settings in full. */
function themeIn(settingsFile: string): Theme {
  try {
    const { theme } = JSON.parse(readFileSync(settingsFile, 'utf8')) as { readonly theme: unknown };
    return isTheme(theme) ? theme : 'paper';
  } catch {
    // Nothing was set yet, or nothing that can be read: that is told of where it is read in full.
    return 'paper';
  }
}

function isTheme(value: unknown): value is Theme {
  return typeof value === 'string' && Object.hasOwn(themeGrounds, value);
}
