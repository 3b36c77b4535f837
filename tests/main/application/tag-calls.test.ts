// Every window that is open learns of a change of tags, whichever window asked for it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { tagCalls } from '../../../src-main/application/tag-calls';
import type { Library } from '../../../src-main/library/library';
import { add, issue, issueId, mark, opened, source, value } from '../library/support';

const asking = { windowId: 7, signal: new AbortController().signal };

let folder: string;
let library: Library;
let told: string[];
let calls: ReturnType<typeof tagCalls>;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jianbao-tag-calls-'));
  library = await opened(folder);
  value(await library.addIssue(issue('one'), source('one')));
  value(await library.edit(issueId('one'), add(mark('one', 'm1', { tags: ['历史'] }))));
  told = [];
  calls = tagCalls({
    library,
    now: () => '2026-02-01T00:00:00.000Z',
    emit: (name, _payload, except) =>
      void told.push(`${name} to all${except === undefined ? '' : ` but ${except}`}`),
  });
});
afterEach(async () => {
  await library.close();
  await rm(folder, { recursive: true, force: true });
});

const changed = ['annotations.changed to all', 'library.changed to all but 7'];

it('tells of a tag that is renamed, taken away, and brought back', async () => {
  await calls['tags.describe']({ tag: '历史', aliases: ['史'], color: 'ochre' }, asking);
  expect(told.splice(0)).toEqual(['library.changed to all but 7']);
  await calls['tags.rename']({ from: '历史', to: '学科/历史' }, asking);
  expect(told.splice(0)).toEqual(changed);
  expect(await calls['tags.traits']({}, asking)).toEqual([
    { tag: '学科/历史', aliases: ['史'], color: 'ochre' },
  ]);
  await calls['tags.take-back']({}, asking);
  expect(told.splice(0)).toEqual(changed);
  await calls['tags.remove']({ tag: '历史' }, asking);
  expect(told.splice(0)).toEqual(changed);
});
