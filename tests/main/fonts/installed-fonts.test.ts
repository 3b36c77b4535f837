// The fonts of a computer are found by what their files say of themselves.
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { metricsFromTable, withOwnFace } from '../../../src-core/typesetting/latin-table';
import { openFonts } from '../../../src-main/fonts/font-files';
import { fontFolders, installedFonts } from '../../../src-main/fonts/installed-fonts';
import { latinAdvanceTable } from '../../../src-main/fonts/latin-metrics';
import { faceForPaper, measureInstalled } from '../../../src-main/fonts/own-font';
import { fontsFolder, makeFolder } from '../export/exporting';

const kai = join(fontsFolder, 'LXGWWenKai-Regular.common.ttf');

describe('installed fonts', () => {
  let folder: string;
  let remove: () => Promise<void>;
  beforeEach(async () => {
    ({ path: folder, remove } = await makeFolder());
    await mkdir(join(folder, 'deep'));
    await copyFile(kai, join(folder, 'deep', 'kai.ttf'));
  });
  afterEach(() => remove());

  it('are found below their folders, by the family their file names', async () => {
    const found = await installedFonts([join(folder, 'none'), folder]).list();
    expect(found).toEqual([
      {
        family: 'Jianbao Kai',
        chineseFamily: 'Jianbao Kai',
        fullName: 'Jianbao Kai',
        postscriptName: 'JianbaoKai-Regular',
        weight: 400,
        isItalic: false,
        isChinese: true,
        isEmbeddable: true,
        file: join(folder, 'deep', 'kai.ttf'),
      },
    ]);
  });

  it('are not looked for in files that are no fonts, or half of one', async () => {
    await rm(join(folder, 'deep', 'kai.ttf'));
    await writeFile(join(folder, 'text.ttf'), '今年风调雨顺');
    await writeFile(join(folder, 'empty.otf'), '');
    await writeFile(join(folder, 'cut.ttc'), Buffer.from('ttcf\0\u0001\0\0\0\0\0\u0002\0\0', 'latin1'));
    expect(await installedFonts([folder]).list()).toEqual([]);
  });

  it('are measured for the window as the bundled ones are, Song standing in for what they lack', async () => {
    const table = await latinAdvanceTable(fontsFolder);
    const measured = await measureInstalled(installedFonts([folder]), 'Jianbao Kai');
    if (!table.ok || measured === null) throw new Error('no measures');
    const metrics = metricsFromTable(withOwnFace(table.value, measured.advances));
    expect(metrics.latinAdvance('own', 'GDP 3.5%')).toBe(metrics.latinAdvance('kai', 'GDP 3.5%'));
    expect(metrics.latinAdvance('own', 'Жук')).toBe(metrics.latinAdvance('kai', 'Жук'));
    // Of a face that was made for both directions only dashes, which are drawn as a rule in any case.
    expect([...measured.horizontalSigns].filter((sign) => !/^\p{Pd}$/u.test(sign))).toEqual([]);
  });

  it.each([
    ['restricted', 0x0002, false],
    ['for looking at and printing', 0x0004, true],
    ['never in part', 0x0104, false],
    ['as bitmaps only', 0x0208, false],
  ])('go into documents as their makers allow: %s', async (_rights, fsType, isEmbeddable) => {
    const file = join(folder, 'deep', 'kai.ttf');
    const bytes = await readFile(file);
    for (let at = 12; at < 12 + 16 * bytes.readUInt16BE(4); at += 16) {
      if (bytes.toString('latin1', at, at + 4) === 'OS/2')
        bytes.writeUInt16BE(fsType, bytes.readUInt32BE(at + 8) + 8);
    }
    await writeFile(file, bytes);
    expect(await installedFonts([folder]).list()).toMatchObject([{ isEmbeddable }]);
  });

  it('have no measures once they are gone', async () => {
    expect(await measureInstalled(installedFonts([folder]), 'Fang Song')).toBeNull();
  });

  it('go into documents while they are there, and Song says that it stands in for them when not', async () => {
    const fonts = installedFonts([folder]);
    const paper = await faceForPaper(fonts, { textFace: 'own', ownFont: 'Jianbao Kai' });
    expect(paper).toMatchObject({ textFace: 'own', ownFont: { postscriptName: 'JianbaoKai-Regular' } });
    const opened = await openFonts(fontsFolder, paper.ownFont);
    expect(opened.ok && opened.value.own?.postscriptName).toBe('JianbaoKai-Regular');
    expect(await faceForPaper(fonts, { textFace: 'own', ownFont: 'Fang Song' })).toEqual({
      textFace: 'song',
      replacedFont: 'Fang Song',
    });
    expect(await faceForPaper(fonts, { textFace: 'kai', ownFont: '' })).toEqual({ textFace: 'kai' });
  });
});

describe('the folders of fonts', () => {
  it('are those of the system and of its user', () => {
    expect(fontFolders('linux', { HOME: '/home/a', XDG_DATA_HOME: '/data' })).toContain(
      join('/data', 'fonts'),
    );
    expect(fontFolders('darwin', { HOME: '/Users/a' })).toContain(join('/Users/a', 'Library', 'Fonts'));
    expect(fontFolders('win32', { WINDIR: 'C:\\Windows' })[0]).toContain('Fonts');
  });
});
