// The model of poppler's reading order against poppler itself, on pages made at random, many of which it reads wrongly.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFonts } from '../../../src-main/fonts/font-files';
import { PageResources } from '../../../src-main/export/pdf/page-resources';
import { createDocument } from '../../../src-main/export/pdf/pdf-document';
import { PdfFaces } from '../../../src-main/export/pdf/pdf-faces';
import { emBoxCentre } from '../../../src-main/export/pdf/pdf-font';
import { popplerOrder } from '../../../src-main/export/pdf/poppler-order';
import type { SeenLine } from '../../../src-main/export/pdf/seen-block';
import { textObject } from '../../../src-main/export/pdf/text-object';
import { drawOut } from '../../../src-main/export/pdf/unseen-spaces';
import type { Direction } from '../../../src-main/export/pdf/page-geometry';
import { runTool } from '../../extract/run-tool';
import { fontsFolder, makeFolder } from './exporting';

const page = { width: 620, height: 800 };

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

type TrialLine = {
  readonly inline: number;
  readonly block: number;
  readonly size: number;
  readonly count: number;
  /** How far the line is drawn out behind its end, in em. */
  readonly behind?: number;
};

const tier = fc.array(
  fc.record({
    size: fc.constantFrom(9, 9, 9, 11.25, 16.2),
    inset: fc.constantFrom(0, 0, 4, 9, 18),
    count: fc.constantFrom(6, 8, 9, 10),
    lines: fc.integer({ min: 1, max: 5 }),
    white: fc.constantFrom(0, 0.31, 1.03, 2.17),
  }),
  { minLength: 2, maxLength: 6 },
);

/** Two or three tiers of blocks which often agree in size and inset. Points from where reading starts. */
const trialPage: fc.Arbitrary<readonly TrialLine[]> = fc
  .oneof(
    fc.array(tier, { minLength: 2, maxLength: 3 }),
    tier.map((blocks) => [blocks, blocks]),
  )
  .map((tiers) =>
    tiers.flatMap((blocks, tier) => {
      // Edges that touch exactly are left to rounding.
      let block = tier * 0.37;
      return blocks.flatMap(({ size, inset, count, lines, white }) => {
        block += white * size;
        return Array.from({ length: lines }, () => {
          block += 1.3 * size;
          return { inline: tier * 210 + inset, block, size, count };
        });
      });
    }),
  );

/** Writes each line with a character of its own, and gives the lines as poppler sees them. */
async function writePage(
  file: string,
  trial: readonly TrialLine[],
  direction: Direction,
): Promise<readonly SeenLine[]> {
  const fonts = await openFonts(fontsFolder);
  if (!fonts.ok) throw new Error('the fonts are missing');
  const document = createDocument({
    ...page,
    language: 'zh-CN',
    title: '',
    author: '',
    subject: '',
    now: new Date(0),
    standard: 'pdf',
  });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const written = new Promise((resolve) => document.on('end', resolve));
  document.addPage();
  const faces = new PdfFaces(document, fonts.value, []);
  const resources = new PageResources(document);
  document.addContent(`q 1 0 0 -1 0 ${page.height} cm`);
  const seen = trial.map(({ inline, block, size, count, behind = 0 }, index): SeenLine => {
    const character = characterOf(index);
    const { font, glyph } = faces.find('song', character, 'plain');
    const isVertical = direction === 'vertical';
    const metrics = isVertical ? { advance: -1000, originX: 500, originY: emBoxCentre + 500 } : null;
    const code = font.code(glyph, character, metrics);
    const [x, y] = isVertical ? [page.width - 10 - block, 20 + inline] : [10 + inline, 20 + block];
    const shown = Array.from({ length: count }, (_, at) => ({
      font,
      code,
      isVisible: true,
      reach: isVertical ? 0 : size,
      at: at * size,
      after: (at + 1) * size,
    }));
    const line = { direction, resources, size, origin: { x, y: page.height - y }, shown };
    const length = (isVertical ? count - 1 : count) * size;
    const end = length + behind * size;
    const drawn = behind === 0 ? line : drawOut(faces, line, { before: null, behind: end });
    document.addContent(textObject(drawn));
    return isVertical
      ? { start: y - size, end: y + end, base: x, size }
      : { start: x, end: x + end, base: y + (emBoxCentre / 1000) * size, size };
  });
  document.addContent('Q');
  faces.embed();
  document.end();
  await written;
  await writeFile(file, Buffer.concat(chunks));
  return seen;
}

function characterOf(index: number): string {
  return String.fromCodePoint(0x5510 + index);
}

/** The blocks as poppler gives them, each as the characters of its lines. */
async function blocksByPoppler(file: string): Promise<readonly string[]> {
  const layout = (await runTool('pdftotext', ['-bbox-layout', '-enc', 'UTF-8', file, '-'])).toString();
  return [...layout.matchAll(/<block [^>]*>(.*?)<\/block>/gsu)].map(([, block = '']) =>
    [...new Set(block.match(/\p{Script=Han}/gu) ?? [])].sort().join(''),
  );
}

/** Where the blocks lie, each by its left, top, right and bottom edge. */
async function boxesByPoppler(file: string): Promise<readonly (readonly number[])[]> {
  const layout = (await runTool('pdftotext', ['-bbox-layout', '-enc', 'UTF-8', file, '-'])).toString();
  return [...layout.matchAll(/<block ([^>]*)>/gu)].map(([, edges = '']) =>
    [...edges.matchAll(/"([\d.]+)"/gu)].map(([, edge]) => Number(edge)),
  );
}

describe('the model of poppler', () => {
  for (const direction of ['horizontal', 'vertical'] as const) {
    it(`reads blocks in poppler's order in ${direction} setting`, async () => {
      let tables = 0;
      for (const [at, trial] of fc.sample(trialPage, { seed: 5, numRuns: 30 }).entries()) {
        const file = join(folder.path, `${direction}-${at}.pdf`);
        const order = popplerOrder(await writePage(file, trial, direction), direction);
        tables += order.tables.length;
        const blocks = order.blocks.map(({ lines }) => lines.map(characterOf).sort().join(''));
        expect(blocks, `page ${at}`).toEqual(await blocksByPoppler(file));
      }
      expect(tables).toBeGreaterThan(3);
    });

    it(`sees a block as long as its lines are drawn out in ${direction} setting`, async () => {
      for (const behind of [0.6, 1.2, 1.4, 1.9, 2.4, 2.9, 3.008, 3.6]) {
        const file = join(folder.path, `${direction}-${behind}.pdf`);
        const lines = Array.from({ length: 5 }, (_, at) => ({
          inline: 0,
          block: 20 + 14 * at,
          size: 10,
          count: 6,
          behind,
        }));
        const [first] = await writePage(file, lines, direction);
        const seen = await boxesByPoppler(file);
        expect(seen, `${behind} em`).toHaveLength(1);
        const [, , right = NaN, bottom = NaN] = seen[0] ?? [];
        expect(direction === 'vertical' ? bottom : right).toBeCloseTo(first?.end ?? NaN, 1);
      }
    });

    it(`takes what stands less than an em beside a block into it in ${direction} setting`, async () => {
      const headline = { inline: 0, block: 20, size: 16, count: 6 };
      const reached = headline.count * headline.size;
      const beside = [0.9, 1.1].map((gap, at) => ({
        ...headline,
        inline: reached + gap * 16,
        block: 24 + at,
      }));
      for (const [at, other] of beside.entries()) {
        const file = join(folder.path, `${direction}-beside-${at}.pdf`);
        const order = popplerOrder(await writePage(file, [headline, other], direction), direction);
        const blocks = order.blocks.map(({ lines }) => lines.map(characterOf).sort().join(''));
        expect(blocks).toEqual(await blocksByPoppler(file));
        expect(blocks).toHaveLength(at + 1);
      }
    });
  }
});
