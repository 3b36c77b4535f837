// A disk that does not keep what a library relies on is found out by trying, on every system; one that does not answer is
// not waited for.
import { mkdir, readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { probeDisk } from '../../../src-main/library/disk-probe';
import { nodeFiles } from '../../../src-main/library/node-files';
import { endWithin, reach, reachPlace } from '../../../src-main/library/reach';
import { MemoryFiles } from './memory-files';
import { openLibrary } from '../../../src-main/library/open-library';
import { failure, inFolder, issue, source, testOptions, value } from './support';

async function disk(): Promise<MemoryFiles> {
  const files = new MemoryFiles();
  await files.makeFolder('/stick');
  return files;
}

test('finds nothing wrong with this machine’s own disk, and leaves nothing there', () =>
  inFolder(async (folder) => {
    await mkdir(`${folder}/l`);
    expect(await probeDisk(nodeFiles, `${folder}/l`, 't')).toBeNull();
    expect(await readdir(`${folder}/l`)).toEqual([]);
  }));

test('finds a rename that does not replace', async () => {
  const files = await disk();
  files.fail = ({ name }) => (name === 'rename' ? 'EEXIST' : null);
  expect(await probeDisk(files, '/stick', 't')).toEqual({ code: 'replacing-unsafe', errno: 'EEXIST' });
  expect(files.paths).toEqual([]);
  const lying = await disk();
  lying.rename = () => Promise.resolve();
  expect(await probeDisk(lying, '/stick', 't')).toEqual({ code: 'replacing-unsafe', errno: null });
});

test('finds a folder that cannot be synced', async () => {
  const files = await disk();
  files.fail = ({ name }) => (name === 'syncFolder' ? 'EINVAL' : null);
  expect(await probeDisk(files, '/stick', 't')).toEqual({ code: 'syncing-unsafe', errno: 'EINVAL' });
});

test('does not wait for a disk that does not answer', async () => {
  const files = await disk();
  files.readFile = () => new Promise(() => undefined);
  expect(await probeDisk(files, '/stick', 't', 20)).toEqual({ code: 'no-answer', seconds: 0.02 });
});

test('tells a place that is there from one that is not, and one that is silent', async () => {
  const silent = () => new Promise<never>(() => undefined);
  const absent = (path: string) =>
    path === '/' || path === '/share'
      ? Promise.resolve()
      : Promise.reject(Object.assign(new Error('ENOENT'), { code: 'ENOENT' }));
  expect(await reach('/', 1_000, () => Promise.resolve())).toBe('there');
  expect(await reach('/share/library', 1_000, absent)).toBe('absent');
  expect(await reach('/share/library', 20, silent)).toBe('silent');
  expect(await reachPlace('/share/a/b', 1_000, absent)).toBe('absent');
  expect(await reachPlace('/share/a/b', 20, (path) => (path === '/share' ? silent() : absent(path)))).toBe(
    'silent',
  );
});

test('passes on what the work throws', async () => {
  await expect(endWithin(() => Promise.reject(new Error('broken')), 1_000)).rejects.toThrow('broken');
});

test('an issue whose files a share loses with the new name of their folder is refused, and is not in the list', async () => {
  const files = await disk();
  const library = value(await openLibrary('/stick', { ...testOptions, files }));
  files.failRead = (path) => (path.endsWith('/i1/issue.json') ? 'EIO' : null);
  expect(failure(await library.addIssue(issue('i1'), source('i1'))).code).toBe('library-unwritable');
  expect(value(await library.issues())).toEqual([]);
  files.failRead = () => null;
  expect(files.paths.filter((path) => path.includes('i1'))).toEqual([]);
  value(await library.addIssue(issue('i1'), source('i1')));
  await library.close();
});

test('an issue whose folder may not be looked into is told of, and keeps no other from being read', async () => {
  const files = await disk();
  const options = { ...testOptions, files };
  const first = value(await openLibrary('/stick', options));
  for (const id of ['i1', 'i2']) value(await first.addIssue(issue(id), source(id)));
  await first.close();
  const sizes = files.sizes.bind(files);
  const isForbidden = (path: string) => path.includes('/i1/');
  const refused = () => Promise.reject(Object.assign(new Error('EACCES'), { code: 'EACCES' }));
  files.sizes = (paths) => (paths.some(isForbidden) ? refused() : sizes(paths));
  files.failRead = (path) => (isForbidden(path) ? 'EACCES' : null);
  const library = value(await openLibrary('/stick', options));
  expect(library.notices).toMatchObject([{ code: 'issue-damaged', path: '/stick/issues/i1' }]);
  value(await library.readIssue(issue('i2').issueId));
  expect(failure(await library.readIssue(issue('i1').issueId)).code).toBe('file-unreadable');
  files.sizes = sizes;
  files.failRead = () => null;
  value(await library.readIssue(issue('i1').issueId));
  await library.close();
});

test('a folder that may not be read is said to be that, not one that cannot be written', async () => {
  const files = await disk();
  files.fail = () => 'EACCES';
  files.list = () => Promise.reject(Object.assign(new Error('EACCES'), { code: 'EACCES' }));
  const refused = failure(await openLibrary('/stick', { ...testOptions, files }));
  expect(refused).toMatchObject({ code: 'file-unreadable', file: '/stick' });
});
