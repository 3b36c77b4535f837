// Pages come in as files, folders, drops and pasted text; hostile ones hurt nobody but themselves.
import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, test, type Launched } from './launch';
import { ImportDialog } from './pages/import-dialog';
import { ReaderPage } from './pages/reader-page';
import { Shelf } from './pages/shelf';

const sample = resolve('resources/samples/wujin-2022-10-11.txt');

function page(headline: string): string {
  return `运河日报\n2023年5月6日\n\n${headline}\n\n本报讯（记者 林远） ${headline}，昨日在城东落成。两岸的人们走上桥面，孩子们在桥头放起了风筝。\n`;
}

/** The process that reads pages, once it runs. */
async function readerProcess({ electron }: Launched): Promise<number> {
  const find = () =>
    electron.evaluate(
      ({ app }) => app.getAppMetrics().find(({ name }) => name === 'Jianbao Reader')?.pid ?? null,
    );
  await expect.poll(find).not.toBeNull();
  const pid = await find();
  // A signal to process 0 would reach the tests themselves.
  if (pid === null) throw new Error('no reader runs');
  return pid;
}

/** Has a page read, so that there is a process that reads: the sample of a first start needs none. */
async function startReader(launched: Launched, folder: string): Promise<void> {
  const file = join(folder, 'first.txt');
  await writeFile(file, page('第一座桥'));
  await launched.answerDialogs({ open: [file] });
  const shelf = new Shelf(launched.window);
  await shelf.importFiles();
  await expect(shelf.issues.filter({ hasText: '第一座桥' })).toHaveCount(1);
}

test('a page that hangs its reader fails at the deadline, and the next is read', async ({
  launch,
  folder,
}) => {
  const launched = await launch();
  const shelf = new Shelf(launched.window);
  const dialog = new ImportDialog(launched.window);
  const [good, hanging, next] = ['one.txt', 'two.txt', 'three.txt'].map((name) => join(folder, name));
  await writeFile(good ?? '', page('一座新桥'));
  await writeFile(hanging ?? '', page('两座新桥'));
  await writeFile(next ?? '', page('三座新桥'));
  await launched.answerDialogs({ open: [good ?? ''] });
  await shelf.importFiles();
  await expect(shelf.issues).toHaveCount(2);

  const reader = await readerProcess(launched);
  process.kill(reader, 'SIGSTOP');
  await launched.answerDialogs({ open: [hanging ?? '', next ?? ''] });
  await shelf.importFiles();
  await expect(dialog.failures).toHaveText([/two\.txt.*20 秒/s], { timeout: 40_000 });
  await expect(dialog.report).toContainText('导入了 1 个文件，共 2 个');
  await expect(shelf.issues).toHaveCount(3);
  expect(await readerProcess(launched)).not.toBe(reader);
  await dialog.close();
  await expect(shelf.issues.filter({ hasText: '三座新桥' })).toHaveCount(1);
});

test('a page that kills its reader fails, and the next is read by a new one', async ({ launch, folder }) => {
  const launched = await launch();
  const shelf = new Shelf(launched.window);
  const dialog = new ImportDialog(launched.window);
  const files = ['one.txt', 'two.txt'].map((name) => join(folder, name));
  await writeFile(files[0] ?? '', page('一座新桥'));
  await writeFile(files[1] ?? '', page('两座新桥'));
  await startReader(launched, folder);
  const reader = await readerProcess(launched);
  process.kill(reader, 'SIGSTOP');
  await launched.answerDialogs({ open: files });
  await shelf.importFiles();
  await expect(dialog.dialog.getByText('one.txt')).toBeVisible();
  process.kill(reader, 'SIGKILL');
  await expect(dialog.failures).toHaveText([/one\.txt.*读取程序中断/s]);
  await expect(shelf.issues.filter({ hasText: '两座新桥' })).toHaveCount(1);
  expect(await readerProcess(launched)).not.toBe(reader);
});

test('the reader sees nothing of the application’s environment', async ({ launch, folder }) => {
  test.skip(process.platform !== 'linux', 'reads /proc');
  const launched = await launch({ environment: { JIANBAO_SECRET: 'of-the-application' } });
  await startReader(launched, folder);
  const environment = await readFile(`/proc/${await readerProcess(launched)}/environ`, 'utf8');
  expect(environment).not.toContain('of-the-application');
  expect(environment).not.toContain('HOME=');
});

test('a folder comes in with a report, known pages are noticed and can come in once more', async ({
  launch,
  folder,
}) => {
  const launched = await launch();
  const { window } = launched;
  const shelf = new Shelf(window);
  const dialog = new ImportDialog(window);
  const papers = join(folder, 'papers');
  await mkdir(join(papers, 'may'), { recursive: true });
  await cp(sample, join(papers, 'again.txt'));
  await writeFile(join(papers, 'may', 'bridge.txt'), page('一座新桥'));
  await writeFile(join(papers, 'may', 'empty.txt'), '');
  await writeFile(join(papers, 'photo.jpg'), 'no text');
  await symlink(papers, join(papers, 'may', 'circle'));
  await launched.answerDialogs({ open: [papers] });
  await window.keyboard.press('Control+Shift+O');
  await expect(dialog.report).toContainText('导入了 1 个文件，共 3 个');
  await expect(dialog.report).toContainText('另有 2 个文件不是 .txt，没有读取');
  await expect(dialog.known).toHaveText([/again\.txt.*同一个文件/s]);
  // Each file is named once.
  await expect(dialog.failures).toHaveText([/^(?:(?!empty\.txt).)*empty\.txt(?!.*empty\.txt).*空文件/s]);
  await expect(shelf.issues).toHaveCount(2);

  await dialog.storeKnown.click();
  await expect(shelf.issues).toHaveCount(3);
});

test('files and folders can be dropped onto the window', async ({ launch, folder }) => {
  const launched = await launch();
  const { window } = launched;
  const shelf = new Shelf(window);
  const papers = join(folder, 'papers');
  await mkdir(papers);
  await writeFile(join(papers, 'bridge.txt'), page('一座新桥'));
  await writeFile(join(folder, 'lone.txt'), page('两座新桥'));
  const devTools = await window.context().newCDPSession(window);
  const drag = (type: 'dragEnter' | 'dragOver' | 'drop') =>
    devTools.send('Input.dispatchDragEvent', {
      type,
      x: 600,
      y: 400,
      data: { items: [], files: [papers, join(folder, 'lone.txt')], dragOperationsMask: 1 },
    });
  await new ReaderPage(window).isReadable();
  await drag('dragEnter');
  await drag('dragOver');
  await expect(window.getByText('放在这里，导入文件或文件夹')).toBeVisible();
  // A hand that holds something is never still.
  await drag('dragOver');
  await drag('drop');
  await expect(window.getByText('放在这里，导入文件或文件夹')).toBeHidden();
  await expect(shelf.issues).toHaveCount(3);
});

test('a page cannot drop files of its own making', async ({ launch, folder }) => {
  const launched = await launch();
  const { window } = launched;
  await writeFile(join(folder, 'secret.txt'), page('一座新桥'));
  const heard = await window.evaluate(
    async (path) => {
      const events: unknown[] = [];
      const { on } = Reflect.get(globalThis, 'jianbao') as {
        on: (name: string, listener: (payload: unknown) => void) => () => void;
      };
      on('files.dropped', (payload) => events.push(payload));
      const transfer = new DataTransfer();
      const file = new File(['text'], path);
      Object.defineProperty(file, 'path', { value: path });
      transfer.items.add(file);
      document.body.dispatchEvent(
        new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }),
      );
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      return events;
    },
    join(folder, 'secret.txt'),
  );
  expect(heard).toEqual([]);
});

test('pasted text comes in as a page, but not while somebody is typing', async ({ launch }) => {
  const launched = await launch();
  const { window, electron } = launched;
  const shelf = new Shelf(window);
  const dialog = new ImportDialog(window);
  await expect(shelf.issues).toHaveCount(1);
  await electron.evaluate(({ clipboard }, text) => clipboard.writeText(text), page('一座新桥'));
  await window.getByRole('button', { name: '设置' }).click();
  const author = window.getByRole('textbox', { name: '署名' });
  const settings = window.getByRole('dialog', { name: '设置' });
  expect(await settings.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  // A key that is pressed by chance writes over nobody's name.
  const name = await author.inputValue();
  await window.keyboard.press('q');
  await expect(author).toHaveValue(name);
  await author.fill('');
  await author.press('Control+V');
  await expect(author).toHaveValue(/一座新桥/);
  await author.fill('');
  await window.keyboard.press('Escape');
  await expect(shelf.issues).toHaveCount(1);

  await shelf.issues.first().focus();
  await window.keyboard.press('Control+V');
  // It is on the shelf before the import has ended, and opens when it has.
  await expect(shelf.issues.filter({ hasText: '一座新桥' })).toHaveAttribute('aria-current', 'true');
  await expect(dialog.dialog).toHaveCount(0);
  await window.keyboard.press('Control+V');
  await expect(dialog.known).toHaveCount(1);
  await dialog.close();

  await window.keyboard.press('Control+K');
  await window.keyboard.insertText('环境增强人民');
  await expect(window.getByRole('option', { name: /以高质量生态环境增强人民群众/ })).toHaveCount(1);
  await window.keyboard.press('Enter');
  await expect(shelf.issues.filter({ hasText: '以高质量生态环境' })).toHaveAttribute('aria-current', 'true');
});
