// The text of an exported PDF is the articles' text, for every reader, in both directions.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleIssue } from '../../builders/sample-issue';
import { importedSample } from './imported-sample';
import { extractors, presentationForms, withoutWhiteSpace } from '../../extract/extract-text';
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
