// `npm test`: sets up, then unit tests, build, the end-to-end tests on the real application, and beside them the checks.
// The last line is `N passed, N failed` with true totals: each check and the build count as one test, and so does
// a step that crashed or ran nothing, as failed. A later step still runs when an earlier one failed.
import './node-version.mjs';

const { mkdtempSync, rmSync } = await import('node:fs');
const { constants, tmpdir } = await import('node:os');
const { join } = await import('node:path');
const { build } = await import('./build.mjs');
const { runEndToEndTests } = await import('./end-to-end.mjs');
const { runtimeEnvironment } = await import('./electron-runtime.mjs');
const { projectFolder } = await import('./project.mjs');
const { runCommand } = await import('./run-command.mjs');
const { say, sayFailure } = await import('./say.mjs');
const { setUp } = await import('./setup.mjs');
const { playwrightTotals, vitestTotals } = await import('./test-totals.mjs');

const checks = ['check:lint', 'check:types', 'check:boundaries', 'check:format', 'check:dead'];
const stepLimitMs = 14 * 60_000;
const total = { passed: 0, failed: 0, skipped: 0 };
const failures = [];
const reports = mkdtempSync(join(tmpdir(), 'jianbao-test-'));
let isFinished = false;

// Also when the script is interrupted or breaks: an unfinished run has failed.
process.on('exit', () => {
  rmSync(reports, { recursive: true, force: true });
  if (!isFinished) add('run', { passed: 0, failed: 1, skipped: 0 });
  if (failures.length > 0) say(`失败：${failures.join('、')}`, 'failed, see above');
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  process.stdout.write(`${total.passed} passed, ${total.failed} failed${skipped}\n`);
  if (total.failed > 0 && !process.exitCode) process.exitCode = 1;
});

try {
  await runAll();
  isFinished = true;
} catch (error) {
  sayFailure(error);
  process.exitCode = 1;
}

async function runAll() {
  const runtime = await setUp('tests');
  const environment = runtimeEnvironment(runtime);
  await step('test:unit', () => runUnitTests(environment));
  const isBuilt = await step('build', async () => {
    await build();
    return { passed: 1, failed: 0, skipped: 0 };
  });
  // The stories wait a good deal. What they leave of the processor goes to the checks, and nothing that they need does.
  const checking = runChecks();
  // Without a build the end-to-end tests would run an older one, or nothing.
  if (isBuilt) await step('test:e2e', () => runStories(environment));
  else add('test:e2e', { passed: 0, failed: 1, skipped: 0 });
  await checking;
}

async function runChecks() {
  for (const check of checks) await runCheck(check);
}

// What it prints is shown when it has ended, so that it and the stories do not talk at once.
async function runCheck(check) {
  const startedAt = performance.now();
  const { code, output } = await runCommand('npm', ['run', '--silent', check], {
    cwd: projectFolder,
    timeoutMs: stepLimitMs,
    capture: true,
    priority: constants.priority.PRIORITY_LOW,
  });
  const counted = code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
  process.stdout.write(`\n[jianbao] ${check}\n${output}`);
  tell(check, counted, startedAt);
}

async function runUnitTests(environment) {
  const report = join(reports, 'vitest.json');
  const cli = join(projectFolder, 'node_modules', 'vitest', 'vitest.mjs');
  const args = [cli, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { code } = await runCommand(process.execPath, args, {
    cwd: projectFolder,
    env: environment,
    timeoutMs: stepLimitMs,
  });
  return vitestTotals(report, code);
}

async function runStories(environment) {
  const report = join(reports, 'playwright.json');
  const code = await runEndToEndTests(
    [],
    { ...environment, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    stepLimitMs,
  );
  return playwrightTotals(report, code);
}

async function step(name, run) {
  const startedAt = performance.now();
  process.stdout.write(`\n[jianbao] ${name}\n`);
  let counted;
  try {
    counted = await run();
  } catch (error) {
    sayFailure(error);
    counted = { passed: 0, failed: 1, skipped: 0 };
  }
  tell(name, counted, startedAt);
  return counted.failed === 0;
}

function tell(name, counted, startedAt) {
  add(name, counted);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  process.stdout.write(`[jianbao] ${name}: ${counted.passed} ok, ${counted.failed} not ok, ${seconds} s\n`);
}

function add(name, counted) {
  total.passed += counted.passed;
  total.failed += counted.failed;
  total.skipped += counted.skipped;
  if (counted.failed > 0) failures.push(name);
}
