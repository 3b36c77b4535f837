import { chmod, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppFailure } from '../../../src-core/ipc/app-error';
import { defaultSettings } from '../../../src-core/ipc/default-settings';
import type { LibraryNotice } from '../../../src-core/ipc/library-notice';
import { openSettingsFile } from '../../../src-main/application/settings-file';

const defaults = defaultSettings('zh-CN', '甲');
let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jianbao-settings-'));
  file = join(folder, 'settings.json');
});

afterEach(async () => {
  await chmod(folder, 0o700);
  await rm(folder, { recursive: true, force: true });
});

async function open(damaged: LibraryNotice[] = []): ReturnType<typeof openSettingsFile> {
  return openSettingsFile(file, defaults, (notice) => damaged.push(notice));
}

describe('the settings file', () => {
  it('gives the defaults on a first start and keeps what is changed', async () => {
    const settings = await open();
    expect(settings.read()).toEqual(defaults);
    await settings.write({ theme: 'dark', direction: 'horizontal' });
    expect((await open()).read()).toEqual({ ...defaults, theme: 'dark', direction: 'horizontal' });
  });

  it('has settled when a change that nobody waited for is on the disk', async () => {
    const settings = await open();
    void settings.write({ theme: 'dark' });
    await settings.settled();
    expect(await readdir(folder)).toEqual(['settings.json']);
    expect((await open()).read().theme).toBe('dark');
  });

  it('keeps every one of many changes made at once', async () => {
    const settings = await open();
    await Promise.all([
      settings.write({ theme: 'dark' }),
      settings.write({ fontSize: 24 }),
      settings.write({ author: '乙' }),
    ]);
    expect((await open()).read()).toEqual({ ...defaults, theme: 'dark', fontSize: 24, author: '乙' });
  });

  it('takes the settings it knows from a file that has others, or wrong ones', async () => {
    await writeFile(file, JSON.stringify({ theme: 'sepia', fontSize: 900, later: true }));
    expect((await open()).read()).toEqual({ ...defaults, theme: 'sepia' });
  });

  it.each(['{"theme":', 'null', '[]', ''])('sets a file aside that holds %j, and says so', async (text) => {
    await writeFile(file, text);
    const damaged: LibraryNotice[] = [];
    const settings = await open(damaged);
    expect(settings.read()).toEqual(defaults);
    expect(damaged).toEqual([{ code: 'settings-set-aside', path: file, keptAs: `${file}.damaged` }]);
    await settings.write({ theme: 'dark' });
    expect(await readFile(`${file}.damaged`, 'utf8')).toBe(text);
  });

  it('never writes over a file that it could not read', async () => {
    await mkdir(file);
    const damaged: LibraryNotice[] = [];
    const settings = await open(damaged);
    expect(damaged).toMatchObject([{ code: 'settings-unreadable', path: file }]);
    await expect(settings.write({ theme: 'dark' })).rejects.toBeInstanceOf(AppFailure);
  });

  it('leaves no temporary file behind', async () => {
    await (await open()).write({ theme: 'white' });
    expect(await readdir(folder)).toEqual(['settings.json']);
  });
});
