// One set-up at a time: a lock is a folder (made atomically) holding the process id of its owner.
// A lock whose owner no longer lives is taken over, so a killed set-up blocks nobody.
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SetupError, say } from './say.mjs';

const pollMs = 250;
const unsignedLockAgeMs = 5_000;

/** Runs `work` while holding the lock folder `path`; waits up to `limitMs` for another set-up to end. */
export async function withLock(path, work, limitMs = 15 * 60_000) {
  mkdirSync(dirname(path), { recursive: true });
  const deadline = Date.now() + limitMs;
  let hasSaid = false;
  while (!take(path)) {
    if (isAbandoned(path)) {
      // Renamed first: of two waiting processes only one can take the abandoned lock away.
      const aside = `${path}.${process.pid}`;
      if (moveAside(path, aside)) rmSync(aside, { recursive: true, force: true });
      continue;
    }
    if (Date.now() > deadline) {
      throw new SetupError(
        `等了太久，另一个准备过程仍占着 ${path}；确认没有别的在运行后可删去它。`,
        `Another set-up still holds ${path}; delete it if none is running.`,
      );
    }
    if (!hasSaid) say('另一个准备过程正在进行，等它结束', 'waiting for another set-up to end');
    hasSaid = true;
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
  try {
    return await work();
  } finally {
    rmSync(path, { recursive: true, force: true });
  }
}

function take(path) {
  try {
    mkdirSync(path);
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
  writeFileSync(join(path, 'owner'), String(process.pid));
  return true;
}

function moveAside(path, aside) {
  try {
    renameSync(path, aside);
    return true;
  } catch (error) {
    if (error.code === 'ENOENT') return false;
    throw error;
  }
}

function isAbandoned(path) {
  try {
    const owner = Number(readFileSync(join(path, 'owner'), 'utf8'));
    if (owner > 0) return !isAlive(owner);
    return Date.now() - statSync(path).mtimeMs > unsignedLockAgeMs;
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  try {
    return Date.now() - statSync(path).mtimeMs > unsignedLockAgeMs;
  } catch (error) {
    if (error.code === 'ENOENT') return false;
    throw error;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, and belongs to another user.
    return error.code === 'EPERM';
  }
}
