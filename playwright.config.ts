// The end-to-end tests drive the built application in a real Electron; `npm test` finds the runtime and the display.
import { defineConfig } from '@playwright/test';
import { hasDisplay } from './tests/e2e/display';

export default defineConfig({
  testDir: 'tests/e2e',
  // Windows on one display take the focus from each other, so each worker has one of its own (tests/e2e/display.ts); on
  // the display of a user's machine there is one application at a time.
  workers: hasDisplay() ? 1 : 2,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  globalTimeout: 13 * 60_000,
  expect: { timeout: 10_000 },
  outputDir: 'test-results',
  // The JSON report goes to the file named by PLAYWRIGHT_JSON_OUTPUT_FILE.
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ? [['list'], ['json']] : [['list']],
});
