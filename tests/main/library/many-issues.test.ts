// More issues than may keep their journals open: those used longest ago let go of theirs while they, too, are marked.
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openLibrary } from '../../../src-main/library/open-library';
import { MemoryFiles } from './memory-files';
import { add, issue, issueId, mark, source, value } from './support';
import { libraryPath, lifeOptions } from './work';

test('keeps every mark of many issues, and not all of their journals open', async () => {
  const files = new MemoryFiles();
  let open = 0;
  let most = 0;
  const openFile = files.open.bind(files);
  files.open = async (path, mode) => {
    const file = await openFile(path, mode);
    most = Math.max(most, ++open);
    return { ...file, close: () => file.close().finally(() => open--) };
  };
  const library = value(await openLibrary(libraryPath, { ...lifeOptions(files), openJournals: 200 }));
  const names = Array.from({ length: 330 }, (_, index) => `i${index}`);
  for (const name of names) value(await library.addIssue(issue(name), source(name)));
  const asked = [];
  for (const [round, step] of [7, 13, 1].entries()) {
    for (let index = 0; index < names.length; index++) {
      const name = names[(index * step) % names.length] ?? '';
      asked.push(library.edit(issueId(name), add(mark(name, `r${round}`))));
      if (index % 10 === 0) await setImmediate();
    }
  }
  for (const answer of asked) value(await answer);
  expect(value(await library.issues()).map(({ annotations }) => annotations)).toEqual(names.map(() => 3));
  expect(most).toBeLessThan(320);
  const again = value(
    await openLibrary(libraryPath, lifeOptions(files.afterPowerLoss('synced-only', () => 0))),
  );
  expect(value(await again.issues()).map(({ annotations }) => annotations)).toEqual(names.map(() => 3));
  await library.close();
  expect(open).toBe(0);
});
