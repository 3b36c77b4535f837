import { expect, test, vi } from 'vitest';
import { killProcesses } from './kill';

vi.mock('../../src-main/library/migrations', () => import('./next-schema'));

test('keeps what was answered when its process is killed a thousand times', async () => {
  const kills = Number(process.env['JIANBAO_KILLS'] ?? 1_000);
  const seed = Number(process.env['JIANBAO_SEED'] ?? Math.floor(Date.now() / 1000) % 1_000_000);
  console.log(`kill -9: ${kills} times, seed ${seed}`);
  const { answers, wrong } = await killProcesses(kills, seed);
  console.log(`kill -9: ${answers} answers, ${wrong.length} wrong`);
  expect(wrong.slice(0, 10)).toEqual([]);
});
