// The command line's composition root: plain Node, no Electron. The contract is in docs/command-line.md.
import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { exitStatus } from './command-line/io';
import { runCommandLine } from './command-line/run';
import { forkReader } from './sources/forked-child';
import { createGuardedReader } from './sources/guarded-reader';

const builtFolder = dirname(fileURLToPath(import.meta.url));
const applicationFolder = join(builtFolder, '..', '..');
const pages = createGuardedReader(() => forkReader(join(builtFolder, 'reader.js')));

// A reader that goes away (`jianbao issues | head`) is told nothing more; the command ends in order and gives the library back.
let isHeard = true;
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  isHeard = false;
});

const argv = process.argv.slice(2);
try {
  const status = await runCommandLine(
    argv,
    {
      print: (line) => {
        if (isHeard) process.stdout.write(`${line}\n`);
      },
      complain: (line) => process.stderr.write(`${line}\n`),
      lines: () => createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }),
      now: () => new Date().toISOString(),
      newId: () => randomUUID(),
      userName: currentUser(),
      fontsFolder: join(applicationFolder, 'resources', 'fonts'),
      pages,
    },
    process.env,
  );
  process.exitCode = isHeard ? status : exitStatus.failed;
} catch (error) {
  process.stderr.write(
    `jianbao: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exitCode = exitStatus.failed;
} finally {
  pages.close();
}

/** The system's name for the user; empty where it has none (a container's bare user id). */
function currentUser(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}
