// 旁批 on paper, in the white between the tiers: they never come between the words of the articles.
// And the user's own colour, which is on paper as on the screen.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customPigment } from '../../../src-core/annotation/custom-pigment';
import { extractors, withoutWhiteSpace } from '../../extract/extract-text';
import { objectsByQpdf } from '../../extract/read-annotations';
import { renderPage } from '../../extract/render-page';
import { sampleIssue } from '../../builders/sample-issue';
import { exported, issueText, makeFolder, markWords } from './exporting';
import { tryingIssue } from './trying-issue';

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

const long = '这一段要与前文对照着读，其中的数字出自统计公报。'.repeat(6);

for (const direction of ['vertical', 'horizontal'] as const) {
  for (const [name, issue] of [
    ['the sample', sampleIssue()],
    ['hard cases', tryingIssue()],
  ] as const) {
    describe(`side notes of ${name}, ${direction}`, () => {
      let file: string;
      beforeAll(async () => {
        file = join(folder.path, `${name}-${direction}.pdf`);
        const words = issue.articles.flatMap(({ text }) =>
          [20, 60, 130, 210].flatMap((at) => (text.length > at + 12 ? [text.slice(at, at + 12)] : [])),
        );
        const annotations = words.map((passage, at) =>
          markWords(issue, passage, { id: `m${at}`, note: at % 2 === 0 ? '要点' : long, author: '甲' }),
        );
        await exported({ issue, annotations, direction, target: file, notes: 'side', index: true });
      });

      for (const { name: reader, extract } of extractors) {
        it(`leaves the text as it is for ${reader}`, async () => {
          const extracted = withoutWhiteSpace(await extract(file));
          expect(extracted.startsWith(withoutWhiteSpace(issueText(issue)))).toBe(true);
        });
      }
    });
  }
}

it('prints the colour which the user mixed in its own hue', async () => {
  const issue = sampleIssue();
  const file = join(folder.path, 'hue.pdf');
  const annotations = [
    markWords(issue, '有序实施', { id: 'm1', color: 'custom' }),
    markWords(issue, '生态环境', { id: 'm2', color: 'custom', style: 'underline' }),
  ];
  await exported({ issue, annotations, target: file, customHue: 300, marks: 'both' });
  const { fill, stroke } = customPigment(300, 'light');
  const colors = (await objectsByQpdf(file)).flatMap((object) =>
    object['/Subtype'] === '/Highlight' || object['/Subtype'] === '/Underline' ? [object['/C']] : [],
  );
  expect(colors.map(hexOf).sort()).toEqual([fill, stroke].sort());
  const page = await renderPage(file, 1, 144);
  const painted = new Set<string>();
  for (let y = 0; y < page.height; y++) {
    for (let x = 0; x < page.width; x++) painted.add(hex(page.pixel(x, y)));
  }
  expect(painted).toContain(fill);
});

function hexOf(color: unknown): string {
  return Array.isArray(color) ? hex(color.map((part) => Math.round(Number(part) * 255))) : '';
}

function hex(parts: readonly number[]): string {
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
