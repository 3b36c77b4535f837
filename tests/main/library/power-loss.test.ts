// A sample of the power losses that `npm run test:crash` goes through; and so that these tests can be believed, faults
// planted in the file system must make them fail.
import { expect, test } from 'vitest';
import { encodeRecord, type JournalRecord } from '../../../src-main/library/journal';
import { MemoryFiles, type Operation } from './memory-files';
import { losePower } from './power-loss';
import { add, mark } from './support';
import { attempt, Work } from './work';

test('loses nothing that was answered, wherever the power goes', async () => {
  const seed = Math.floor(Date.now() / 86_400_000);
  const { cases, violations } = await losePower({ step: 29, seed, backsUp: true });
  expect({ seed, violations: violations.slice(0, 5) }).toEqual({ seed, violations: [] });
  expect(cases).toBeGreaterThan(100);
});

const faults: readonly (readonly [string, (operation: Operation) => boolean])[] = [
  ['a journal that is not synced', ({ name, path }) => name === 'sync' && path.endsWith('.jnl')],
  ['a new journal that is not synced', ({ name, path }) => name === 'sync' && path.endsWith('.jnl.tmp')],
  [
    'a snapshot that is not synced',
    ({ name, path }) => name === 'sync' && path.endsWith('annotations.json.tmp'),
  ],
  [
    'an imported text that is not synced',
    ({ name, path }) => name === 'sync' && path.includes('/issue.json'),
  ],
  [
    'a list of the trash that is not synced',
    ({ name, path }) => name === 'sync' && path.endsWith('trash.json.tmp'),
  ],
  ['a source that is not synced', ({ name, path }) => name === 'sync' && path.endsWith('source.bin')],
  [
    'an issue folder that is not synced',
    ({ name, path }) => name === 'syncFolder' && path.includes('/issues/'),
  ],
  [
    'a folder of issues that is not synced',
    ({ name, path }) => name === 'syncFolder' && path.endsWith('/issues'),
  ],
  [
    'a library folder that is not synced',
    ({ name, path }) => name === 'syncFolder' && path.endsWith('/library'),
  ],
  ['a mark in set-aside space that is not synced', ({ name }) => name === 'syncOverwritten'],
  ['a torn end that is not cut off, and space that is not given back', ({ name }) => name === 'truncate'],
];

test.each(faults)('notices %s', async (_fault, ignores) => {
  const { violations } = await losePower({ step: 7, seed: 3, stopsEarly: true, ignores });
  expect(violations.length).toBeGreaterThan(0);
});

test('notices space that holds a record which was never answered', async () => {
  const alters = (path: string, bytes: Uint8Array): Uint8Array => {
    const length = bytes.indexOf(0);
    if (!path.endsWith('.jnl') || length < 0) return bytes;
    const line = Buffer.from(bytes.subarray(0, length)).toString();
    const record = JSON.parse(line.slice(line.indexOf('{'))) as JournalRecord;
    if (record.edit.type !== 'add') return bytes;
    const { annotation } = record.edit;
    const ghost = add(mark(annotation.issueId, `ghost-${annotation.annotationId}`));
    const leftOver = encodeRecord({ ...record, seq: record.seq + 1, edit: ghost });
    return Buffer.concat([bytes.subarray(0, length), leftOver, bytes.subarray(length + leftOver.length)]);
  };
  const { violations } = await losePower({ step: 7, seed: 3, stopsEarly: true, alters });
  expect(violations.length).toBeGreaterThan(0);
});

test('makes the same work on every run', async () => {
  const [one, other] = [new MemoryFiles(), new MemoryFiles()];
  await attempt(one, new Work(), 0);
  await attempt(other, new Work(), 0);
  const names = (files: MemoryFiles): string[] => files.operations.map(({ name }) => name);
  expect(names(one)).toEqual(names(other));
});
