import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { besideBounds, fitBounds, readStands } from '../../../src-main/window/window-bounds';
import { readWindowPlaces, writeWindowPlaces } from '../../../src-main/window/window-places';

const display = { x: 0, y: 25, width: 1920, height: 1055 };
const second = { x: 1920, y: 0, width: 1280, height: 1024 };
const bounds = { x: 100, y: 100, width: 1280, height: 800 };

describe('remembered bounds', () => {
  test('are taken as they are where they fit', () => {
    expect(fitBounds(bounds, [display])).toEqual(bounds);
  });

  test('are taken on a second display while it is there, and dropped when it is gone', () => {
    const beside = { ...bounds, x: 2000 };
    expect(fitBounds(beside, [display, second])).toEqual({ ...beside, width: 1280 });
    expect(fitBounds(beside, [display])).toBeNull();
  });

  test('are dropped where the upper edge could not be taken hold of', () => {
    expect(fitBounds({ ...bounds, y: -200 }, [display])).toBeNull();
    expect(fitBounds({ ...bounds, y: 1070 }, [display])).toBeNull();
    expect(fitBounds({ ...bounds, x: -1200 }, [display])).toBeNull();
    expect(fitBounds({ ...bounds, x: 1850 }, [display])).toBeNull();
  });

  test('are made smaller on a smaller display', () => {
    const large = { x: 0, y: 25, width: 3840, height: 2160 };
    expect(fitBounds(large, [display])).toEqual({ ...large, width: 1920, height: 1055 });
  });

  test('are dropped when they are too small to read in', () => {
    expect(fitBounds({ ...bounds, width: 50 }, [display])).toBeNull();
  });

  test('are absent at a first start', () => {
    expect(fitBounds(null, [display])).toBeNull();
  });
});

describe('the file of the window’s place', () => {
  let folder: string;
  let file: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jianbao-place-'));
    file = join(folder, 'window.json');
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('gives back what was written and leaves nothing else behind', async () => {
    const places = [
      { bounds, maximized: true, own: {} },
      {
        bounds: besideBounds(bounds),
        maximized: false,
        own: { view: 'article', zoom: 150, shelfOpen: false, place: null },
      },
    ] as const;
    writeWindowPlaces(file, places);
    expect(readWindowPlaces(file)).toEqual(places);
    expect(readStands(file)).toMatchObject(places.map(({ own: _own, ...stand }) => stand));
    expect(await readdir(folder)).toEqual(['window.json']);
  });

  const good = '{"bounds":{"x":0,"y":0,"width":900,"height":700},"maximized":true,"own":{}}';
  test.each([
    ['missing', null],
    ['empty', ''],
    ['no JSON', '{"version":2,'],
    ['without windows', '{"version":2,"windows":[]}'],
    ['of another version', `{"version":3,"windows":[${good}]}`],
    ['without numbers', `{"version":2,"windows":[${good.replace('"x":0', '"x":"0"')}]}`],
    ['of numbers without end', `{"version":2,"windows":[${good.replace('"x":0', '"x":1e999')}]}`],
    ['of a view that is none', `{"version":2,"windows":[${good.replace('{}', '{"view":"sky"}')}]}`],
  ])('gives the default when it is %s', async (_state, text) => {
    if (text !== null) await writeFile(file, text);
    expect(readWindowPlaces(file)).toEqual([{ bounds: null, maximized: false, own: {} }]);
  });

  test.each([
    ['missing', null],
    ['no JSON', '{"version":2,'],
    ['null', 'null'],
    ['without windows', '{"version":2,"windows":[]}'],
    ['without numbers', `{"version":2,"windows":[${good.replace('"x":0', '"x":"0"')}]}`],
    ['without a rectangle', '{"version":2,"windows":[{"bounds":null,"maximized":true}]}'],
  ])('gives the start one window in the middle when it is %s', async (_state, text) => {
    if (text !== null) await writeFile(file, text);
    expect(readStands(file)).toEqual([{ bounds: null, maximized: false }]);
  });

  test('is understood as these tests write it', async () => {
    await writeFile(file, `{"version":2,"windows":[${good}]}`);
    expect(readWindowPlaces(file)).toHaveLength(1);
    expect(readStands(file)).toMatchObject([{ maximized: true }]);
  });
});
