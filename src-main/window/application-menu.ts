// The application menu, drawn from the command catalog. The window handles the keys, since what they do depends on
// where the focus is; the menu only shows them. Cut, copy, paste and the like are the engine's own.
import type { MenuItemConstructorOptions } from 'electron';
import { commands, menus, type CommandId } from '../../src-core/command/catalog';
import { chosenCommand } from '../../src-core/command/chosen-commands';
import type { CommandSpec } from '../../src-core/command/command-spec';
import type { Language, Settings } from '../../src-core/ipc/contract';

/**
 * Makes the menus in the language of the settings, with a check mark at what they choose, and reading aloud where there
 * is a voice; `choose` is called for a command that a window carries out.
 */
export function applicationMenu(
  settings: Settings,
  isMac: boolean,
  hasVoice: boolean,
  choose: (command: CommandId) => void,
): MenuItemConstructorOptions[] {
  const { language } = settings;
  return menus.map(({ name, title }) => ({
    id: name,
    label: title[language],
    submenu: withRules(
      commands.filter(({ id, menu }) => menu === name && (hasVoice || id !== 'view.read-aloud')),
      (command) => ({ ...menuItem(command, language, isMac, choose), ...checkMark(command.id, settings) }),
    ),
  }));
}

/** What of the settings the menus show: where it is the same, the menus are. */
export function menuState(settings: Settings, hasVoice: boolean): string {
  const chosen = commands.filter(({ id }) => chosenCommand(id, settings)?.isChosen === true);
  return [settings.language, String(hasVoice), ...chosen.map(({ id }) => id)].join(' ');
}

function checkMark(id: CommandId, settings: Settings): MenuItemConstructorOptions {
  const chosen = chosenCommand(id, settings);
  return chosen === null ? {} : { type: chosen.kind, checked: chosen.isChosen };
}

function withRules<C extends CommandSpec>(
  listed: readonly C[],
  draw: (command: C) => MenuItemConstructorOptions,
): MenuItemConstructorOptions[] {
  return listed.flatMap((command, index): MenuItemConstructorOptions[] => {
    const before = listed[index - 1];
    const isParted = before !== undefined && before.group !== command.group;
    return isParted ? [{ type: 'separator' }, draw(command)] : [draw(command)];
  });
}

function menuItem(
  command: CommandSpec & { readonly id: CommandId },
  language: Language,
  isMac: boolean,
  choose: (command: CommandId) => void,
): MenuItemConstructorOptions {
  const [key] = command.keys;
  const accelerator = key === undefined ? null : toAccelerator(key, isMac);
  const item: MenuItemConstructorOptions = {
    id: command.id,
    label: command.title[language],
    ...(accelerator === null ? {} : { accelerator }),
  };
  const { role } = command;
  if (role === undefined) {
    return { ...item, registerAccelerator: false, click: () => choose(command.id) };
  }
  switch (role) {
    case 'close':
    case 'quit':
    case 'togglefullscreen':
      // No page can do these, so the key must work wherever the focus is.
      return { ...item, role };
    case 'cut':
    case 'copy':
    case 'paste':
    case 'selectAll':
      return { ...item, role, registerAccelerator: false };
  }
}

const keyNames: Readonly<Record<string, string>> = {
  Mod: 'CommandOrControl',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
};

/**
 * A key of the catalog as Electron's accelerator; null where the menu must not have it. On macOS a menu always takes
 * its keys before the window, and a bare letter would then be lost to every text field.
 */
export function toAccelerator(key: string, isMac: boolean): string | null {
  // A plus sign is itself a key: 'Mod++' ends in one.
  const parts = key.endsWith('+') ? [...key.slice(0, -2).split('+'), 'Plus'] : key.split('+');
  const isBare = parts.length === 1 && !/^F\d+$/.test(key);
  if (isMac && isBare) return null;
  return parts.map((part) => keyNames[part] ?? part).join('+');
}
