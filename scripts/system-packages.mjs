// What the application and its tests need from the system, on Linux: installed by apt-get for root on Debian
// and Ubuntu; anyone else gets the exact command, and the set-up ends as failed.
import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runCommand } from './run-command.mjs';
import { SetupError, say } from './say.mjs';

const libraryPackages = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libxss1'];
// Names since the change to 64-bit time: Debian 13 and Ubuntu 24.04.
const renamed = { 'libgtk-3-0': 'libgtk-3-0t64', libasound2: 'libasound2t64' };
const aptGet = '/usr/bin/apt-get';
// Menus and dialogs are drawn by the system, not with the bundled fonts.
const fontPackages = ['fontconfig', 'fonts-wqy-microhei'];
const displayPrograms = { Xvfb: 'xvfb', 'xvfb-run': 'xvfb', xauth: 'xauth' };
const testPrograms = {
  pdftotext: 'poppler-utils',
  qpdf: 'qpdf',
  mutool: 'mupdf-tools',
  java: 'default-jre-headless',
};
// Preflight of PDFBox, which proves PDF/A, and what Java itself has no more of what it needs.
const testLibraries = {
  '/usr/share/java/preflight.jar': 'libpdfbox2-java',
  '/usr/share/java/jaxb-api.jar': 'libjaxb-api-java',
  '/usr/share/java/javax.activation.jar': 'libactivation-java',
};

/** True where windows can be opened. */
export function hasDisplay(environment = process.env) {
  return process.platform !== 'linux' || Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY);
}

/** True for the root user, for whom Chromium's sandbox cannot work. */
export function isRoot() {
  return process.getuid?.() === 0;
}

/**
 * Installs what is missing whichever runtime will be found, so that it comes while npm's packages do; `provideSystemPackages`
 * sees to the rest, and says what somebody else than root has to do.
 */
export async function provideKnownPackages({ forTests }) {
  if (process.platform !== 'linux' || !isRoot() || !existsSync(aptGet)) return;
  const missing = await missingPackages(null, forTests);
  if (missing.length > 0) await install(missing);
}

/** Sees to the libraries of the Electron `executable` and, for tests, to the programs which they call. */
export async function provideSystemPackages(executable, { forTests }) {
  if (process.platform !== 'linux') {
    if (forTests) requirePrograms(missingPrograms(testPrograms));
    return;
  }
  const missing = await missingPackages(executable, forTests);
  if (missing.length > 0) {
    await install(missing);
    const still = await missingPackages(executable, forTests);
    if (still.length > 0) throw cannotProvide(still, 'sudo ');
  }
  await requireSandbox(executable);
}

async function missingPackages(executable, forTests) {
  const packages = new Set();
  if (await lacksLibraries(executable)) for (const name of libraryPackages) packages.add(name);
  if (await lacksChineseFont()) for (const name of fontPackages) packages.add(name);
  const programs = forTests ? { ...testPrograms, ...(hasDisplay() ? {} : displayPrograms) } : {};
  for (const name of missingPrograms(programs)) packages.add(programs[name]);
  for (const [file, name] of Object.entries(forTests ? testLibraries : {})) {
    if (!existsSync(file)) packages.add(name);
  }
  return [...packages];
}

/** Without an `executable`, whether it would lack the greatest of them. */
async function lacksLibraries(executable) {
  if (executable === null) {
    const { code, output } = await runCommand('/sbin/ldconfig', ['-p'], { capture: true });
    return code === 0 && !output.includes('libgtk-3.so.0');
  }
  const { output } = await runCommand('ldd', [executable], { capture: true });
  return output.includes('not found');
}

async function lacksChineseFont() {
  const { code, output } = await runCommand('fc-list', [':lang=zh', 'family'], { capture: true });
  return code !== 0 || output.trim() === '';
}

function missingPrograms(programs) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return Object.keys(programs).filter(
    (program) => !folders.some((folder) => isProgram(join(folder, program))),
  );
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // Not there, or not for us: either way it cannot be called.
    return false;
  }
}

function requirePrograms(programs) {
  if (programs.length === 0) return;
  throw new SetupError(
    `测试需要这些程序，请先安装：${programs.join('、')}`,
    `The tests need these programs; please install them: ${programs.join(', ')}`,
  );
}

async function install(packages) {
  if (!existsSync(aptGet)) {
    throw new SetupError(
      `缺少系统组件，请用本系统的包管理器安装（以下为 Debian 的名称）：${packages.join(' ')}`,
      `System packages are missing; install them with this system’s package manager (Debian’s names): ${packages.join(' ')}`,
    );
  }
  if (!isRoot()) throw cannotProvide(packages, 'sudo ');
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (args) =>
    runCommand('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], { env: environment });
  const named = packages.map(currentName);
  say(`安装系统组件：${named.join(' ')}`, 'installing system packages');
  const updated = await apt(['update', '-qq']);
  const installed =
    updated.code === 0 && (await apt(['install', '-y', '-qq', '--no-install-recommends', ...named]));
  if (!installed || installed.code !== 0) throw cannotProvide(packages, '');
}

function cannotProvide(packages, prefix) {
  const names = packages.map(currentName).join(' ');
  const command = `${prefix}apt-get update && ${prefix}apt-get install -y --no-install-recommends ${names}`;
  return new SetupError(
    `缺少系统组件。请运行：\n  ${command}`,
    'System packages are missing; run the command above, then try again.',
  );
}

function currentName(name) {
  return hasNewNames() ? (renamed[name] ?? name) : name;
}

function hasNewNames() {
  if (!existsSync('/etc/os-release')) return false;
  const release = Object.fromEntries(
    readFileSync('/etc/os-release', 'utf8')
      .split('\n')
      .filter((line) => line.includes('='))
      .map((line) => [
        line.slice(0, line.indexOf('=')),
        line.slice(line.indexOf('=') + 1).replaceAll('"', ''),
      ]),
  );
  const version = Number.parseFloat(release.VERSION_ID ?? '');
  if (release.ID === 'ubuntu') return version >= 24.04;
  // Debian's testing and unstable have no version, and are newer than 12.
  return release.ID === 'debian' && (Number.isNaN(version) || version >= 13);
}

// Chromium's sandbox needs either user namespaces or its helper owned by root. It is never switched off for an
// ordinary user, so where the system forbids the first, the second is what has to be set.
async function requireSandbox(executable) {
  if (isRoot() || !existsSync('/usr/bin/unshare')) return;
  const { code, output } = await runCommand('/usr/bin/unshare', ['--user', '--map-root-user', 'true'], {
    capture: true,
  });
  if (code === 0) return;
  const helper = join(executable, '..', 'chrome-sandbox');
  const owned = statSync(helper, { throwIfNoEntry: false });
  if (owned?.uid === 0 && (owned.mode & 0o4000) !== 0) return;
  throw new SetupError(
    `本系统不许普通用户建立命名空间（${output.trim()}），Chromium 的沙箱无法启动。请运行：\n  sudo chown root:root ${helper} && sudo chmod 4755 ${helper}`,
    'This system forbids user namespaces, so Chromium’s sandbox cannot start; run the command above, then try again.',
  );
}
