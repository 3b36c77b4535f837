// The heights that the browser makes of the bundled faces, and that they are those of the files.
import { join } from 'node:path';
import { create } from 'fontkit';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { capitalsOffset, naturalHeight } from '../../src-renderer/reader/natural-height';

const files = {
  song: 'NotoSerifSC-Regular.ttf',
  'song-bold': 'NotoSerifSC-Bold.ttf',
  'hei-bold': 'NotoSansSC-Bold.ttf',
} as const;

test.each(['song', 'song-bold', 'hei-bold'] as const)('%s is as high as its file says', (face) => {
  const font = create(readFileSync(join('resources', 'fonts', files[face])));
  if ('fonts' in font) throw new Error('not one font');
  const size = 1000;
  const wanted = ((font.ascent - font.descent) * size) / font.unitsPerEm;
  expect(naturalHeight(face, size, 1)).toBeCloseTo(wanted + 0.1, 6);
  expect(capitalsOffset(face)).toBeCloseTo(
    ((font.ascent + font.descent) / 2 - font.capHeight / 2) / font.unitsPerEm,
    6,
  );
});

test('both extents are whole pixels of the screen', () => {
  // 23.02 + 5.72 pixels are 23 + 6; at one and a half times the size 34.53 + 8.58 are 35 + 9.
  expect(naturalHeight('song', 20, 1)).toBeCloseTo(29.1, 6);
  expect(naturalHeight('song', 20, 1.5)).toBeCloseTo(44.1 / 1.5, 6);
});
