// Makes a bare clone ready: packages, fonts, an Electron runtime, and what that needs from the system.
// Everything is checked before it is done, so a second run takes a moment.
import './node-version.mjs';

const { isEntry } = await import('./project.mjs');

/**
 * Sets up for `purpose`: 'command-line' (packages and fonts), 'window' (also the Electron runtime and its
 * libraries) or 'tests' (also the programs that tests call). Answers the runtime, or null for 'command-line'.
 */
export async function setUp(purpose) {
  const { installDependencies } = await import('./dependencies.mjs');
  const { placeFonts } = await import('./fonts.mjs');
  if (purpose === 'command-line') {
    await installDependencies();
    await placeFonts();
    return null;
  }
  const forTests = purpose === 'tests';
  const { provideKnownPackages, provideSystemPackages } = await import('./system-packages.mjs');
  // Each waits for another part of the network, or for the disk.
  await Promise.all([installDependencies(), provideKnownPackages({ forTests })]);
  const { findElectronRuntime } = await import('./electron-runtime.mjs');
  const [runtime] = await Promise.all([findElectronRuntime(), placeFonts()]);
  await provideSystemPackages(runtime.executable, { forTests });
  return runtime;
}

if (isEntry(import.meta.url)) {
  const { say, sayFailure } = await import('./say.mjs');
  try {
    await setUp('tests');
    say(
      '准备就绪：npm start 打开应用，npm test 运行测试',
      'ready: npm start opens the application, npm test runs the tests',
    );
  } catch (error) {
    sayFailure(error);
    process.exitCode = 1;
  }
}
