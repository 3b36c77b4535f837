import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Edited } from '../../../src-core/ipc/contract';
import { retagLibrary } from '../../../src-main/application/retag-library';
import type { Library } from '../../../src-main/library/library';
import { add, issue, issueId, mark, opened, source, value } from '../library/support';

const at = '2026-02-01T00:00:00.000Z';

let folder: string;
let library: Library;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jianbao-retag-'));
  library = await opened(folder);
  for (const name of ['one', 'two', 'three']) value(await library.addIssue(issue(name), source(name)));
  value(await library.edit(issueId('one'), add(mark('one', 'm1', { tags: ['历史', '人物'] }))));
  value(await library.edit(issueId('one'), add(mark('one', 'm2', { tags: ['历史/近代'] }))));
  value(await library.edit(issueId('two'), add(mark('two', 'm3', { tags: ['史学'] }))));
  value(await library.edit(issueId('three'), add(mark('three', 'm4', { tags: ['历史学'] }))));
});
afterEach(async () => {
  await library.close();
  await rm(folder, { recursive: true, force: true });
});

async function retagged(from: string, to: string | null) {
  const told: Edited[] = [];
  const result = await retagLibrary(
    library,
    { from, to },
    { now: () => at, onEdited: (edited) => told.push(edited) },
  );
  return { result, told };
}

async function tags(): Promise<Record<string, number>> {
  return Object.fromEntries(value(await library.tags()));
}

test('renames a tag with all below it, in every issue that has it and in no other', async () => {
  const { result, told } = await retagged('历史', '史');
  expect(result).toEqual({ ok: true, value: { annotations: 2, issues: 1 } });
  expect(told.map((edited) => edited.issueId)).toEqual([issueId('one')]);
  expect(await tags()).toEqual({ 史: 1, '史/近代': 1, 人物: 1, 史学: 1, 历史学: 1 });
});

test('makes two tags one', async () => {
  await retagged('史学', '历史');
  expect(await tags()).toEqual({ 历史: 2, '历史/近代': 1, 人物: 1, 历史学: 1 });
});

test('takes a tag away, and the undo of the issue brings it back', async () => {
  await retagged('历史', null);
  expect(await tags()).toEqual({ 人物: 1, 史学: 1, 历史学: 1 });
  value(await library.undo(issueId('one'), at));
  expect(await tags()).toEqual({ 历史: 1, '历史/近代': 1, 人物: 1, 史学: 1, 历史学: 1 });
});

test('changes nothing where a tag below would become too long', async () => {
  const { result, told } = await retagged('历史', '长'.repeat(99));
  expect(result).toMatchObject({ ok: false, error: { code: 'invalid-input', where: 'to' } });
  expect(told).toEqual([]);
  expect(await tags()).toMatchObject({ '历史/近代': 1 });
});
