// What windows share of the settings, and what each has for itself.
import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../../src-core/ipc/default-settings';
import type { Settings } from '../../../src-core/ipc/contract';
import { articleIdSchema, issueIdSchema } from '../../../src-core/publication/issue';
import { settingsOfWindows } from '../../../src-main/application/window-settings';

const placeIn = (issueId: string, offset = 0) => ({
  issueId: issueIdSchema.parse(issueId),
  articleId: articleIdSchema.parse('a1'),
  offset,
});

function openSettings() {
  let settings: Settings = defaultSettings('zh-CN', '读者');
  const told: unknown[] = [];
  const ofWindows = settingsOfWindows(
    {
      read: () => settings,
      write: (changes) => Promise.resolve((settings = { ...settings, ...changes })),
    },
    (name, payload, exceptWindow) => told.push([name, payload, exceptWindow]),
  );
  return { ...ofWindows, told, file: () => settings };
}

describe('windows', () => {
  test('share theme and type, and the others are told', async () => {
    const { write, read, told } = openSettings();
    await write(1, { theme: 'dark', fontSize: 24 });
    expect(read(2)).toMatchObject({ theme: 'dark', fontSize: 24 });
    expect(told).toEqual([['settings.changed', expect.objectContaining({ theme: 'dark', fontSize: 24 }), 1]]);
    expect(told[0]).not.toHaveProperty('1.direction');
  });

  test('have their own view, direction, zoom, panels and place', async () => {
    const { begin, write, read, told } = openSettings();
    begin(1, {});
    begin(2, { view: 'issue' });
    await write(2, { direction: 'horizontal', zoom: 200, marksOpen: false });
    await write(1, { view: 'article' });
    expect(read(1)).toMatchObject({ view: 'article' });
    expect(read(2)).toMatchObject({ view: 'issue', direction: 'horizontal', zoom: 200, marksOpen: false });
    expect(told).toEqual([]);
  });

  test('begin with what was set last', async () => {
    const { write, read } = openSettings();
    await write(1, { direction: 'horizontal' });
    expect(read(7)).toMatchObject({ direction: 'horizontal' });
  });

  test('add to the places where reading stopped, none over another', async () => {
    const { write, file, own } = openSettings();
    await write(1, { place: placeIn('i1', 5) });
    await write(2, { place: placeIn('i2', 7) });
    await write(1, { place: placeIn('i1', 9) });
    expect(file().places).toEqual([placeIn('i1', 9), placeIn('i2', 7)]);
    expect([own(1).place, own(2).place]).toEqual([placeIn('i1', 9), placeIn('i2', 7)]);
  });
});
