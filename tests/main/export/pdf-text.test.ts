// The text of an exported PDF is the articles' text, for every reader, in both directions.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildIssue } from '../../builders/issue';
import { sampleIssue } from '../../builders/sample-issue';
import { importedSample } from '../../builders/imported-sample';
import { extractors, presentationForms, withoutWhiteSpace } from '../../extract/extract-text';
import { renderPage } from '../../extract/render-page';
import { runTool } from '../../extract/run-tool';
import { exported, issueText, makeFolder, markWords } from './exporting';
import { tryingIssue } from './trying-issue';

const issues = [
  { name: 'the sample issue', issue: sampleIssue() },
  { name: 'the sample issue as imported', issue: importedSample() },
  { name: 'an issue of hard cases', issue: tryingIssue() },
];

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

for (const [at, { name, issue }] of issues.entries()) {
  for (const direction of ['vertical', 'horizontal'] as const) {
    for (const paper of ['A4', 'A3', 'A5', 'B5', 'tabloid'] as const) {
      describe(`${name}, ${direction}, on ${paper}`, () => {
        let file: string;
        beforeAll(async () => {
          file = join(folder.path, `${at}-${direction}-${paper}.pdf`);
          const annotations = [
            markWords(issue, issue.articles[0]?.text.slice(40, 160) ?? '', {
              id: 'm1',
              note: '批注不在正文里',
            }),
          ];
          await exported({ issue, annotations, direction, paper, target: file });
        });

        for (const { name: reader, extract } of extractors) {
          it(`reads the same with ${reader}`, async () => {
            const extracted = withoutWhiteSpace(await extract(file));
            expect(extracted).toBe(withoutWhiteSpace(issueText(issue)));
            expect(extracted).not.toMatch(presentationForms);
          });
        }

        it('is sound for qpdf', async () => {
          const said = (await runTool('qpdf', ['--check', file])).toString();
          expect(said).toContain('No syntax or stream encoding errors found');
          expect(said).not.toMatch(/WARNING/);
        });
      });
    }
  }
}

// All of one length, so that the edges of blocks agree in all columns: poppler takes such pages for tables.
describe('two hundred short reports', () => {
  const issue = buildIssue(
    Array.from({ length: 200 }, (_, at) => ({
      parts: [
        ['headline', `简讯第${at + 1}则`],
        ['paragraph', `这是第${at + 1}则短讯，只有两行文字，说完就了，不再多言，后面没有了。`],
      ],
    })),
  );

  for (const [direction, paper] of [
    ['horizontal', 'tabloid'],
    ['horizontal', 'A4'],
    ['vertical', 'tabloid'],
  ] as const) {
    it(`are read one after the other by every reader: ${direction}, ${paper}`, async () => {
      const target = join(folder.path, `short-${direction}-${paper}.pdf`);
      await exported({ issue, direction, paper, target });
      for (const { name, extract } of extractors) {
        expect(withoutWhiteSpace(await extract(target)), name).toBe(withoutWhiteSpace(issueText(issue)));
      }
    });
  }
});

describe('the sounds of rare characters', () => {
  const issue = buildIssue([
    {
      parts: [
        ['headline', '饕餮纹与甗鬲'],
        ['paragraph', '他说饕餮之纹，见于甗、鬲、罍之上；龘靐二字，今人少用。'.repeat(3)],
      ],
    },
  ]);

  for (const direction of ['vertical', 'horizontal'] as const) {
    it(`stand beside them, and in no reader’s text: ${direction}`, async () => {
      const [plain, target] = [join(folder.path, 'plain.pdf'), join(folder.path, `sounds-${direction}.pdf`)];
      await exported({ issue, direction, target: plain });
      await exported({ issue, direction, sounds: 'rare', target });
      const [without, shown] = [await renderPage(plain, 1, 100), await renderPage(target, 1, 100)];
      let [more, less] = [0, 0];
      for (let y = 0; y < shown.height; y++) {
        for (let x = 0; x < shown.width; x++) {
          const change = without.pixel(x, y)[0] - shown.pixel(x, y)[0];
          if (change > 60) more++;
          if (change < -60) less++;
        }
      }
      expect(more).toBeGreaterThan(300);
      expect(less).toBe(0);
      for (const { name, extract } of extractors) {
        expect(withoutWhiteSpace(await extract(target)), name).toBe(withoutWhiteSpace(issueText(issue)));
      }
    });
  }
});
