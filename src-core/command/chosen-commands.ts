// Commands that choose one of several looks, or turn something on and off: which of them hold now. Menus show it by a
// check mark.
import type { Settings } from '../ipc/contract';
import type { CommandId } from './catalog';

/** How a menu shows a command that stands for a choice. */
export type ChosenCommand = {
  /** One of several that exclude each other, or one that is on or off for itself. */
  readonly kind: 'radio' | 'checkbox';
  readonly isChosen: boolean;
};

/** Says whether what a command chooses holds; null for a command that does something else than to choose. */
export function chosenCommand(id: CommandId, settings: Settings): ChosenCommand | null {
  const [area, name = ''] = id.split('.');
  if (area !== 'view') return null;
  for (const [prefix, value] of radios(settings)) {
    if (name.startsWith(prefix)) return { kind: 'radio', isChosen: name === `${prefix}${value}` };
  }
  switch (id) {
    case 'view.toggle-parallel':
      return { kind: 'checkbox', isChosen: settings.parallel };
    case 'view.toggle-shelf':
      return { kind: 'checkbox', isChosen: settings.shelfOpen };
    case 'view.toggle-marks':
      return { kind: 'checkbox', isChosen: settings.marksOpen };
    default:
      return null;
  }
}

function radios(settings: Settings): readonly (readonly [prefix: string, value: string])[] {
  return [
    ['as-', settings.view],
    ['flow-', settings.flow],
    ['notes-', settings.noteDisplay],
    ['direction-', settings.direction],
    ['theme-', settings.theme],
    ['language-', settings.language],
  ];
}
