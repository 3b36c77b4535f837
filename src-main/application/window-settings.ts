// Several windows share one set of settings, but for what each shows of its own: its issue and place in it, view,
// direction, zoom and panels. Those a window keeps for itself; a new window begins with what was set last.
import type { Settings, SharedSettings, WindowSettings } from '../../src-core/ipc/contract';
import type { IssueId } from '../../src-core/publication/issue';
import type { Emit, WindowId } from './ports';
import type { SettingsFile } from './settings-file';

/** How many issues the place where reading stopped is kept of. */
const mostPlaces = 200;

export type SettingsOfWindows = {
  /** Lets a window begin with settings of its own; what is left out is as it was set last. */
  readonly begin: (windowId: WindowId, own: Partial<WindowSettings>) => void;
  /** Gives what a window has for itself now. */
  readonly own: (windowId: WindowId) => WindowSettings;
  /** Gives all settings as a window has them. */
  readonly read: (windowId: WindowId) => Settings;
  /** Changes settings for a window, and what is shared for all; answered once they are on disk. Throws `target-unwritable`. */
  readonly write: (windowId: WindowId, changes: Partial<Settings>) => Promise<Settings>;
  /** Where reading stopped in an issue, whichever window it was in; null where it was not begun. */
  readonly placeIn: (issueId: IssueId) => Settings['place'];
  /** Forgets a window that is closed. */
  readonly forget: (windowId: WindowId) => void;
};

/** Gives each window its settings from the one file; `emit` tells the other windows what is shared. */
export function settingsOfWindows(file: Pick<SettingsFile, 'read' | 'write'>, emit: Emit): SettingsOfWindows {
  const kept = new Map<WindowId, Partial<WindowSettings>>();
  const read = (windowId: WindowId): Settings => ({ ...file.read(), ...kept.get(windowId) });

  return {
    begin: (windowId, own) => void kept.set(windowId, { ...own }),
    own: (windowId) => ownOf(read(windowId)),
    read,
    async write(windowId, changes) {
      const { place } = changes;
      const places = place === undefined || place === null ? {} : { places: withPlace(file.read(), place) };
      kept.set(windowId, ownOf({ ...read(windowId), ...changes }));
      const before = file.read();
      const written = file.write({ ...changes, ...places });
      if (!isAlike(before, file.read())) emit('settings.changed', sharedOf(file.read()), windowId);
      await written;
      return read(windowId);
    },
    placeIn: (issueId) => file.read().places.find((place) => place.issueId === issueId) ?? null,
    forget: (windowId) => void kept.delete(windowId),
  };
}

function withPlace({ places }: Settings, place: NonNullable<Settings['place']>): Settings['places'] {
  return [place, ...places.filter(({ issueId }) => issueId !== place.issueId)].slice(0, mostPlaces);
}

function ownOf(settings: Settings): WindowSettings {
  const { direction, view, parallel, zoom, shelfOpen, marksOpen, place } = settings;
  return { direction, view, parallel, zoom, shelfOpen, marksOpen, place };
}

function sharedOf(settings: Settings): SharedSettings {
  const { direction: _direction, view: _view, parallel: _parallel, zoom: _zoom, ...others } = settings;
  const { shelfOpen: _shelf, marksOpen: _marks, place: _place, ...shared } = others;
  return shared;
}

function isAlike(one: Settings, other: Settings): boolean {
  const shared = sharedOf(other);
  return Object.entries(sharedOf(one)).every(([key, value]) => Reflect.get(shared, key) === value);
}
