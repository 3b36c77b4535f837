// True totals out of the reports of vitest and Playwright. A run that crashed, reported an error outside its tests,
// or executed no test counts at least one failure, whatever its report says.
import { existsSync, readFileSync } from 'node:fs';

/** The totals of vitest's JSON report; `code` is the exit status of the run, null when it was killed. */
export function vitestTotals(reportFile, code) {
  const report = read(reportFile);
  if (report === null) return crashed;
  // A file that could not be loaded, or whose set-up failed, has failed without a failed test of its own.
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  return honest(code, {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  });
}

/** The totals of Playwright's JSON report; a flaky test has failed once and counts as failed. */
export function playwrightTotals(reportFile, code) {
  const report = read(reportFile);
  if (report === null) return crashed;
  const { expected, unexpected, flaky, skipped } = report.stats;
  return honest(code, { passed: expected, failed: unexpected + flaky + report.errors.length, skipped });
}

const crashed = { passed: 0, failed: 1, skipped: 0 };

function honest(code, counted) {
  const hasRun = counted.passed + counted.failed > 0;
  const hidesFailure = counted.failed === 0 && (code !== 0 || !hasRun);
  return hidesFailure ? { ...counted, failed: 1 } : counted;
}

function read(reportFile) {
  if (!existsSync(reportFile)) return null;
  return JSON.parse(readFileSync(reportFile, 'utf8'));
}
