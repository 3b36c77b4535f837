// What the user set, as the main process keeps it. A change shows at once and is written behind; the reading place,
// which changes with every scroll, is written when the page comes to rest.
import { create } from 'zustand';
import type { ReadingPlace, Settings, SharedSettings } from '../../src-core/ipc/contract';
import { defaultSettings } from '../../src-core/ipc/default-settings';
import type { IssueId } from '../../src-core/publication/issue';
import { call } from '../bridge/bridge';
import { report } from './notices';
import { createRest } from './rest';

/** The body size, in CSS pixels, that «恢复字号» goes back to, and the range the contract allows. */
export const fontSizes = { smallest: 12, normal: 18, largest: 40, step: 2 } as const;

/** The sizes of a whole page in percent of the one that fits the view, and how much larger each next one is. */
export const zooms = { fit: 100, largest: 400, step: 1.25 } as const;

type SettingsState = { readonly settings: Settings; readonly isRead: boolean };

/** The settings as they show. */
export const useSettings = create<SettingsState>(() => ({
  // What holds until the settings are read.
  settings: defaultSettings('zh-CN', ''),
  isRead: false,
}));

/** Reads the settings; where that fails the initial ones hold and the failure is reported. */
export async function readSettings(): Promise<void> {
  const result = await call('settings.read', {});
  if (result.ok) useSettings.setState({ settings: result.value, isRead: true });
  else {
    useSettings.setState({ isRead: true });
    report(result.error);
  }
}

/** Changes settings now and writes them. */
export async function changeSettings(changes: Partial<Omit<Settings, 'places'>>): Promise<void> {
  useSettings.setState(({ settings }) => ({ settings: { ...settings, ...changes } }));
  const result = await call('settings.write', changes);
  if (!result.ok) report(result.error);
}

const placeRest = createRest(600);

/** More issues than these are begun at their beginning again. */
const mostPlaces = 200;

/** Keeps the reading place; written once the reader has rested there. */
export function keepPlace(place: ReadingPlace): void {
  const { place: kept } = useSettings.getState().settings;
  if (kept?.issueId === place.issueId && kept.articleId === place.articleId && kept.offset === place.offset)
    return;
  useSettings.setState(({ settings }) => ({
    settings: {
      ...settings,
      place,
      places: [place, ...settings.places.filter(({ issueId }) => issueId !== place.issueId)].slice(
        0,
        mostPlaces,
      ),
    },
  }));
  placeRest.then(() => void writePlace());
}

/** Gives where reading stopped in an issue; null where it was not begun. */
export function placeIn(issueId: IssueId): ReadingPlace | null {
  const { place, places } = useSettings.getState().settings;
  if (place?.issueId === issueId) return place;
  return places.find((kept) => kept.issueId === issueId) ?? null;
}

/** Writes the reading place without waiting for rest, as when the window is about to close. */
export async function writePlace(): Promise<void> {
  placeRest.cancel();
  const { place } = useSettings.getState().settings;
  const result = await call('settings.write', { place });
  if (!result.ok) report(result.error);
}

/** Takes over what another window set. */
export function followSettings(shared: SharedSettings): void {
  useSettings.setState(({ settings }) => ({ settings: { ...settings, ...shared } }));
}
