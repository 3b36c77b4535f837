// Builds the application when its sources changed since the last build. The stamp holds a hash of what goes
// into the build, not times: a checkout of another branch and back builds nothing.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { placeFonts } from './fonts.mjs';
import { isEntry, projectFolder } from './project.mjs';
import { runCommand } from './run-command.mjs';
import { SetupError, say, sayFailure } from './say.mjs';
import { withLock } from './with-lock.mjs';

const sources = [
  'src-core',
  'src-main',
  'src-renderer',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
];
const products = ['main/index.js', 'main/cli.js', 'preload/index.cjs', 'renderer/index.html'];
const out = join(projectFolder, 'out');
const stampFile = join(out, 'build-stamp');

/** Builds into `out` unless what is there was made from the same sources; answers whether it built. */
export async function buildIfNeeded() {
  if (isBuilt(sourceHash())) return false;
  return withLock(join(out, 'build.lock'), async () => {
    if (isBuilt(sourceHash())) return false;
    await build();
    return true;
  });
}

/** Builds into `out`. */
export async function build() {
  const hash = sourceHash();
  say('构建应用', 'building the application');
  await placeFonts();
  rmSync(stampFile, { force: true });
  const cli = join(projectFolder, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const { code } = await runCommand(process.execPath, [cli, 'build'], { cwd: projectFolder });
  if (code !== 0) throw new SetupError('构建失败，原因见上文。', 'The build failed, see above.');
  const missing = products.filter((product) => !existsSync(join(out, product)));
  if (missing.length > 0) {
    throw new SetupError(`构建后缺少 ${missing.join('、')}`, `The build did not make ${missing.join(', ')}.`);
  }
  writeFileSync(stampFile, hash);
}

function isBuilt(hash) {
  return (
    existsSync(stampFile) &&
    readFileSync(stampFile, 'utf8') === hash &&
    products.every((product) => existsSync(join(out, product)))
  );
}

function sourceHash() {
  const hash = createHash('sha256');
  for (const path of sources.flatMap((source) => filesUnder(join(projectFolder, source)))) {
    hash
      .update(`${relative(projectFolder, path)}\0`)
      .update(readFileSync(path))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesUnder(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (!found.isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

if (isEntry(import.meta.url)) {
  try {
    await build();
  } catch (error) {
    sayFailure(error);
    process.exitCode = 1;
  }
}
