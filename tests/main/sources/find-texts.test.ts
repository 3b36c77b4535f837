import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findTexts } from '../../../src-main/sources/find-texts';

let folder: string;

beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'jianbao-find-')));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function put(...paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), 'x');
  }
}

async function found(limits?: { files: number; depth: number }) {
  const { files, others, failures } = await findTexts([folder], undefined, limits);
  return {
    files: files.map((file) => relative(folder, file)),
    others,
    failures: failures.map(({ file, error }) => [relative(folder, file), error.code]),
  };
}

it('finds texts in folders within folders, by name, and counts the files it leaves', async () => {
  await put('b.txt', 'a/2.TXT', 'a/1.text', 'a/x.pdf', 'c.jpg', 'a/.hidden.txt', '.git/z.txt');
  expect(await found()).toEqual({ files: ['a/1.text', 'a/2.TXT', 'b.txt'], others: 2, failures: [] });
});

it('goes into no link, neither in circles nor out of the folder', async () => {
  await put('in/a.txt');
  await symlink('..', join(folder, 'in', 'up'));
  await symlink(tmpdir(), join(folder, 'in', 'out'));
  await symlink(join(folder, 'in', 'a.txt'), join(folder, 'in', 'again.txt'));
  expect(await found()).toEqual({ files: ['in/a.txt'], others: 3, failures: [] });
});

it('takes so many files and tells once that there are more', async () => {
  await put('1.txt', '2.txt', '3.txt', 'd/4.txt', 'e/5.txt');
  expect(await found({ files: 2, depth: 5 })).toMatchObject({
    files: ['1.txt', '2.txt'],
    failures: [['', 'folder-too-large']],
  });
});

it('goes so deep and names each folder it leaves', async () => {
  await put('1.txt', 'a/2.txt', 'a/b/3.txt');
  expect(await found({ files: 9, depth: 2 })).toMatchObject({
    files: ['1.txt', 'a/2.txt'],
    failures: [['a/b', 'folder-too-deep']],
  });
});

it('takes a chosen file whatever its name, and one that is missing too', async () => {
  await put('page.dat');
  const chosen = [join(folder, 'page.dat'), join(folder, 'missing')];
  expect(await findTexts(chosen)).toEqual({ files: chosen, others: 0, failures: [] });
});
