import { appendFile, mkdir, mkdtemp, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPictures, writePictures, type PictureGround } from '../../../src-main/window/picture-file';
import { withPictures } from '../../../src-main/window/pictures-in-page';

let folder: string;
let ground: PictureGround;
let issue: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jianbao-pictures-'));
  ground = { userData: join(folder, 'user'), library: join(folder, 'library'), page: '<script src="a1">' };
  issue = join(ground.library, 'issues', 'i1');
  await mkdir(ground.userData);
  await mkdir(issue, { recursive: true });
  for (const file of ['settings.json', 'windows.json']) await writeFile(join(ground.userData, file), '{}');
  for (const file of ['library.json', 'catalog.json']) await writeFile(join(ground.library, file), '{}');
  for (const file of ['issue.json', 'annotations.json', 'journal-1.jnl'])
    await writeFile(join(issue, file), '{}');
  writePictures(ground, ['{"a":"<b> & 字"}', null], ['i1']);
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the pictures of a launch', () => {
  it('are there while nothing has changed, each in the place of its window', async () => {
    expect(readPictures(ground)).toEqual(['{"a":"\\u003cb> & 字"}', null]);
  });

  it('are gone when anything that they show has changed, by whomever', async () => {
    const changes: Readonly<Record<string, () => Promise<unknown>>> = {
      'a corrected text': () => appendFile(join(issue, 'issue.json'), ' '),
      'a mark': () => appendFile(join(issue, 'journal-1.jnl'), 'mark'),
      'a new journal': () => writeFile(join(issue, 'journal-2.jnl'), ''),
      'the same length': () => writeFile(join(issue, 'annotations.json'), '[]'),
      'a file from a copy, as old as before': () =>
        rm(join(issue, 'issue.json')).then(() => copyAsOld(join(issue, 'issue.json'))),
      'the issue removed': () => rm(issue, { recursive: true }),
      'another issue on the shelf': () => appendFile(join(ground.library, 'catalog.json'), ' '),
      'a setting': () => appendFile(join(ground.userData, 'settings.json'), ' '),
      'a window elsewhere': () => rm(join(ground.userData, 'windows.json')),
    };
    for (const [what, change] of Object.entries(changes)) {
      await writeFile(join(ground.userData, 'windows.json'), '{}');
      await mkdir(issue, { recursive: true });
      await writeFile(join(issue, 'issue.json'), '{}');
      writePictures(ground, ['{}'], ['i1']);
      expect(readPictures(ground), what).toHaveLength(1);
      await change();
      expect(readPictures(ground), what).toEqual([]);
    }
  });

  it('are of one library, and of the page as it is shipped', async () => {
    expect(readPictures({ ...ground, page: '<script src="a2">' })).toEqual([]);
    expect(readPictures({ ...ground, library: join(folder, 'other') })).toEqual([]);
  });

  it('are none where their file is missing or damaged', async () => {
    const file = join(ground.userData, 'launch-pictures');
    const whole = await readFile(file, 'utf8');
    for (const text of [
      '',
      '\n',
      '{}\n{}',
      whole.replace('"version":1', '"version":2'),
      whole.slice(0, 60),
    ]) {
      await writeFile(file, text);
      expect(readPictures(ground)).toEqual([]);
    }
    await writeFile(file, whole.replace('"issueIds":["i1"]', '"issueIds":["../../x"]'));
    expect(readPictures(ground)).toEqual([]);
    // A window's line that could end the element it is put into is no picture.
    await writeFile(file, whole.replace('\\u003cb>', '</script>'));
    expect(readPictures(ground)).toEqual([null, null]);
    await rm(file);
    expect(readPictures(ground)).toEqual([]);
  });

  it('leave nothing behind where no window has one', async () => {
    writePictures(ground, [null], []);
    expect((await readdir(ground.userData)).sort()).toEqual(['settings.json', 'windows.json']);
  });

  it('are put into the page as data, each under the name of its window', () => {
    const stand = { bounds: null, maximized: false };
    const page = withPictures(
      '<body><div id="root"></div></body>',
      ['{"a":"$&"}', null, '{}', '</script>'],
      [stand, stand, { ...stand, maximized: true }],
    );
    expect(page).toBe(
      '<body><script type="application/json" id="picture-1">{"a":"$&"}</script>' +
        '<script type="application/json" id="picture-3" data-maximized>{}</script><div id="root"></div></body>',
    );
  });
});

async function copyAsOld(file: string): Promise<void> {
  await writeFile(file, '{}');
  await utimes(file, new Date('2026-01-01'), new Date('2026-01-01'));
}
