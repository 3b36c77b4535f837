// `npm run test:e2e -- [Playwright's arguments]`: the end-to-end tests on the built application. They bring their own
// virtual display where there is none.
import './node-version.mjs';

const { join } = await import('node:path');
const { buildIfNeeded } = await import('./build.mjs');
const { runtimeEnvironment } = await import('./electron-runtime.mjs');
const { isEntry, projectFolder } = await import('./project.mjs');
const { runCommand } = await import('./run-command.mjs');
const { sayFailure } = await import('./say.mjs');
const { setUp } = await import('./setup.mjs');

/** Runs Playwright in the environment and answers its exit status, null when the time limit killed it. */
export async function runEndToEndTests(args, environment, timeoutMs) {
  const cli = join(projectFolder, 'node_modules', '@playwright', 'test', 'cli.js');
  const command = [cli, 'test', ...args];
  const options = { cwd: projectFolder, env: environment, timeoutMs };
  const { code } = await runCommand(process.execPath, command, options);
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
