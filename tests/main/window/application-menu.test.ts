import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, test } from 'vitest';
import { commands } from '../../../src-core/command/catalog';
import { defaultSettings } from '../../../src-core/ipc/default-settings';
import { applicationMenu, menuState, toAccelerator } from '../../../src-main/window/application-menu';

const settings = defaultSettings('zh-CN', '');

function itemsOf(menu: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return menu.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
}

function draw(isMac = false, hasVoice = true) {
  const chosen: string[] = [];
  const items = itemsOf(applicationMenu(settings, isMac, hasVoice, (command) => chosen.push(command)));
  return { items, chosen, find: (id: string) => items.find((item) => item.id === id) };
}

describe('the application menu', () => {
  test('lists every command that names a menu, once', () => {
    const listed = draw().items.flatMap((item) => (item.id === undefined ? [] : [item.id]));
    expect(listed.toSorted()).toEqual(
      commands.flatMap((command) => (command.menu === null ? [] : [command.id])).toSorted(),
    );
  });

  test('offers to read aloud only where there is a voice', () => {
    expect(draw(false, false).find('view.read-aloud')).toBeUndefined();
    expect(draw().find('view.read-aloud')).toBeDefined();
    expect(menuState(settings, false)).not.toBe(menuState(settings, true));
  });

  test('sends the chosen command on', () => {
    const { items, chosen } = draw();
    const own = items.filter((item) => item.id !== undefined && item.role === undefined);
    for (const item of own) (item as { readonly click: () => void }).click();
    expect(chosen).toEqual(own.map((item) => item.id));
    expect(chosen).toContain('view.toggle-direction');
  });

  test('shows the keys of the window’s commands without taking them from the window', () => {
    const taking = draw().items.filter((item) => item.role === undefined && item.id !== undefined);
    expect(taking.filter((item) => item.registerAccelerator !== false)).toEqual([]);
    expect(draw().find('edit.undo')).toMatchObject({ accelerator: 'CommandOrControl+Z' });
  });

  test('leaves the editing of text to the engine and quitting to the system', () => {
    const { find } = draw();
    expect(find('edit.paste')).toMatchObject({ role: 'paste', registerAccelerator: false });
    expect(find('file.quit')).toMatchObject({ role: 'quit' });
    expect(find('file.quit')).not.toHaveProperty('registerAccelerator');
  });

  test('offers neither reload nor developer tools', () => {
    const roles = draw().items.map((item) => item.role?.toLowerCase());
    for (const role of ['reload', 'forcereload', 'toggledevtools']) expect(roles).not.toContain(role);
  });

  test('has a check mark at what holds, and at nothing else', () => {
    const now = {
      ...settings,
      theme: 'sepia',
      view: 'article',
      direction: 'horizontal',
      marksOpen: false,
    } as const;
    const items = itemsOf(applicationMenu(now, false, true, () => undefined));
    expect(items.filter(({ checked }) => checked === true).map(({ id }) => id)).toEqual([
      'view.as-article',
      'view.flow-paged',
      'view.direction-horizontal',
      'view.toggle-shelf',
      'view.theme-sepia',
      'view.language-zh-CN',
      'view.notes-head',
    ]);
    expect(items.filter(({ type }) => type === 'radio')).toHaveLength(17);
    expect(menuState(now, true)).not.toBe(menuState(settings, true));
    expect(menuState({ ...now, fontSize: 30 }, true)).toBe(menuState(now, true));
  });

  test('is written in the language asked for', () => {
    const titles = (language: 'zh-CN' | 'en') =>
      applicationMenu({ ...settings, language }, false, true, () => undefined).map(({ label }) => label);
    expect(titles('zh-CN')).toEqual(['文件', '编辑', '显示', '前往', '标记', '学习日', '帮助']);
    expect(titles('en')).toEqual(['File', 'Edit', 'View', 'Go', 'Mark', 'Study', 'Help']);
  });

  test('begins and ends no menu with a rule, and has no two together', () => {
    for (const { submenu } of applicationMenu(settings, false, true, () => undefined)) {
      const kinds = Array.isArray(submenu) ? submenu.map((item) => item.type ?? 'command') : [];
      expect(kinds.join(' ')).not.toMatch(/^separator|separator$|separator separator/);
    }
  });
});

describe('an accelerator', () => {
  test.each([
    ['Mod+Z', 'CommandOrControl+Z'],
    ['Mod+Shift+Z', 'CommandOrControl+Shift+Z'],
    ['Mod+=', 'CommandOrControl+='],
    ['Mod++', 'CommandOrControl+Plus'],
    ['Mod+-', 'CommandOrControl+-'],
    ['Alt+ArrowDown', 'Alt+Down'],
    ['F11', 'F11'],
  ])('for %s is %s on every system', (key, accelerator) => {
    expect([toAccelerator(key, false), toAccelerator(key, true)]).toEqual([accelerator, accelerator]);
  });

  test('of a bare key is left out on macOS, where the menu would take it from text fields', () => {
    expect([toAccelerator('N', false), toAccelerator('N', true)]).toEqual(['N', null]);
  });
});
