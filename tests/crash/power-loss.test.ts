import { expect, test } from 'vitest';
import { losePower } from '../main/library/power-loss';

test('loses nothing that was answered, after any operation', async () => {
  const seed = Math.floor(Date.now() / 1000);
  console.log(`power loss: seed ${seed}`);
  const { cases, violations } = await losePower({ step: 1, seed, backsUp: true });
  console.log(`power loss: ${cases} cases, ${violations.length} violations`);
  expect(violations.slice(0, 10)).toEqual([]);
  expect(cases).toBeGreaterThan(2_000);
});
