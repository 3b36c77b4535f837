import { expect, test } from 'vitest';
import { failMending, failOperations, failReads, faultCodes } from './faults';
import { MemoryFiles } from './memory-files';
import { attempt, Work } from './work';

test.each(faultCodes)('keeps its word when one operation fails with %s', async (code) => {
  const { violations, cases, refused } = await failOperations({
    code,
    lasts: false,
    step: 5,
    offset: faultCodes.indexOf(code),
  });
  expect(violations.slice(0, 5)).toEqual([]);
  expect(cases).toBeGreaterThan(20);
  expect(refused).toBeGreaterThan(20);
});

test.each(faultCodes)('keeps its word when all operations fail with %s for a time', async (code) => {
  const { violations, cases } = await failOperations({
    code,
    lasts: true,
    step: 5,
    offset: faultCodes.indexOf(code),
  });
  expect(violations.slice(0, 5)).toEqual([]);
  expect(cases).toBeGreaterThan(20);
});

test.each([
  ['one byte', () => 1],
  ['half of them', (offered: number) => Math.ceil(offered / 2)],
])('writes whole records where a write takes %s', async (_words, takes) => {
  const files = new MemoryFiles();
  files.takes = takes;
  const work = new Work();
  await attempt(files, work, 0);
  expect(work.refused).toBe(0);
  expect(await work.verify(files)).toEqual([]);
});

test.each(faultCodes)('keeps its word when what fails with %s was half done, or done', async (code) => {
  const offset = faultCodes.indexOf(code);
  for (const doneShare of [0.5, 1]) {
    const { violations, cases } = await failOperations({ code, lasts: false, doneShare, step: 13, offset });
    expect(violations.slice(0, 5)).toEqual([]);
    expect(cases).toBeGreaterThan(20);
  }
});

test.each(['EIO', 'EACCES', 'EMFILE'] as const)(
  'takes no file for damaged that cannot be read (%s)',
  async (code) => {
    const { violations, cases } = await failReads({ code, step: 3, offset: faultCodes.indexOf(code) });
    expect(violations.slice(0, 5)).toEqual([]);
    expect(cases).toBeGreaterThan(20);
  },
);

test.each(faultCodes)('mends a damaged library later when mending it fails with %s', async (code) => {
  const { violations, cases } = await failMending(code);
  expect(violations.slice(0, 5)).toEqual([]);
  expect(cases).toBeGreaterThan(20);
});
