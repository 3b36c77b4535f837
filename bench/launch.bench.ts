// From the start of the process to the first text that can be read: of the issue that was read last in the application,
// and of the same text as a static page in a bare Electron window; and to the reader that is alive. The application shows what
// it showed when it was closed until then: both are measured. Each start is a new process; the two take turns, so
// that a busy machine is busy for both. Run with `npm run bench -- launch`; npm run bench brings the display.
import { spawn } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { report, summarize } from './measure';

const runs = 9;
/** What a launch should take at the most against the bare window. */
const goal = 1.3;

const folder = await mkdtemp(join(tmpdir(), 'jianbao-launch-'));
const sample = await readFile(resolve('resources/samples/wujin-2022-10-11.txt'), 'utf8');
const page = join(folder, 'bare.html');
const hook = resolve('bench/launch/when-readable.cjs');
await writeFile(page, barePage(sample));
await mkdir(join(folder, 'bare-application'));
await writeFile(join(folder, 'bare-application', 'package.json'), '{ "main": "bare-main.cjs" }');
await copyFile(resolve('bench/launch/bare-main.cjs'), join(folder, 'bare-application', 'bare-main.cjs'));

try {
  // The first start makes the library and lays the sample open; the engine keeps its compiled code from the second on.
  for (let start = 0; start < 3; start++) await startApplication();
  await startBare();
  const bare: Start[] = [];
  const application: Start[] = [];
  for (let run = 0; run < runs; run++) {
    bare.push(await startBare());
    application.push(await startApplication());
  }
  const times = (starts: readonly Start[], what: keyof Start): number[] => starts.map((start) => start[what]);
  const measurements = [
    summarize('bare window, static text', times(bare, 'readable')),
    summarize('application, last issue readable', times(application, 'readable')),
    summarize('application, reader alive', times(application, 'alive')),
  ];
  const [one, other] = measurements;
  report('launch', 'process start to text that can be read', measurements, {
    'goal, ratio': goal,
    'ratio of medians': one === undefined || other === undefined ? 'none' : (other.p50 / one.p50).toFixed(2),
  });
} finally {
  await rm(folder, { recursive: true, force: true });
}

function startApplication(): Promise<Start> {
  return timeStart(['-r', hook, '.'], {
    JIANBAO_USER_DATA: join(folder, 'user-data'),
    JIANBAO_LIBRARY: join(folder, 'library'),
    LANG: 'zh_CN.UTF-8',
  });
}

function startBare(): Promise<Start> {
  const application = join(folder, 'bare-application');
  return timeStart(['-r', hook, application, `--user-data-dir=${join(folder, 'bare')}`], { BARE_PAGE: page });
}

/** Milliseconds from the start of a process to the times at which its page can be read, and its reader is alive. */
type Start = { readonly readable: number; readonly alive: number };

function timeStart(args: readonly string[], environment: Readonly<Record<string, string>>): Promise<Start> {
  const executable = process.env['ELECTRON_EXEC_PATH'];
  if (executable === undefined) throw new Error('ELECTRON_EXEC_PATH is not set: run npm run bench');
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const start = Date.now();
  const child = spawn(executable, [...asRoot, ...args], {
    env: { ...process.env, ...environment, READABLE_TEXT: sample },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let said = '';
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (text: string) => (said += text));
  return new Promise((done, refuse) => {
    child.once('error', refuse);
    child.once('close', () => {
      const [, readable, alive] = /^readable (\d+)\nalive (\d+)$/mu.exec(said) ?? [];
      if (alive === undefined) refuse(new Error(`no text could be read; the process said: ${said}`));
      else done({ readable: Number(readable) - start, alive: Number(alive) - start });
    });
  });
}

function barePage(text: string): string {
  const font = pathToFileURL(resolve('resources/fonts/NotoSerifSC-Regular.common.ttf')).href;
  const escaped = text.replace(/[&<>]/gu, (sign) => `&#${sign.codePointAt(0)};`);
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>
@font-face { font-family: Bare; src: url('${font}'); font-display: block; }
body { margin: 2em; block-size: calc(100vh - 4em); overflow: auto; background: #f6f1e4; font: 18px/1.7 Bare; writing-mode: vertical-rl; }
p { margin: 0; white-space: pre-wrap; }
</style><p class="line">${escaped}</p></html>`;
}
