// Installs the npm packages when node_modules is not what package-lock.json says.
// A stamp in node_modules remembers the lock file it was checked against, so a second run only compares a hash.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './project.mjs';
import { runCommand } from './run-command.mjs';
import { SetupError, say } from './say.mjs';
import { withLock } from './with-lock.mjs';

const lockFile = join(projectFolder, 'package-lock.json');
const modules = join(projectFolder, 'node_modules');
const stampFile = join(modules, '.jianbao-install');
// `out` is git-ignored, and no build empties it as a whole.
const setupLock = join(projectFolder, 'out', 'install.lock');

/** Runs `npm ci` unless the packages are already those of package-lock.json; two processes do not collide. */
export async function installDependencies() {
  if (isStamped()) return;
  await withLock(setupLock, async () => {
    if (isStamped()) return;
    if (!isInstalled()) await install();
    writeFileSync(stampFile, stamp());
  });
}

async function install() {
  say('安装 npm 依赖（npm ci）', 'installing packages');
  // Development packages are needed to build, whatever NODE_ENV or a user's configuration says.
  const { code } = await runCommand(
    'npm',
    ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: projectFolder,
    },
  );
  if (code !== 0) {
    throw new SetupError(
      'npm ci 失败，原因见上文。请检查网络后重试。',
      'npm ci failed, see above. Check the network and try again.',
    );
  }
}

function isStamped() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp();
}

function stamp() {
  const hash = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  return `${process.platform}-${process.arch} ${hash}\n`;
}

// npm keeps a list of what it installed, written last. Without a stamp (the packages were installed by hand)
// that list decides: everything the lock file requires is there, in its version.
function isInstalled() {
  const installedList = join(modules, '.package-lock.json');
  if (!existsSync(installedList)) return false;
  const wanted = packagesOf(lockFile);
  const installed = packagesOf(installedList);
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '') continue;
    const found = installed[path];
    if (
      found === undefined
        ? !(entry.optional || entry.devOptional || entry.peer)
        : found.version !== entry.version
    )
      return false;
  }
  return Object.keys(installed).every((path) => wanted[path] !== undefined);
}

function packagesOf(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages;
}
