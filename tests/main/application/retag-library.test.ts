import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Edit } from '../../../src-core/annotation/edit';
import type { TagTrait } from '../../../src-core/annotation/tag-traits';
import type { Edited } from '../../../src-core/ipc/contract';
import type { IssueId } from '../../../src-core/publication/issue';
import { fail } from '../../../src-core/result';
import { LibraryTags } from '../../../src-main/application/retag-library';
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
  const result = await tagsOf(library, told).retag({ from, to });
  return { result, told };
}

function tagsOf(changed: Library, told: Edited[] = []): LibraryTags {
  return new LibraryTags(changed, { now: () => at, onEdited: (edited) => told.push(edited) });
}

async function tags(): Promise<Record<string, number>> {
  return Object.fromEntries(value(await library.tags()));
}

test('renames a tag with all below it, in every issue that has it and in no other', async () => {
  const { result, told } = await retagged('历史', '史');
  expect(result).toEqual({ ok: true, value: { annotations: 2, issues: 1, failed: [] } });
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

test('goes on past an issue that fails, tells of it, and changes the rest when asked again', async () => {
  value(await library.edit(issueId('two'), add(mark('two', 'm5', { tags: ['历史'] }))));
  const unwritable = { code: 'disk-full', path: folder } as const;
  let isFull = true;
  const failing: Library = Object.create(library, {
    edit: {
      value: (issue: IssueId, edit: Edit) =>
        isFull && issue === issueId('one') ? Promise.resolve(fail(unwritable)) : library.edit(issue, edit),
    },
    issues: { value: () => library.issues() },
    tags: { value: () => library.tags() },
    annotations: { value: (issue: IssueId) => library.annotations(issue) },
    tagTraits: { value: library.tagTraits },
  }) as Library;
  const changing = tagsOf(failing);
  expect(value(await changing.retag({ from: '历史', to: '史' }))).toEqual({
    annotations: 1,
    issues: 1,
    failed: [{ issueId: 'one', error: unwritable }],
  });
  expect(await tags()).toMatchObject({ 史: 1, 历史: 1, '历史/近代': 1 });
  isFull = false;
  expect(value(await changing.retag({ from: '历史', to: '史' }))).toEqual({
    annotations: 2,
    issues: 1,
    failed: [],
  });
  expect(await tags()).toMatchObject({ 史: 2, '史/近代': 1 });
  // Both parts are one change.
  expect(value(await changing.takeBack())).toMatchObject({ annotations: 3, issues: 2 });
  expect(await tags()).toMatchObject({ 历史: 2, '历史/近代': 1 });
});

test('takes a merge back as a whole, and leaves alone what was changed since', async () => {
  const changing = tagsOf(library);
  value(await library.edit(issueId('two'), add(mark('two', 'm5', { tags: ['历史'] }))));
  value(await changing.retag({ from: '历史', to: '史学' }));
  expect(await tags()).toEqual({ 史学: 3, '史学/近代': 1, 人物: 1, 历史学: 1 });
  const [changed] = value(await library.annotations(issueId('one')));
  if (changed === undefined) throw new Error('no mark');
  const { annotationId } = changed;
  const changes = { tags: ['史学', '要点'] };
  value(await library.edit(issueId('one'), { type: 'update', annotationId, changes, at }));
  expect(value(await changing.takeBack())).toEqual({ annotations: 2, issues: 2, failed: [] });
  expect(await tags()).toEqual({ 史学: 2, 要点: 1, 历史: 1, '历史/近代': 1, 历史学: 1 });
});

test('has nothing to take back at first', async () => {
  expect(await tagsOf(library).takeBack()).toMatchObject({ ok: false, error: { code: 'nothing-to-undo' } });
});

async function traits(): Promise<readonly TagTrait[]> {
  return value(await library.tagTraits.all());
}

test('lets other names and the colour follow a tag, and takes them back with it', async () => {
  const changing = tagsOf(library);
  const history: TagTrait = { tag: '历史', aliases: ['史'], color: 'ochre' };
  expect(await changing.describe(history)).toEqual({ ok: true, value: null });
  expect(await traits()).toEqual([history]);
  value(await changing.retag({ from: '历史', to: '学科/历史' }));
  expect(await traits()).toEqual([{ ...history, tag: '学科/历史' }]);
  value(await changing.takeBack());
  expect(await traits()).toEqual([history]);
  value(await changing.retag({ from: '历史', to: null }));
  expect(await traits()).toEqual([]);
});

test('takes back what was set about a tag, and leaves alone what was set about another since', async () => {
  const changing = tagsOf(library);
  value(await changing.describe({ tag: '历史', aliases: ['史'], color: null }));
  value(await tagsOf(library).describe({ tag: '人物', aliases: [], color: 'violet' }));
  expect(value(await changing.takeBack())).toEqual({ annotations: 0, issues: 0, failed: [] });
  expect(await traits()).toEqual([{ tag: '人物', aliases: [], color: 'violet' }]);
});

test('what was taken back is not taken back again', async () => {
  const changing = tagsOf(library);
  value(await changing.describe({ tag: '历史', aliases: ['史'], color: 'ochre' }));
  value(await changing.retag({ from: '历史', to: '学科/历史' }));
  value(await changing.takeBack());
  expect(await changing.takeBack()).toMatchObject({ ok: false, error: { code: 'nothing-to-undo' } });
  expect(await traits()).toEqual([{ tag: '历史', aliases: ['史'], color: 'ochre' }]);
  expect(await tags()).toMatchObject({ 历史: 1, '历史/近代': 1 });
});

test('takes back at a second try what failed at the first', async () => {
  const unwritable = { code: 'disk-full', path: folder } as const;
  let isFull = false;
  const failing: Library = Object.create(library, {
    edit: {
      value: (issue: IssueId, edit: Edit) =>
        isFull && issue === issueId('one') ? Promise.resolve(fail(unwritable)) : library.edit(issue, edit),
    },
    issues: { value: () => library.issues() },
    tags: { value: () => library.tags() },
    annotations: { value: (issue: IssueId) => library.annotations(issue) },
    tagTraits: { value: library.tagTraits },
  }) as Library;
  const changing = tagsOf(failing);
  value(await library.edit(issueId('two'), add(mark('two', 'm5', { tags: ['历史'] }))));
  value(await changing.retag({ from: '历史', to: '史' }));
  isFull = true;
  expect(value(await changing.takeBack())).toMatchObject({ annotations: 1, failed: [{ issueId: 'one' }] });
  isFull = false;
  expect(value(await changing.takeBack())).toMatchObject({ annotations: 2, failed: [] });
  expect(await tags()).toMatchObject({ 历史: 2, '历史/近代': 1 });
});
