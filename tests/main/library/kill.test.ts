// A short run of what `npm run test:crash` does a thousand times.
import { expect, test, vi } from 'vitest';
import { killProcesses } from '../../crash/kill';

vi.mock('../../../src-main/library/migrations', () => import('../../crash/next-schema'));

test('keeps what was answered when its process is killed', async () => {
  const seed = Math.floor(Date.now() / 1000) % 1_000_000;
  const { answers, wrong } = await killProcesses(8, seed);
  expect({ seed, wrong: wrong.slice(0, 5) }).toEqual({ seed, wrong: [] });
  expect(answers).toBeGreaterThan(50);
});
