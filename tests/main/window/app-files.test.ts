import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findAppFile, type AppFolders } from '../../../src-main/window/app-files';

let base: string;
let folders: AppFolders;

beforeAll(async () => {
  base = await realpath(await mkdtemp(join(tmpdir(), 'jianbao-files-')));
  folders = { renderer: join(base, 'root'), fonts: join(base, 'fonts') };
  await mkdir(join(base, 'root', 'assets', 'folder.js'), { recursive: true });
  await mkdir(join(base, 'root-evil'));
  await mkdir(join(base, 'fonts', 'inner'), { recursive: true });
  for (const file of [
    'root/index.html',
    'root/assets/main.js',
    'root/assets/a b.css',
    'root/notes.txt',
    'root/..hidden.js',
    'root-evil/x.js',
    'secret.js',
    'fonts/Song.ttf',
    'fonts/inner/Deep.ttf',
    'fonts/LICENSE.txt',
    'fonts/main.js',
  ]) {
    await writeFile(join(base, file), file);
  }
  await symlink(join(base, 'secret.js'), join(base, 'root', 'link.js'));
  await symlink(base, join(base, 'root', 'up'));
  await symlink(join(base, 'secret.js'), join(base, 'fonts', 'link.ttf'));
  await symlink(join(base, 'root', 'assets', 'main.js'), join(base, 'root', 'inside.js'));
});

afterAll(() => rm(base, { recursive: true }));

describe('an address of the app scheme', () => {
  test.each([
    ['app://jianbao/', 'root/index.html', 'text/html; charset=utf-8'],
    ['app://jianbao/index.html', 'root/index.html', 'text/html; charset=utf-8'],
    ['app://jianbao/assets/main.js', 'root/assets/main.js', 'text/javascript; charset=utf-8'],
    ['app://jianbao/assets/a%20b.css', 'root/assets/a b.css', 'text/css; charset=utf-8'],
    ['app://jianbao/..hidden.js', 'root/..hidden.js', 'text/javascript; charset=utf-8'],
    ['app://jianbao/inside.js', 'root/assets/main.js', 'text/javascript; charset=utf-8'],
    ['app://jianbao/fonts/Song.ttf', 'fonts/Song.ttf', 'font/ttf'],
  ])('%s stands for %s', async (address, file, contentType) => {
    expect(await findAppFile('GET', address, folders)).toEqual({ path: join(base, file), contentType });
  });

  test.each([
    'app://jianbao/../secret.js',
    'app://jianbao/..%2fsecret.js',
    'app://jianbao/%2e%2e/secret.js',
    'app://jianbao/%2e%2e%2fsecret.js',
    'app://jianbao/..%5csecret.js',
    'app://jianbao/%252e%252e%252fsecret.js',
    'app://jianbao/assets/..%2f..%2fsecret.js',
    'app://jianbao/..%2froot-evil/x.js',
    'app://jianbao/link.js',
    'app://jianbao/up/secret.js',
    'app://jianbao/up/root-evil/x.js',
    'app://jianbao/index.html%00.js',
    'app://jianbao//etc/passwd',
    'app://jianbao/%2fetc%2fpasswd',
    'app://jianbao/%E0%A4%A.js',
    'app://jianbao/assets',
    'app://jianbao/assets/',
    'app://jianbao/assets/folder.js',
    'app://jianbao/missing.js',
    'app://jianbao/notes.txt',
    'app://jianbao/index.html?x=1',
    'app://jianbao/index.html?/../../secret.js',
    'app://reader@jianbao/index.html',
    'app://jianbao:80/index.html',
    'app://other/index.html',
    'app://jianbao.other/index.html',
    'file:///index.html',
    'http://jianbao/index.html',
    'index.html',
    'app://jianbao/fonts/..%2fsecret.js',
    'app://jianbao/fonts/..%2froot%2findex.html',
    'app://jianbao/fonts/link.ttf',
    'app://jianbao/fonts/main.js',
    'app://jianbao/fonts/LICENSE.txt',
    'app://jianbao/fonts/',
    'app://jianbao/fonts',
  ])('%s stands for nothing', async (address) => {
    expect(await findAppFile('GET', address, folders)).toBeNull();
  });

  test.each(['POST', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'get', ''])(
    'cannot be asked with %j',
    async (method) => {
      expect(await findAppFile(method, 'app://jianbao/index.html', folders)).toBeNull();
    },
  );

  test('stands for nothing while its folder is missing', async () => {
    const missing = { renderer: join(base, 'none'), fonts: join(base, 'none') };
    expect(await findAppFile('GET', 'app://jianbao/index.html', missing)).toBeNull();
  });

  test('is found where the folder itself is reached by a symbolic link', async () => {
    await symlink(join(base, 'root'), join(base, 'linked'));
    expect(
      await findAppFile('GET', 'app://jianbao/index.html', { ...folders, renderer: join(base, 'linked') }),
    ).toMatchObject({ path: join(base, 'root', 'index.html') });
  });
});
