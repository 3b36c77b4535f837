// PDF/A-1b: what archives ask for, by the letter of Preflight; and what of it can be told from the file itself.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { markColors, markStyles } from '../../../src-core/annotation/palette';
import { exportMatterSchema } from '../../../src-core/ipc/export-choices';
import { extractors, withoutWhiteSpace } from '../../extract/extract-text';
import { preflight } from '../../extract/preflight';
import { annotationsByPdfJs, objectsByQpdf } from '../../extract/read-annotations';
import { renderPage } from '../../extract/render-page';
import { runTool } from '../../extract/run-tool';
import { exported, issueText, makeFolder, markWords } from './exporting';
import { tryingIssue } from './trying-issue';

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

const issue = { ...tryingIssue(), publication: '档案 & <试> "一" 😀' };

/** A mark of every style, with notes, authors and tags. */
const annotations = markStyles.map((style, at) =>
  markWords(issue, issue.articles[0]?.text.slice(40 + 30 * at, 52 + 30 * at) ?? '', {
    id: `m${at}`,
    style,
    color: markColors[at] ?? 'gamboge',
    note: at % 2 === 0 ? '批语 & 注' : '',
    author: '王小明',
    tags: ['学习/文件'],
  }),
);

describe('an export as PDF/A-1b', () => {
  for (const direction of ['vertical', 'horizontal'] as const) {
    it(`passes Preflight with marks, notes and all that goes with them: ${direction}`, async () => {
      const target = join(folder.path, `${direction}.pdf`);
      await exported({
        issue,
        annotations,
        matter: exportMatterSchema.options,
        notes: 'head',
        index: true,
        standard: 'pdfa-1b',
        direction,
        target,
      });
      expect(await preflight(target)).toContain('is a valid PDF/A-1b file');
    });
  }

  it('is opaque, of PDF 1.4, with its colours and all characters stated', async () => {
    const target = join(folder.path, 'plain.pdf');
    await exported({ issue, annotations, standard: 'pdfa-1b', target });
    const objects = await objectsByQpdf(target);
    expect(objects.filter((object) => object['/Type'] === '/ExtGState')).toEqual([]);
    const [intent] = objects.filter((object) => object['/Type'] === '/OutputIntent');
    expect(intent?.['/S']).toBe('/GTS_PDFA1');
    const descriptors = objects.filter((object) => object['/Type'] === '/FontDescriptor');
    expect(descriptors.length).toBeGreaterThan(0);
    for (const descriptor of descriptors) {
      expect(descriptor).toHaveProperty(['/CIDSet']);
      expect(descriptor).toHaveProperty(['/FontFile2']);
    }
    const shown = objects.filter((object) => object['/Type'] === '/Annot');
    expect(shown.every((object) => (Number(object['/F']) & 4) !== 0)).toBe(true);
    expect((await runTool('pdfinfo', [target])).toString()).toMatch(/PDF version:\s+1\.4/);
    expect((await runTool('qpdf', ['--check', target])).toString()).toContain('No syntax or stream');
  });

  it('still shows its marks, lists them for other programs, and is read as it is written', async () => {
    const [plain, archived] = [join(folder.path, 'one.pdf'), join(folder.path, 'other.pdf')];
    await exported({ issue, annotations, target: plain });
    await exported({ issue, annotations, standard: 'pdfa-1b', target: archived });
    const seen = await annotationsByPdfJs(archived);
    expect(seen.map(({ subtype, contents, author }) => [subtype, contents, author])).toEqual(
      (await annotationsByPdfJs(plain)).map(({ subtype, contents, author }) => [subtype, contents, author]),
    );
    // poppler paints a highlight that may not blend once more: darker, but in the same places.
    const [one, other] = [await renderPage(plain, 1, 60), await renderPage(archived, 1, 60)];
    const isColored = ([red, green, blue]: readonly [number, number, number], least: number): boolean =>
      Math.max(red, green, blue) - Math.min(red, green, blue) > least;
    let [colored, alike] = [0, 0];
    for (let y = 0; y < one.height; y++) {
      for (let x = 0; x < one.width; x++) {
        if (!isColored(one.pixel(x, y), 40)) continue;
        colored++;
        if (isColored(other.pixel(x, y), 20)) alike++;
      }
    }
    expect(colored).toBeGreaterThan(50);
    expect(alike / colored).toBeGreaterThan(0.97);
    for (const { name, extract } of extractors) {
      expect(withoutWhiteSpace(await extract(archived)), name).toBe(withoutWhiteSpace(issueText(issue)));
    }
  });
});
