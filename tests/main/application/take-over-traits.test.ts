import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TagTrait } from '../../../src-core/annotation/tag-traits';
import { defaultSettings } from '../../../src-core/ipc/default-settings';
import { openSettingsFile } from '../../../src-main/application/settings-file';
import { takeOverTraits } from '../../../src-main/application/take-over-traits';
import type { Library } from '../../../src-main/library/library';
import { opened, value } from '../library/support';

const kept: readonly TagTrait[] = [
  { tag: '历史', aliases: ['史'], color: 'ochre' },
  { tag: '人物', aliases: [], color: 'violet' },
];

let folder: string;
let file: string;
let library: Library;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jianbao-traits-'));
  file = join(folder, 'settings.json');
  library = await opened(join(folder, 'library'));
  // As the former version wrote it.
  await writeFile(
    file,
    JSON.stringify({ ...defaultSettings('zh-CN', '甲'), theme: 'dark', tagTraits: kept }),
  );
});
afterEach(async () => {
  await library.close();
  await rm(folder, { recursive: true, force: true });
});

async function settings() {
  return openSettingsFile(file, defaultSettings('zh-CN', '甲'), () => undefined);
}

test('takes what a former version kept in the settings into the library, once', async () => {
  const own: TagTrait = { tag: '历史', aliases: ['旧事'], color: 'indigo' };
  value(await library.tagTraits.change(() => [own]));
  expect(await takeOverTraits(await settings(), library)).toEqual({ ok: true, value: null });
  const taken = value(await library.tagTraits.all());
  expect(new Set(taken)).toEqual(new Set([kept[1], { ...own, aliases: ['旧事', '史'] }]));
  const again = await settings();
  expect(again.formerTraits).toEqual([]);
  expect(again.read().theme).toBe('dark');
  expect(await readFile(file, 'utf8')).not.toContain('tagTraits');
});

test('leaves them in the settings, whatever else is set, while the library cannot be written', async () => {
  await library.close();
  const now = await settings();
  expect((await takeOverTraits(now, library)).ok).toBe(false);
  await now.write({ theme: 'sepia' });
  expect((await settings()).formerTraits).toEqual(kept);
});
