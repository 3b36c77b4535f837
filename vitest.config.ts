import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/{core,main,renderer,boundaries}/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/seed.ts'],
    testTimeout: 300_000,
    // Durability tests need the real file system; some libraries switch to memory when this is 'test'.
    env: { NODE_ENV: 'production' },
  },
});
