// Starts the built application as a user's computer would, each test in a fresh folder of its own.
//
//   test('keeps a mark over a restart', async ({ launch }) => {
//     const first = await launch();
//     …first.window is the Playwright page…
//     await first.close();
//     const second = await launch();   // the same user-data and library folders
//   });
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, expect, test as base, type ElectronApplication, type Page } from '@playwright/test';

import { startDisplay } from './display';

export { expect } from '@playwright/test';

/** What file dialogs answer: the files one opens, and the path one saves to; null is the user's cancel. */
export type DialogAnswers = { readonly open?: readonly string[] | null; readonly save?: string | null };

export type Launched = {
  readonly electron: ElectronApplication;
  readonly window: Page;
  readonly userDataFolder: string;
  readonly libraryFolder: string;
  /** Decides what the next file dialogs answer; without it they answer as cancelled. */
  readonly answerDialogs: (answers: DialogAnswers) => Promise<void>;
  /** Quits as the user would, and checks that no error went uncaught in the window. */
  readonly close: () => Promise<void>;
  /** Ends it as a loss of power would. */
  readonly kill: () => Promise<void>;
};

export type LaunchOptions = {
  readonly environment?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  /**
   * Keeps the reader and the whole fonts from being loaded until `releaseReader` is called in the main process: what stands
   * before it can be looked at. The window is then given as soon as it is there.
   */
  readonly holdsReader?: boolean;
};

const quitLimitMs = 20_000;
/** How long the windows may take to say what went wrong in them. */
const errorsLimitMs = 5_000;
/** How long Playwright may take to see that a process that was ended is gone. */
const endedLimitMs = 5_000;

const awaitPlaywright = resolve('tests', 'e2e', 'await-playwright.cjs');
const holdReader = resolve('tests', 'e2e', 'hold-reader.cjs');

type Fixtures = {
  /** A fresh folder for this test's files, removed after it. */
  readonly folder: string;
  /** Starts the application; again after `close`, on the same user-data and library folders. */
  readonly launch: (options?: LaunchOptions) => Promise<Launched>;
};

type WorkerFixtures = {
  /** Where the windows open: DISPLAY, where it is not the machine's own. */
  readonly display: string | undefined;
};

/** Playwright's `test` with a fresh `folder` and `launch` of the application. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  display: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern
    async ({}, use) => {
      const { name, end } = await startDisplay();
      await use(name);
      await end();
    },
    { scope: 'worker' },
  ],
  // eslint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern
  folder: async ({}, use) => {
    const folder = await makeFolder();
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  launch: async ({ folder, display }, use, testInfo) => {
    const open = new Set<Launched>();
    const said: string[] = [];
    await use(async (options = {}) => {
      const launched = await launchIn({ folder, display }, options, said, () => open.delete(launched));
      open.add(launched);
      return launched;
    });
    if (testInfo.status !== testInfo.expectedStatus) await tellWhatShowed(open, said);
    for (const launched of open) await launched.close();
  },
});

/**
 * One application for the tests of a file, or of a group, that leave it as it is: started before the first and closed after the
 * last. A failed one begins the rest with another.
 */
export function launchOnce(): () => Launched {
  let running: {
    readonly launched: Launched;
    readonly folder: string;
    readonly said: readonly string[];
  } | null = null;
  const one = (): NonNullable<typeof running> => {
    if (running === null) throw new Error('the application is not started');
    return running;
  };
  test.beforeAll(async ({ display }) => {
    const folder = await makeFolder();
    const said: string[] = [];
    running = { launched: await launchIn({ folder, display }, {}, said, () => undefined), folder, said };
  });
  // eslint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern
  test.afterEach(async ({}, testInfo) => {
    const { launched, said } = one();
    if (testInfo.status !== testInfo.expectedStatus) await tellWhatShowed(new Set([launched]), said);
  });
  test.afterAll(async () => {
    // Where it did not start, that has been told.
    if (running === null) return;
    const { launched, folder } = running;
    running = null;
    await launched.close();
    await rm(folder, { recursive: true, force: true });
  });
  return () => one().launched;
}

async function makeFolder(): Promise<string> {
  return realpath(await mkdtemp(join(tmpdir(), 'jianbao-e2e-')));
}

/** Prints what the windows of a failed test showed and what their processes said: a run elsewhere keeps no files. */
async function tellWhatShowed(open: ReadonlySet<Launched>, said: readonly string[]): Promise<void> {
  console.log(`what the processes said:\n${said.join('')}`);
  for (const { window } of open) {
    const shown = window.isClosed()
      ? 'closed'
      : await window
          .locator('body')
          .ariaSnapshot({ timeout: 2_000 })
          .catch((error: unknown) => String(error));
    console.log(`what the window showed:\n${shown.slice(0, 6_000)}`);
  }
}

async function launchIn(
  { folder, display }: { readonly folder: string; readonly display: string | undefined },
  options: LaunchOptions,
  said: string[],
  onClosed: () => void,
): Promise<Launched> {
  const userDataFolder = join(folder, 'user-data');
  const libraryFolder = join(folder, 'library');
  const dialogFile = join(folder, 'dialogs.json');
  await mkdir(userDataFolder, { recursive: true });
  await writeDialogs(dialogFile, {});
  const isRoot = process.getuid?.() === 0;
  const electron = await _electron.launch({
    executablePath: electronExecutable(),
    args: [
      ...['-r', awaitPlaywright],
      ...(options.holdsReader === true ? ['-r', holdReader] : []),
      ...['.', ...(options.args ?? [])],
    ],
    cwd: resolve('.'),
    // Playwright leaves the sandbox out unless told; only for root can it not work.
    chromiumSandbox: !isRoot,
    env: {
      ...inheritedEnvironment(),
      LANG: 'zh_CN.UTF-8',
      LANGUAGE: 'zh_CN',
      TZ: 'Asia/Shanghai',
      ...(display === undefined ? {} : { DISPLAY: display }),
      JIANBAO_USER_DATA: userDataFolder,
      JIANBAO_LIBRARY: libraryFolder,
      JIANBAO_TEST_DIALOGS: dialogFile,
      ...options.environment,
    },
  });
  electron.process().stderr?.on('data', (text: Buffer) => said.push(text.toString()));
  const window =
    options.holdsReader === true ? await electron.firstWindow() : await firstStandingWindow(electron);
  window.on('console', (message) => said.push(`${message.type()}: ${message.text()}\n`));
  if (options.holdsReader !== true) {
    await window.waitForLoadState('load');
    // What was shown at the last close stands before the reader: a story begins with the reader.
    await expect(window.locator('#launch-picture')).toHaveCount(0);
  }
  return {
    electron,
    window,
    userDataFolder,
    libraryFolder,
    answerDialogs: (answers) => writeDialogs(dialogFile, answers),
    kill: async () => {
      onClosed();
      await killAll(electron.process());
    },
    close: async () => {
      onClosed();
      const errors = await uncaughtErrors(electron);
      await quit(electron);
      expect(errors, 'errors nobody caught in the window').toEqual([]);
    },
  };
}

/** Ends a process and those it started, which keep its files open for a moment longer where they are left. */
async function killAll(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  const { pid } = child;
  if (pid === undefined || process.platform === 'win32') {
    child.kill('SIGKILL');
    return void (await ended);
  }
  process.kill(-pid, 'SIGKILL');
  await ended;
  await expect
    .poll(() => {
      try {
        return process.kill(-pid, 0);
      } catch {
        return false;
      }
    })
    .toBe(false);
}

/** The first window that stays: those opened before the library was known go where it does not open. */
async function firstStandingWindow(electron: ElectronApplication): Promise<Page> {
  let window = await electron.firstWindow();
  // One that goes has shown neither the reader nor what is wrong.
  while (!(await hasShown(window))) window = electron.windows()[0] ?? (await electron.waitForEvent('window'));
  return window;
}

/** Waits until a window shows something of its own; no where it is closed before. */
async function hasShown(window: Page): Promise<boolean> {
  const shown = window.locator('#root > *, [role="alertdialog"]').first();
  return shown.waitFor({ state: 'attached' }).then(
    () => true,
    (error: unknown) => {
      if (window.isClosed()) return false;
      throw error;
    },
  );
}

/** What went wrong in the windows; that one does not answer is an error too. */
async function uncaughtErrors(electron: ElectronApplication): Promise<readonly string[]> {
  const errors = await Promise.all(
    electron.windows().map(async (page) => {
      const told = await within(errorsLimitMs, page.pageErrors().catch(ofClosed(page)));
      if (told === null) return [`${page.url()} did not answer within ${errorsLimitMs} ms`];
      return told.map((error) => error.stack ?? error.message);
    }),
  );
  return errors.flat();
}

/** A window that the story has closed has nothing more to say. */
function ofClosed(page: Page): (error: unknown) => readonly Error[] {
  return (error) => {
    if (!page.isClosed()) throw error;
    return [];
  };
}

/** Quits as the user would; an application that does not end by itself is ended, and the test fails and says so. */
async function quit(electron: ElectronApplication): Promise<void> {
  const child = electron.process();
  const closing = electron.close().then(() => true);
  if ((await within(quitLimitMs, closing)) !== null) return;
  const hadEnded = child.exitCode !== null || child.signalCode !== null;
  child.kill('SIGKILL');
  const isSeen = (await within(endedLimitMs, closing)) !== null;
  const what = hadEnded
    ? 'its process had ended, and Playwright did not see it'
    : `its process still ran and was ended${isSeen ? '' : ', which Playwright did not see'}`;
  throw new Error(`the application did not quit within ${quitLimitMs} ms: ${what}`);
}

/** What is answered within a time; null where it is not. */
async function within<T>(milliseconds: number, work: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<null>((done) => {
    timer = setTimeout(() => done(null), milliseconds);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}

/** The runtime found by the set-up, in the way the electron package itself looks for it. */
function electronExecutable(): string {
  const executable = process.env['ELECTRON_EXEC_PATH'];
  if (executable === undefined)
    throw new Error('ELECTRON_EXEC_PATH is not set: run npm run test:e2e, or npm test');
  return executable;
}

function inheritedEnvironment(): Record<string, string> {
  const defined = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return Object.fromEntries(defined);
}

async function writeDialogs(file: string, answers: DialogAnswers): Promise<void> {
  await writeFile(file, JSON.stringify({ open: answers.open ?? null, save: answers.save ?? null }));
}
