// `npm start`: sets up, builds when the sources changed, and opens the application.
// Without a display it does the main job through the command line instead.
import './node-version.mjs';

const { spawn } = await import('node:child_process');
const { buildIfNeeded } = await import('./build.mjs');
const { runtimeEnvironment } = await import('./electron-runtime.mjs');
const { projectFolder } = await import('./project.mjs');
const { say, sayFailure } = await import('./say.mjs');
const { setUp } = await import('./setup.mjs');
const { hasDisplay, isRoot } = await import('./system-packages.mjs');
const { workWithoutWindow } = await import('./work-without-window.mjs');

try {
  process.exitCode = hasDisplay() ? await startWithWindow(process.argv.slice(2)) : await startWithoutWindow();
} catch (error) {
  sayFailure(error);
  process.exitCode = 1;
}

async function startWithWindow(applicationArguments) {
  const runtime = await setUp('window');
  await buildIfNeeded();
  // Chromium's sandbox cannot work for root, and only for root is it left out.
  const switches = process.platform === 'linux' && isRoot() ? ['--no-sandbox'] : [];
  say('打开剪报', 'opening the application');
  const child = spawn(runtime.executable, ['.', ...switches, ...applicationArguments], {
    cwd: projectFolder,
    env: runtimeEnvironment(runtime),
    stdio: 'inherit',
  });
  // The terminal sends Ctrl-C to the application too, which then saves and quits; here it is only waited for.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((answer, refuse) => {
    child.on('error', refuse);
    child.on('close', (code) => answer(code ?? 1));
  });
}

async function startWithoutWindow() {
  await setUp('command-line');
  await buildIfNeeded();
  return workWithoutWindow();
}
