// A character that no bundled face has is shown by a face that is installed; what none has is listed.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { create } from 'fontkit';
import { createDocument } from '../../../src-main/export/pdf/pdf-document';
import { PdfFaces } from '../../../src-main/export/pdf/pdf-faces';
import { openFonts } from '../../../src-main/fonts/font-files';
import { horizontalSigns } from '../../../src-main/fonts/vertical-forms';
import { findSystemFaces } from '../../../src-main/fonts/system-faces';
import { buildIssue } from '../../builders/issue';
import { extractors, withoutWhiteSpace } from '../../extract/extract-text';
import { objectsByQpdf } from '../../extract/read-annotations';
import { exported, fontsFolder, issueText, makeFolder } from './exporting';

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

/** A font file in which one character stands for others: ours with another `cmap`, and `fsType` as asked. */
async function makeFace(file: string, shown: string, characters: string, fsType = 0): Promise<void> {
  const bytes = await readFile(join(fontsFolder, 'NotoSansSC-Bold.ttf'));
  const font = create(bytes);
  if ('fonts' in font) throw new Error('the face is a collection');
  const glyph = font.glyphForCodePoint(shown.codePointAt(0) ?? 0).id;
  const codePoints = [...characters].map((character) => character.codePointAt(0) ?? 0).sort((a, b) => a - b);
  // One subtable of format 12, with a group for each character.
  const cmap = Buffer.alloc(12 + 16 + 12 * codePoints.length);
  cmap.writeUInt16BE(1, 2);
  cmap.writeUInt16BE(3, 4);
  cmap.writeUInt16BE(10, 6);
  cmap.writeUInt32BE(12, 8);
  cmap.writeUInt16BE(12, 12);
  cmap.writeUInt32BE(16 + 12 * codePoints.length, 16);
  cmap.writeUInt32BE(codePoints.length, 24);
  codePoints.forEach((codePoint, at) => {
    cmap.writeUInt32BE(codePoint, 28 + 12 * at);
    cmap.writeUInt32BE(codePoint, 32 + 12 * at);
    cmap.writeUInt32BE(glyph, 36 + 12 * at);
  });
  const made = Buffer.concat([bytes, cmap]);
  for (let at = 12; at < 12 + 16 * bytes.readUInt16BE(4); at += 16) {
    const tag = bytes.toString('latin1', at, at + 4);
    if (tag === 'cmap') {
      made.writeUInt32BE(bytes.length, at + 8);
      made.writeUInt32BE(cmap.length, at + 12);
    } else if (tag === 'OS/2') made.writeUInt16BE(fsType, bytes.readUInt32BE(at + 8) + 8);
  }
  await writeFile(file, made);
}

const issue = buildIssue([
  {
    parts: [
      ['headline', '𠁥字考'],
      ['paragraph', '他说𠁥与𣎳、𫝀皆可读。'],
    ],
  },
]);

describe('a character that no bundled face has', () => {
  it('is shown by an installed face, and listed where none has it', async () => {
    const fonts = join(folder.path, 'fonts', 'truetype');
    await mkdir(fonts, { recursive: true });
    await makeFace(join(fonts, 'HanaMinB.ttf'), '国', '𠁥𣎳');
    await writeFile(join(fonts, 'HanaMinA.ttf'), 'no font at all');
    for (const direction of ['vertical', 'horizontal'] as const) {
      const target = join(folder.path, `${direction}.pdf`);
      const { missingCharacters } = await exported({
        issue,
        direction,
        target,
        otherFontFolders: [join(folder.path, 'fonts'), join(folder.path, 'nowhere')],
      });
      expect(missingCharacters).toEqual(['𫝀']);
      for (const { name, extract } of extractors) {
        expect(withoutWhiteSpace(await extract(target)), name).toBe(withoutWhiteSpace(issueText(issue)));
      }
      const names = (await objectsByQpdf(target)).map((object) => object['/BaseFont']);
      expect(names.some((name) => typeof name === 'string' && name.startsWith('/JBEXTA+'))).toBe(true);
    }
  });

  it('is not shown by a face whose maker forbids to embed it', async () => {
    const fonts = join(folder.path, 'forbidden');
    await mkdir(fonts);
    await makeFace(join(fonts, 'HanaMinB.ttf'), '国', '𦦙', 0x0002);
    await makeFace(join(fonts, 'simsunb.ttf'), '国', '𪚥', 0x0100);
    expect(await findSystemFaces(new Set(['𦦙', '𪚥']), [fonts])).toEqual([]);
  });
});

describe('a face of one’s own without vertical forms', () => {
  it.each([
    ['nothing of either direction', ['GSUB', 'GPOS'], []],
    ['vertical places for glyphs that are horizontal', ['GSUB'], ['vhal']],
  ] as const)('leaves vertical marks to Song, keeps those of 横排: %s', async (_has, without, asVert) => {
    const bytes = await readFile(join(fontsFolder, 'NotoSansSC-Regular.ttf'));
    for (const table of without) bytes.write('none', bytes.indexOf(table, 0, 'latin1'), 'latin1');
    const places = bytes.readUInt32BE(bytes.indexOf(without.length === 1 ? 'GPOS' : 'none', 0, 'latin1') + 8);
    for (const feature of asVert) bytes.write('vert', bytes.indexOf(feature, places, 'latin1'), 'latin1');
    const file = join(folder.path, 'plain.ttf');
    await writeFile(file, bytes);
    const fonts = await openFonts(fontsFolder, { file, postscriptName: 'NotoSansSC-Regular' });
    if (!fonts.ok) throw new Error(fonts.error.code);
    const document = createDocument({
      width: 100,
      height: 100,
      language: 'zh-CN',
      title: '',
      author: '',
      subject: '',
      now: new Date(0),
      standard: 'pdf',
    });
    const faces = new PdfFaces(document, fonts.value, []);
    const isOwn = (character: string, form: 'vert' | 'plain'): boolean =>
      faces.find('own', character, form).font.font === fonts.value.own;
    expect([...'，。）'].map((mark) => isOwn(mark, 'vert'))).toEqual([false, false, false]);
    expect([...'，。）'].map((mark) => isOwn(mark, 'plain'))).toEqual([true, true, true]);
    expect(isOwn('国', 'vert')).toBe(true);
    if (fonts.value.own === undefined) throw new Error('the font was opened');
    expect(fonts.value.own.availableFeatures.includes('vert')).toBe(asVert.length > 0);
    for (const mark of '，。）《！') expect(horizontalSigns(fonts.value.own)).toContain(mark);
  });
});
