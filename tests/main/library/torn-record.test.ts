// The last record of a journal, torn at each of its bytes: what was answered before it is there, and so is what comes after.
import { expect, test } from 'vitest';
import { openLibrary } from '../../../src-main/library/open-library';
import { MemoryFiles } from './memory-files';
import { add, issue, issueId, mark, note, notes, source, value } from './support';
import { libraryPath, lifeOptions } from './work';

const journal = `${libraryPath}/issues/i1/journal-00000001.jnl`;

async function written(): Promise<{ readonly files: MemoryFiles; readonly before: number }> {
  const files = new MemoryFiles();
  // The process dies before it tidies up.
  const library = value(await openLibrary(libraryPath, { ...lifeOptions(files), snapshotAfter: 1_000_000 }));
  value(await library.addIssue(issue('i1'), source('i1')));
  value(await library.edit(issueId('i1'), add(mark('i1', 'first', { note: '已经记下' }))));
  const before = files.content(journal).length;
  value(await library.edit(issueId('i1'), note('first', '𦦙河两岸')));
  return { files, before };
}

const { files: reference, before } = await written();
const whole = reference.content(journal);

/** How the rest of the record may look: not there, zeros, or what the disk held before. */
const rests: readonly (readonly [string, (length: number) => Buffer])[] = [
  ['nothing', () => Buffer.alloc(0)],
  ['zeros', (length) => Buffer.alloc(length)],
  ['an older line', (length) => Buffer.from('00000000 2 {}\n'.repeat(length)).subarray(0, length)],
];

test.each(rests)('is cut off wherever it was torn, with %s after it', async (_words, rest) => {
  const { files } = await written();
  for (let kept = 0; kept < whole.length - before; kept++) {
    const torn = Buffer.concat([whole.subarray(0, before + kept), rest(whole.length - before - kept)]);
    files.damage(journal, torn);
    const life = { ...lifeOptions(files), snapshotAfter: 1_000_000 };
    const library = value(await openLibrary(libraryPath, life));
    // Without its line feed alone a record was not yet answered either.
    expect({ kept, notes: await notes(library, 'i1') }).toEqual({ kept, notes: { first: '已经记下' } });
    value(await library.edit(issueId('i1'), add(mark('i1', 'after'))));
    const again = value(await openLibrary(libraryPath, { ...lifeOptions(files), snapshotAfter: 1_000_000 }));
    expect(await notes(again, 'i1')).toEqual({ first: '已经记下', after: '' });
    for (const path of files.paths.filter((one) => /journal-0000000[2-9]|quarantine|annotations/.test(one))) {
      files.damage(path, path.endsWith('annotations.json') ? reference.content(path) : null);
    }
  }
});
