import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { withTrait, type TagTrait } from '../../../src-core/annotation/tag-traits';
import type { Library } from '../../../src-main/library/library';
import { restoreAsLibrary, restoreInto } from '../../../src-main/library/restore';
import { afterEachLoss } from './after-each';
import { failure, inFolder, issue, opened, source, value } from './support';

const farming: TagTrait = { tag: '农业', aliases: ['稻', '田'], color: 'malachite' };
const people: TagTrait = { tag: '人物', aliases: [], color: 'violet' };

async function traits(library: Library): Promise<readonly TagTrait[]> {
  return value(await library.tagTraits.all());
}

describe('other names and colours of tags in the library', () => {
  test('are kept, and there is no file of them before', () =>
    inFolder(async (folder) => {
      const library = await opened(folder);
      expect(await traits(library)).toEqual([]);
      expect(await readdir(folder)).not.toContain('tags.json');
      value(await library.tagTraits.change(() => [farming]));
      await library.close();
      const again = await opened(folder);
      expect(await traits(again)).toEqual([farming]);
      expect(await again.check()).toEqual({ issues: 0, annotations: 0, trashed: 0, problems: [] });
      await again.close();
    }));

  test('keep every one of several changes at once, and refuse what is not valid', () =>
    inFolder(async (folder) => {
      const library = await opened(folder);
      await Promise.all([
        library.tagTraits.change((present) => withTrait(present, farming)),
        library.tagTraits.change((present) => withTrait(present, people)),
      ]);
      const wrong = await library.tagTraits.change(() => [{ ...people, aliases: [' '] }]);
      expect(failure(wrong).code).toBe('invalid-input');
      expect(await traits(library)).toEqual([farming, people]);
      await library.close();
    }));

  test('are rebuilt from the second copy, and set aside where no copy can be read', () =>
    inFolder(async (folder) => {
      const path = join(folder, 'tags.json');
      const library = await opened(folder);
      value(await library.tagTraits.change(() => [farming]));
      value(await library.tagTraits.change(() => [people]));
      await library.close();
      await writeFile(path, 'damaged');
      const former = await opened(folder);
      expect(await traits(former)).toEqual([people]);
      expect(former.notices.map(({ code }) => code)).toEqual(['file-rebuilt']);
      await former.close();
      await writeFile(path, 'damaged');
      await writeFile(`${path}.bak`, '');
      const empty = await opened(folder);
      expect(await traits(empty)).toEqual([]);
      expect(empty.notices.map(({ code }) => code)).toEqual(['tags-damaged']);
      expect((await readdir(join(folder, 'quarantine'))).length).toBe(3);
      value(await empty.tagTraits.change(() => [people]));
      expect((await empty.check()).problems).toEqual([]);
      await empty.close();
    }));

  test('are looked at by a check', () =>
    inFolder(async (folder) => {
      const path = join(folder, 'tags.json');
      const library = await opened(folder);
      value(await library.tagTraits.change(() => [farming]));
      await writeFile(path, (await readFile(path, 'utf8')).replace('稻', '麦'));
      expect((await library.check()).problems).toEqual([{ path, problem: { code: 'checksum' } }]);
      await library.close();
    }));

  test('are in a backup, come back with it, and go together with those of another library', () =>
    inFolder(async (folder) => {
      const library = await opened(join(folder, 'library'));
      value(await library.addIssue(issue('i1'), source('i1')));
      value(await library.tagTraits.change(() => [farming, people]));
      const zip = join(folder, 'backup.zip');
      value(await library.backUp(zip));
      await library.close();

      value(await restoreAsLibrary(zip, join(folder, 'new')));
      const fresh = await opened(join(folder, 'new'));
      expect(await traits(fresh)).toEqual([farming, people]);
      await fresh.close();

      const other = await opened(join(folder, 'other'));
      const own: TagTrait = { tag: '农业', aliases: ['耕作'], color: null };
      const onlyHere: TagTrait = { tag: '工业', aliases: ['厂'], color: null };
      value(await other.tagTraits.change(() => [own, onlyHere, people]));
      const restored = value(await restoreInto(other, zip, '2026-01-02T00:00:00.000Z'));
      expect(restored.tagsChanged).toBe(1);
      expect(new Set(await traits(other))).toEqual(
        new Set([{ ...farming, aliases: ['稻', '田', '耕作'] }, onlyHere, people]),
      );
      await other.close();
    }));

  test('keep every answered change through a loss of power after each operation', async () => {
    await afterEachLoss(
      () => new Set<string>(),
      async ({ tagTraits }, answered) => {
        for (const tag of ['一', '二', '三', '四']) {
          if ((await tagTraits.change((now) => withTrait(now, { ...people, tag }))).ok) answered.add(tag);
        }
      },
      async (library, answered, when) => {
        const found = (await traits(library)).map(({ tag }) => tag);
        expect(found.slice(0, answered.size), when).toEqual([...answered]);
      },
    );
  });
});
