// What keeps long documents small, on disk and in memory.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultStyle } from '../../../src-core/typesetting/page-spec';
import { metricsFromTable } from '../../../src-core/typesetting/latin-table';
import { layoutSheets } from '../../../src-main/export/pdf/impose';
import { packLayout, unpackLayout } from '../../../src-main/export/pdf/packed-layout';
import { planSheet } from '../../../src-main/export/pdf/paper';
import { openFonts } from '../../../src-main/fonts/font-files';
import { tableOf } from '../../../src-main/fonts/latin-metrics';
import { sampleIssue } from '../../builders/sample-issue';
import { annotationsByPdfJs, objectsByQpdf } from '../../extract/read-annotations';
import { runTool } from '../../extract/run-tool';
import { exported, fontsFolder, makeFolder, markWords } from './exporting';
import { tryingIssue } from './trying-issue';

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

const issue = sampleIssue();

/** Marks of one kind on so many passages of eight characters each. */
function alikeMarks(count: number) {
  const article = issue.articles[0];
  if (article === undefined) throw new Error('the issue has no article');
  const body = article.blocks.find(({ role }) => role === 'paragraph')?.start ?? 0;
  return Array.from({ length: count }, (_, at) =>
    markWords(issue, article.text.slice(body + at * 12, body + at * 12 + 8), { id: `m${at}` }),
  );
}

describe('the file', () => {
  it('holds in object streams what need not stand alone', async () => {
    const target = join(folder.path, 'packed.pdf');
    const annotations = alikeMarks(40);
    await exported({ issue, annotations, target });
    const loose = join(folder.path, 'loose.pdf');
    await runTool('qpdf', ['--object-streams=disable', target, loose]);
    const [packed, plain] = [await readFile(target), await readFile(loose)];
    expect(packed.toString('latin1')).not.toContain('/Type /Annot');
    expect(plain.length - packed.length).toBeGreaterThan(10_000);
    expect((await runTool('qpdf', ['--check', target])).toString()).toContain('No syntax or stream');
    expect(await annotationsByPdfJs(target)).toHaveLength(40);
  });

  it('shows marks of one kind over as much text by one drawing', async () => {
    const target = join(folder.path, 'shared.pdf');
    await exported({ issue, annotations: alikeMarks(40), target });
    const shown = (await objectsByQpdf(target))
      .filter((object) => object['/Subtype'] === '/Highlight')
      .map((object) => JSON.stringify(object['/AP']));
    expect(shown.length).toBeGreaterThanOrEqual(40);
    expect(new Set(shown).size).toBeLessThan(shown.length / 2);
  });
});

describe('a layout that waits to be written', () => {
  it.each([
    { name: 'the sample', source: issue },
    { name: 'hard text', source: tryingIssue() },
  ])('comes back as it was, and takes little room: $name', async ({ source }) => {
    const fonts = await openFonts(fontsFolder);
    if (!fonts.ok) throw new Error(fonts.error.code);
    const sheet = planSheet('A4', 'vertical', { body: undefined, band: null, style: defaultStyle });
    const metrics = metricsFromTable(tableOf(fonts.value));
    const { pages } = layoutSheets(source, sheet.spec, sheet.tiers, metrics, 0);
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.map((page) => unpackLayout(packLayout(page)))).toEqual(pages);
    for (const page of pages) {
      expect(packLayout(page).lines.length).toBeLessThan(JSON.stringify(page.frames).length / 5);
    }
  });
});
