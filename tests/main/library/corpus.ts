// Two hundred damaged libraries, the same on every run: a sound one, and a list of ways in which files go wrong on real
// disks, each done to files chosen by a seed; every third library has two files or three damaged.
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { backupName } from '../../../src-main/library/backup-generations';
import type { Random } from './memory-files';
import { seeded } from './memory-files';
import { add, issue, issueId, mark, note, opened, remove, source, value } from './support';

type Harm = (path: string, bytes: Buffer, random: Random) => Promise<void>;

const place = (bytes: Buffer, random: Random): number => Math.floor(random() * bytes.length);

const harms: Readonly<Record<string, Harm>> = {
  gone: (path) => rm(path),
  empty: (path) => writeFile(path, ''),
  truncated: (path, bytes, random) => writeFile(path, bytes.subarray(0, place(bytes, random))),
  'one bit flipped': (path, bytes, random) => {
    const at = place(bytes, random);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
    return writeFile(path, bytes);
  },
  'many bits flipped': (path, bytes, random) => {
    for (let count = 0; count < 20; count++) bytes[place(bytes, random)] = Math.floor(random() * 256);
    return writeFile(path, bytes);
  },
  'filled with NUL': (path, bytes) => writeFile(path, Buffer.alloc(bytes.length)),
  'a block of NUL': (path, bytes, random) => writeFile(path, bytes.fill(0, place(bytes, random))),
  'with a byte order mark': (path, bytes) => writeFile(path, Buffer.concat([Buffer.from('\ufeff'), bytes])),
  'in UTF-16': (path, bytes) => writeFile(path, Buffer.from(bytes.toString(), 'utf16le')),
  'with Windows’ line ends': (path, bytes) => writeFile(path, bytes.toString().replaceAll('\n', '\r\n')),
  'of a newer version': (path, bytes) =>
    writeFile(path, bytes.toString('latin1').replace(/"schema":\d+/, '"schema":9'), 'latin1'),
  'a folder': async (path) => {
    await rm(path);
    await mkdir(path);
  },
  'doubled at its end': (path, bytes, random) =>
    writeFile(path, Buffer.concat([bytes, bytes.subarray(place(bytes, random))])),
  'another program’s': (path) => writeFile(path, '<!DOCTYPE html><p>404</p>\n'),
  'that of the other issue': (path, bytes) => writeFile(path, bytes),
};

/** One damaged library: what was done to which files. */
export type DamagedLibrary = { readonly name: string; readonly harmed: ReadonlyMap<string, Buffer | null> };

/** Makes the sound library: two issues with marks, trash and history, former generations and journals. */
export async function makeSound(folder: string): Promise<void> {
  const library = await opened(folder, { snapshotAfter: 2_000 });
  for (const name of ['one', 'two']) {
    value(await library.addIssue(issue(name), source(name)));
    for (let count = 0; count < 14; count++) {
      const id = `${name}-${count}`;
      value(await library.edit(issueId(name), add(mark(name, id, { tags: ['水利'] }))));
      value(await library.edit(issueId(name), note(id, `第 ${count} 条`)));
    }
    value(await library.edit(issueId(name), remove(`${name}-3`)));
  }
  await library.close();
  // Records that no snapshot has yet, nor a backup.
  const again = await opened(folder, { snapshotAfter: 1_000_000 });
  await mkdir(join(folder, 'backups'));
  value(await again.backUp(join(folder, 'backups', backupName('2026-01-01T00:00:00.000Z'))));
  for (const name of ['one', 'two']) value(await again.edit(issueId(name), note(`${name}-1`, '最后一条')));
  await again.close();
}

/** Copies the sound library and damages the copy; the number decides how. */
export async function damageLibrary(sound: string, folder: string, number: number): Promise<DamagedLibrary> {
  await cp(sound, folder, { recursive: true });
  const random = seeded(1_000 + number);
  const paths = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name !== 'LOCK')
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const names = Object.keys(harms);
  const harm = names[number % names.length] ?? 'gone';
  const count = number % 3 === 2 ? 2 + (number % 2) : 1;
  const harmed = new Map<string, Buffer | null>();
  // Every tenth library has both copies of an issue's marks damaged in the same way.
  if (number % 10 === 9) {
    const own = join(folder, 'issues', number % 20 === 9 ? 'one' : 'two', 'annotations.json');
    for (const path of [own, `${own}.bak`]) {
      await (harms[harm] ?? rm)(path, await readFile(path), random);
      harmed.set(path, await readFile(path).catch(() => null));
    }
    return { name: `${number}: both copies of the marks ${harm}`, harmed };
  }
  for (let done = 0; done < count; done++) {
    const path = paths[Math.floor(random() * paths.length)] ?? '';
    if (harmed.has(path)) continue;
    const bytes =
      harm === 'that of the other issue'
        ? await readFile(
            path.replace(/issues.(one|two)/, (found) =>
              found.endsWith('one') ? found.replace('one', 'two') : found.replace('two', 'one'),
            ),
          ).catch(() => Buffer.alloc(0))
        : await readFile(path);
    await harms[harm]?.(path, bytes, random);
    harmed.set(path, await readFile(path).catch(() => null));
  }
  const where = [...harmed.keys()].map((path) => path.slice(folder.length + 1)).join(', ');
  return { name: `${number}: ${where} ${harm}`, harmed };
}
