// The disk fails while someone reads: the mark is shown as not saved, reading goes on, and it is saved once there is a
// disk again.
import { execFileSync } from 'node:child_process';
import { closeSync, openSync, readdirSync, writeSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openLibrary } from '../../src-main/library/open-library';
import { expect, test } from './launch';
import { JianbaoWindow } from './pages/jianbao-window';

async function savedQuotes(library: string): Promise<readonly string[]> {
  const opened = await openLibrary(library, {
    now: () => new Date().toISOString(),
    newId: () => `test-${process.pid}`,
    holder: 'cli',
  });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const issues = await opened.value.issues();
  const quotes: string[] = [];
  for (const { issueId } of issues.ok ? issues.value : []) {
    const marks = await opened.value.annotations(issueId);
    if (marks.ok) quotes.push(...marks.value.map(({ target }) => target.quote.exact));
  }
  expect((await opened.value.check()).problems).toEqual([]);
  await opened.value.close();
  return quotes;
}

/** Changes the note of the first mark, without the panel; gives the code of a refusal, null where it was saved. */
function noteFirst(window: Page, library: string, words: string): Promise<string | null> {
  const [id = ''] = readdirSync(join(library, 'issues'));
  return window.evaluate(
    async ({ issueId, note }) => {
      type Answer = {
        ok: boolean;
        value: { annotations: { annotationId: string }[] };
        error: { code: string };
      };
      const { jianbao } = globalThis as unknown as {
        jianbao: { call: (name: string, input: unknown) => Promise<Answer> };
      };
      const { value } = await jianbao.call('issue.open', { issueId });
      const at = new Date().toISOString();
      const edit = {
        type: 'update',
        annotationId: value.annotations[0]?.annotationId,
        changes: { note },
        at,
      };
      const answer = await jianbao.call('annotations.edit', { issueId, edit });
      return answer.ok ? null : answer.error.code;
    },
    { issueId: id, note: words },
  );
}

/** Takes all the room there is on a disk. */
function fill(filler: string): void {
  const file = openSync(filler, 'a');
  try {
    for (;;) writeSync(file, Buffer.alloc(4096));
  } catch (error) {
    if (!(error instanceof Error) || !error.message.startsWith('ENOSPC')) throw error;
  } finally {
    closeSync(file);
  }
}

/** A second mark while the disk fails: it is shown, as not saved, with the reason; and reading goes on. */
async function markInVain(window: Page, reason: RegExp): Promise<void> {
  const desk = new JianbaoWindow(window);
  await desk.reader.select('资源优配增效');
  await desk.reader.mark('2');
  const refused = window.getByRole('alert').filter({ hasText: '1 处改动没有保存' });
  await expect(refused).toContainText(reason);
  await expect(desk.marks.marks).toHaveCount(2);
  await desk.toggleDirection();
  await desk.reader.isReadable();
  await desk.toggleDirection();
  // It is tried again, and is still not saved.
  await refused.getByRole('button', { name: '重新保存' }).click();
  await expect(refused).toContainText(reason);
  await expect(desk.marks.marks).toHaveCount(2);
}

/** What waits is saved by itself, at once where the user comes back to the window; and the focus is not lost. */
async function saveAgain(window: Page): Promise<void> {
  await window.getByRole('button', { name: '放弃这些改动' }).focus();
  await window.evaluate(() => globalThis.dispatchEvent(new Event('focus')));
  await expect(window.getByRole('alert')).toHaveCount(0);
  await expect(window.locator('body')).not.toBeFocused();
}

test('a full disk refuses a mark, keeps it in the window, and takes it when there is room', async ({
  launch,
  folder,
}) => {
  test.skip(
    process.platform !== 'linux' || process.getuid?.() !== 0,
    'a small disk can be mounted by root alone',
  );
  const disk = join(folder, 'disk');
  await mkdir(disk);
  execFileSync('/bin/mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk]);
  try {
    const library = join(disk, 'library');
    const app = await launch({ environment: { JIANBAO_LIBRARY: library } });
    const desk = new JianbaoWindow(app.window);
    await desk.reader.isReadable();
    await desk.reader.select('生态文明思想');
    await desk.reader.mark('1');
    await expect(desk.marks.marks).toHaveCount(1);
    // A few in a row, so that the journal has space set aside.
    for (const words of ['一', '一二', '一二三'])
      expect(await noteFirst(app.window, library, words)).toBeNull();
    const filler = join(disk, 'filler');
    fill(filler);
    // What fits into that space is saved on a full disk too; and what the library gives back meanwhile is taken as well.
    expect(await noteFirst(app.window, library, '满')).toBeNull();
    for (let refusal: string | null = null; refusal !== 'disk-full';) {
      fill(filler);
      refusal = await noteFirst(app.window, library, '满'.repeat(300));
    }
    fill(filler);
    await markInVain(app.window, /磁盘已满/u);
    await expect(desk.marks.mark('资源优配增效')).toContainText('未保存');
    await expect(desk.marks.mark('生态文明思想')).not.toContainText('未保存');
    await rm(filler);
    await saveAgain(app.window);
    await expect(desk.marks.mark('资源优配增效')).not.toContainText('未保存');
    await app.close();
    expect([...(await savedQuotes(library))].sort()).toEqual(['生态文明思想', '资源优配增效'].sort());
  } finally {
    execFileSync('/bin/umount', ['-l', disk]);
  }
});

/** Whether what the window keeps over its closing is on the disk. */
async function isKeptOnDisk(userData: string, words: string): Promise<boolean> {
  const folder = join(userData, 'Local Storage', 'leveldb');
  const files = (await readdir(folder)).filter((name) => name.endsWith('.log'));
  const contents = await Promise.all(files.map((name) => readFile(join(folder, name))));
  return contents.some((content) => content.includes(Buffer.from(words, 'utf16le')));
}

test('a folder that is away refuses a mark, and takes it when it is back, even after a kill', async ({
  launch,
}) => {
  const app = await launch();
  const desk = new JianbaoWindow(app.window);
  await desk.reader.isReadable();
  await desk.reader.select('生态文明思想');
  await desk.reader.mark('1');
  await expect(desk.marks.marks).toHaveCount(1);
  await rename(app.libraryFolder, `${app.libraryFolder}-away`);
  await markInVain(app.window, /不能保存|无法写入|写入/u);
  await rename(`${app.libraryFolder}-away`, app.libraryFolder);
  await saveAgain(app.window);

  await rename(app.libraryFolder, `${app.libraryFolder}-away`);
  await desk.reader.select('提升城市形态');
  await desk.reader.mark('3');
  await expect(desk.marks.marks).toHaveCount(3);
  // Sooner than the engine would write it by itself.
  await expect.poll(() => isKeptOnDisk(app.userDataFolder, '提升城市形态'), { timeout: 3000 }).toBe(true);
  await app.kill();
  await rename(`${app.libraryFolder}-away`, app.libraryFolder);
  const again = await launch();
  await expect(new JianbaoWindow(again.window).marks.mark('提升城市形态')).not.toContainText('未保存');
  await again.close();
  expect([...(await savedQuotes(app.libraryFolder))].sort()).toEqual(
    ['提升城市形态', '生态文明思想', '资源优配增效'].sort(),
  );
});

test('a disk mounted for reading refuses a mark, and takes it when it can be written', async ({
  launch,
  folder,
}) => {
  test.skip(process.platform !== 'linux' || process.getuid?.() !== 0, 'only root on Linux can mount');
  const disk = join(folder, 'disk');
  await mkdir(disk);
  execFileSync('/bin/mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', disk]);
  try {
    const library = join(disk, 'library');
    const app = await launch({ environment: { JIANBAO_LIBRARY: library } });
    const desk = new JianbaoWindow(app.window);
    await desk.reader.isReadable();
    execFileSync('/bin/mount', ['-o', 'remount,ro', disk]);
    await desk.reader.select('生态文明思想');
    await desk.reader.mark('1');
    const refused = app.window.getByRole('alert').filter({ hasText: '1 处改动没有保存' });
    await expect(refused).toContainText('现在只读');
    await expect(desk.marks.marks).toHaveCount(1);
    await desk.toggleDirection();
    await desk.reader.isReadable();
    execFileSync('/bin/mount', ['-o', 'remount,rw', disk]);
    await saveAgain(app.window);
    await app.close();
    expect(await savedQuotes(library)).toEqual(['生态文明思想']);
  } finally {
    execFileSync('/bin/umount', ['-l', disk]);
  }
});
