import { appendFile, mkdir, mkdtemp, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  noPictures,
  readFormerFaces,
  readPictures,
  writePictures,
  type PictureGround,
} from '../../../src-main/window/picture-file';
import { withPictures } from '../../../src-main/window/pictures-in-page';

let folder: string;
let ground: PictureGround;
let issue: string;
const song = { name: 'song', characters: '<字', bytes: Buffer.from('the glyphs of two characters') } as const;

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
  writePictures(ground, { windows: ['{"a":"<b> & 字"}', null], faces: [song] }, ['i1']);
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the pictures of a launch', () => {
  it('are there while nothing has changed, each in the place of its window', async () => {
    expect(readPictures(ground)).toEqual({ windows: ['{"a":"\\u003cb> & 字"}', null], faces: [song] });
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
      'another issue in its folder': () => mkdir(join(ground.library, 'issues', 'i2')),
      'another issue on the shelf': () => appendFile(join(ground.library, 'catalog.json'), ' '),
      'a setting': () => appendFile(join(ground.userData, 'settings.json'), ' '),
      'a window elsewhere': () => rm(join(ground.userData, 'windows.json')),
    };
    for (const [what, change] of Object.entries(changes)) {
      await writeFile(join(ground.userData, 'windows.json'), '{}');
      await mkdir(issue, { recursive: true });
      await writeFile(join(issue, 'issue.json'), '{}');
      writePictures(ground, { windows: ['{}'], faces: [] }, ['i1']);
      expect(readPictures(ground).windows, what).toHaveLength(1);
      await change();
      expect(readPictures(ground), what).toEqual(noPictures);
    }
  });

  it('are of one library, and of the page as it is shipped', async () => {
    expect(readPictures({ ...ground, page: '<script src="a2">' })).toEqual(noPictures);
    expect(readPictures({ ...ground, library: join(folder, 'other') })).toEqual(noPictures);
  });

  it('are none where their file is missing or damaged', async () => {
    const file = join(ground.userData, 'launch-pictures');
    const whole = await readFile(file, 'utf8');
    for (const text of [
      '',
      '\n',
      '{}\n{}',
      whole.replace('"version":2', '"version":1'),
      whole.slice(0, 60),
    ]) {
      await writeFile(file, text);
      expect(readPictures(ground)).toEqual(noPictures);
    }
    await writeFile(file, whole.replace('"issueIds":["i1"]', '"issueIds":["../../x"]'));
    expect(readPictures(ground)).toEqual(noPictures);
    // A window's line that could end the element it is put into is no picture.
    await writeFile(file, whole.replace('\\u003cb>', '</script>'));
    expect(readPictures(ground).windows).toEqual([null, null]);
    await rm(file);
    expect(readPictures(ground)).toEqual(noPictures);
  });

  it('leave nothing behind where no window has one', async () => {
    writePictures(ground, { windows: [null], faces: [] }, []);
    expect((await readdir(ground.userData)).sort()).toEqual(['settings.json', 'windows.json']);
  });

  it('are none where a face is missing or is not as it was written', async () => {
    const file = join(ground.userData, 'launch-faces', 'song.ttf');
    await writeFile(file, 'the glyphs of two charactert');
    expect(readPictures(ground)).toEqual(noPictures);
    await rm(file);
    expect(readPictures(ground)).toEqual(noPictures);
    expect(readFormerFaces(ground)).toEqual([]);
  });

  it('leave their faces to the next ones, whatever has changed', async () => {
    await appendFile(join(issue, 'issue.json'), ' ');
    expect(readPictures(ground)).toEqual(noPictures);
    expect(readFormerFaces(ground)).toEqual([song]);
    expect(readFormerFaces({ ...ground, page: '<script src="a2">' })).toEqual([]);
  });

  it('are put into the page as data, each under the name of its window', () => {
    const stand = { bounds: null, maximized: false };
    const page = withPictures(
      '<head><link rel="preload" as="font" href="./fonts/whole.ttf" /></head><body><div id="root"></div></body>',
      { windows: ['{"a":"$&"}', null, '{}', '</script>'], faces: [song] },
      [stand, stand, { ...stand, maximized: true }],
    );
    expect(page).toBe(
      '<head><link rel="preload" as="font" type="font/ttf" href="/launch/song.ttf" crossorigin /></head>' +
        '<body><script type="application/json" id="picture-1">{"a":"$&"}</script>' +
        '<script type="application/json" id="picture-3" data-maximized>{}</script><div id="root"></div></body>',
    );
    expect(withPictures('<head><link rel="preload" as="font" /></head>', noPictures, [stand])).toBe(
      '<head><link rel="preload" as="font" /></head>',
    );
  });
});

async function copyAsOld(file: string): Promise<void> {
  await writeFile(file, '{}');
  await utimes(file, new Date('2026-01-01'), new Date('2026-01-01'));
}
