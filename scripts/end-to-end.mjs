// `npm run test:e2e -- [Playwright's arguments]`: the end-to-end tests on the built application,
// under a virtual display where there is none.
import './node-version.mjs';

const { join } = await import('node:path');
const { buildIfNeeded } = await import('./build.mjs');
const { runtimeEnvironment } = await import('./electron-runtime.mjs');
const { isEntry, projectFolder } = await import('./project.mjs');
const { runCommand } = await import('./run-command.mjs');
const { sayFailure } = await import('./say.mjs');
const { setUp } = await import('./setup.mjs');
const { hasDisplay } = await import('./system-packages.mjs');

/** Runs Playwright in the environment and answers its exit status, null when the time limit killed it. */
export async function runEndToEndTests(args, environment, timeoutMs) {
  const cli = join(projectFolder, 'node_modules', '@playwright', 'test', 'cli.js');
  const playwright = [process.execPath, cli, 'test', ...args];
  const screen = ['xvfb-run', '-a', '-s', '-screen 0 1600x1200x24'];
  const [command, ...rest] = hasDisplay() ? playwright : [...screen, ...playwright];
  const { code } = await runCommand(command, rest, { cwd: projectFolder, env: environment, timeoutMs });
  return code;
}

if (isEntry(import.meta.url)) {
  try {
    const runtime = await setUp('tests');
    await buildIfNeeded();
    process.exitCode = (await runEndToEndTests(process.argv.slice(2), runtimeEnvironment(runtime))) ?? 1;
  } catch (error) {
    sayFailure(error);
    process.exitCode = 1;
  }
}
