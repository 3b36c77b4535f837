// The end-to-end tests drive the built application in a real Electron; `npm test` finds the runtime and the display.
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  // One application at a time: two slow each other down so much that stories with a clock of their own fail now and then.
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  globalTimeout: 13 * 60_000,
  expect: { timeout: 10_000 },
  outputDir: 'test-results',
  // The JSON report goes to the file named by PLAYWRIGHT_JSON_OUTPUT_FILE.
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ? [['list'], ['json']] : [['list']],
});
