// What the library finds is told in the window, each in one sentence: what opening it had to mend, and what the check
// finds once the window is up.
import { appendFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './launch';
import { JianbaoWindow } from './pages/jianbao-window';

test('a damaged library is told of at the start, and read', async ({ launch }) => {
  const first = await launch();
  await new JianbaoWindow(first.window).reader.isReadable();
  await first.close();
  const issues = join(first.libraryFolder, 'issues');
  const [issueId = ''] = await readdir(issues);
  await writeFile(join(first.libraryFolder, 'catalog.json'), '');
  // Nothing reads the source again but the check.
  await appendFile(join(issues, issueId, 'source.bin'), '…');
  await rm(join(issues, issueId, 'issue.json'));

  const second = await launch();
  await new JianbaoWindow(second.window).reader.isReadable();
  const notices = second.window.getByRole('log', { name: '通知' });
  await expect(notices.getByRole('status').filter({ hasText: '已由各期重新生成。' })).toBeVisible();
  await expect(notices.getByRole('status').filter({ hasText: '已由上一份副本和日志重建' })).toBeVisible();
  const checked = notices.getByRole('status').filter({ hasText: '启动时检查资料库' });
  await expect(checked).toContainText('source.bin');
  await checked.getByRole('button', { name: '资料库' }).press('Enter');
  const dialog = second.window.getByRole('dialog', { name: '资料库' });
  await dialog.getByRole('button', { name: '检查', exact: true }).press('Enter');
  await expect(dialog.getByRole('list', { name: '查出的问题' })).toContainText('校验和不符');
  await second.window.keyboard.press('Escape');
  await second.close();

  const third = await launch();
  await expect(third.window.getByRole('status').filter({ hasText: '启动时检查资料库' })).toHaveCount(1);
  await expect(third.window.getByRole('status').filter({ hasText: '重建' })).toHaveCount(0);
  await third.close();
});

test('settings that could not be read are told of, and kept', async ({ launch }) => {
  const first = await launch();
  await new JianbaoWindow(first.window).reader.isReadable();
  await first.close();
  const file = join(first.userDataFolder, 'settings.json');
  await writeFile(file, '{"theme":');

  const second = await launch();
  await new JianbaoWindow(second.window).reader.isReadable();
  const notices = second.window.getByRole('log', { name: '通知' });
  await expect(notices.getByRole('status').filter({ hasText: '设置文件' })).toContainText(`${file}.damaged`);
  expect(await readFile(`${file}.damaged`, 'utf8')).toBe('{"theme":');
  await second.close();
});

test('marks of which both copies are damaged come back from the backup, and it is told', async ({
  launch,
}) => {
  const first = await launch();
  const desk = new JianbaoWindow(first.window);
  await desk.reader.isReadable();
  await desk.reader.select('生态文明思想');
  await desk.reader.mark('1');
  await expect(desk.marks.marks).toHaveCount(1);
  const [issueId = ''] = await readdir(join(first.libraryFolder, 'issues'));
  // The first automatic backup is made with the next beat after a change.
  const backups = join(first.libraryFolder, 'backups');
  await expect.poll(async () => (await readdir(backups).catch(() => [])).length, { timeout: 30_000 }).toBe(1);
  await first.close();
  const folder = join(first.libraryFolder, 'issues', issueId);
  for (const name of await readdir(folder)) {
    if (/^annotations|\.jnl$/u.test(name)) await writeFile(join(folder, name), '{}\n');
  }

  const second = await launch();
  await expect(new JianbaoWindow(second.window).marks.marks).toHaveCount(1);
  const notices = second.window.getByRole('log', { name: '通知' });
  await expect(notices.getByRole('status').filter({ hasText: '的自动备份和日志重建' })).toBeVisible();
  await second.close();
});
