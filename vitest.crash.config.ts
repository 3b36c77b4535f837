// The long proofs of `npm run test:crash`: minutes, not seconds.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/crash/**/*.test.ts'],
    testTimeout: 3_600_000,
    // Durability tests need the real file system; some libraries switch to memory when this is 'test'.
    env: { NODE_ENV: 'production' },
  },
});
