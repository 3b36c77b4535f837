import { expect, test } from 'vitest';
import { failOperations, failReads, faultCodes } from '../main/library/faults';

const cases = faultCodes.flatMap((code) =>
  [false, true].flatMap((lasts) => [0, 0.5, 1].map((doneShare) => ({ code, lasts, doneShare }))),
);

test.each(cases)('keeps its word whichever operation fails: %o', async (fault) => {
  const { violations, cases: count, refused } = await failOperations({ ...fault, step: 1, offset: 0 });
  console.log(`faults: ${JSON.stringify(fault)}: ${count} cases, ${refused} refused`);
  expect(violations.slice(0, 10)).toEqual([]);
  expect(count).toBeGreaterThan(300);
});

test.each(faultCodes)('takes no file for damaged, whichever read fails with %s', async (code) => {
  const { violations, cases: count } = await failReads({ code, step: 1, offset: 0 });
  console.log(`reads: ${code}: ${count} cases`);
  expect(violations.slice(0, 10)).toEqual([]);
  expect(count).toBeGreaterThan(30);
});
