import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { annotationIdSchema, type AnnotationId } from '../../../src-core/annotation/annotation';
import type { Edit } from '../../../src-core/annotation/edit';
import { followMarks, linkedElsewhere } from '../../../src-main/application/links-across';
import type { Library } from '../../../src-main/library/library';
import { add, issue, issueId, mark, opened, remove, source, value } from '../library/support';

const at = '2026-02-01T00:00:00.000Z';

let folder: string;
let library: Library;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jianbao-links-'));
  library = await opened(folder);
  for (const name of ['one', 'two']) value(await library.addIssue(issue(name), source(name)));
  value(await library.edit(issueId('one'), add(mark('one', 'm1', { note: '前一篇' }))));
  value(await library.edit(issueId('two'), add(mark('two', 'm2', { note: '后一篇' }))));
  value(await library.edit(issueId('one'), link('m1', [['two', 'm2']])));
});
afterEach(async () => {
  await library.close();
  await rm(folder, { recursive: true, force: true });
});

function id(name: string): AnnotationId {
  return annotationIdSchema.parse(name);
}

function link(from: string, to: readonly (readonly [issue: string, mark: string])[]): Edit {
  const linksElsewhere = to.map(([name, other]) => ({ issueId: issueId(name), annotationId: id(other) }));
  return { type: 'update', annotationId: id(from), changes: { linksElsewhere }, at };
}

async function linked(name: string, annotation: string): Promise<readonly string[]> {
  const found = value(
    await linkedElsewhere(library, { issueId: issueId(name), annotationId: id(annotation) }),
  );
  return found.map(({ goes, annotationId, issue: stated, mark: other }) => {
    const words = other === null ? 'unknown' : other.removed === undefined ? other.note : 'removed';
    return `${goes} ${annotationId} ${stated?.publication ?? 'no issue'} ${words}`;
  });
}

test('shows a link at both ends, after a restart too', async () => {
  expect(await linked('one', 'm1')).toEqual(['out m2 运河日报 后一篇']);
  expect(await linked('two', 'm2')).toEqual(['in m1 运河日报 前一篇']);
  await library.close();
  library = await opened(folder);
  expect(await linked('two', 'm2')).toEqual(['in m1 运河日报 前一篇']);
  expect((await library.check()).problems).toEqual([]);
});

test('takes a link back with undo, and names one to a removed mark', async () => {
  value(await library.edit(issueId('two'), remove('m2')));
  expect(await linked('one', 'm1')).toEqual(['out m2 运河日报 removed']);
  value(await library.undo(issueId('one'), at));
  expect(await linked('one', 'm1')).toEqual([]);
  expect(await linked('two', 'm2')).toEqual([]);
});

test('shows a link that goes both ways once at each end, and one to what the library does not have', async () => {
  value(
    await library.edit(
      issueId('two'),
      link('m2', [
        ['one', 'm1'],
        ['gone', 'm9'],
      ]),
    ),
  );
  expect(await linked('one', 'm1')).toEqual(['out m2 运河日报 后一篇']);
  expect(await linked('two', 'm2')).toEqual(['out m1 运河日报 前一篇', 'out m9 no issue unknown']);
});

test('forgets the links of a removed mark, and knows them again when it is brought back', async () => {
  value(await library.edit(issueId('one'), remove('m1')));
  expect(await linked('two', 'm2')).toEqual([]);
  value(await library.undo(issueId('one'), at));
  expect(await linked('two', 'm2')).toEqual(['in m1 运河日报 前一篇']);
});

test('lets links follow a mark that is made anew', async () => {
  value(await library.edit(issueId('two'), add(mark('two', 'm3', { note: '移到别处' }))));
  const followed = await followMarks(library, issueId('two'), new Map([[id('m2'), id('m3')]]), at);
  expect(followed.map((edited) => edited.issueId)).toEqual([issueId('one')]);
  expect(await linked('one', 'm1')).toEqual(['out m3 运河日报 移到别处']);
  expect(await linked('two', 'm2')).toEqual([]);
});

test('names a link into an issue in the trash, and one from there', async () => {
  value(await library.removedIssues.put([issueId('two')], at, ''));
  const of = async (name: string, annotation: string): Promise<unknown> =>
    value(await linkedElsewhere(library, { issueId: issueId(name), annotationId: id(annotation) }));
  const elsewhere = { publication: '运河日报', isTrashed: true };
  expect(await of('one', 'm1')).toMatchObject([{ goes: 'out', issue: elsewhere, mark: { note: '后一篇' } }]);
  value(await library.removedIssues.restore([issueId('two')]));
  value(await library.removedIssues.put([issueId('one')], at, ''));
  expect(await of('two', 'm2')).toMatchObject([{ goes: 'in', issue: elsewhere, mark: { note: '前一篇' } }]);
});
