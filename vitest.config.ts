import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** The cases of the property tests: those asked for, else those of the commit; without git the same ones always. */
function seed(): string {
  const asked = process.env['JIANBAO_SEED'];
  if (asked !== undefined) return asked;
  const commit = spawnSync('git', ['rev-parse', '--short=7', 'HEAD'], { encoding: 'utf8' });
  return commit.status === 0 ? String(Number.parseInt(commit.stdout, 16)) : '20221011';
}

const JIANBAO_SEED = seed();
process.stdout.write(`property tests draw by JIANBAO_SEED=${JIANBAO_SEED}\n`);

export default defineConfig({
  test: {
    projects: [
      // Nothing of the domain keeps a state: its files need no process of their own each, nor to load it anew.
      {
        extends: true,
        test: { name: 'core', include: ['tests/core/**/*.test.ts'], isolate: false },
      },
      {
        extends: true,
        test: { name: 'others', include: ['tests/{main,renderer,boundaries}/**/*.test.{ts,tsx}'] },
      },
    ],
    setupFiles: ['tests/seed.ts'],
    testTimeout: 300_000,
    // Two at a time also on two cores: much of the time is spent waiting for the programs that read our PDFs, and for the disk.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Durability tests need the real file system; some libraries switch to memory when NODE_ENV is 'test'.
    env: { NODE_ENV: 'production', JIANBAO_SEED },
  },
});
