// Whole pages 版面 on paper, headlines across the tiers: every reader finds their text in order.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Paper } from '../../../src-core/ipc/contract';
import type { Issue } from '../../../src-core/publication/issue';
import { eightPageIssue } from '../../builders/eight-page-issue';
import { sampleIssue } from '../../builders/sample-issue';
import { extractors, presentationForms, withoutWhiteSpace } from '../../extract/extract-text';
import { runTool } from '../../extract/run-tool';
import { exported, issueText, makeFolder, markWords } from './exporting';
import { hardIssues, randomIssues } from './random-issue';
import { tryingIssue } from './trying-issue';

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

/** `sheets` is null where the text decides how many there are. */
type Trial = {
  readonly name: string;
  readonly issue: Issue | undefined;
  readonly papers: readonly Paper[];
  readonly sheets: number | null;
};

const trials: readonly Trial[] = [
  { name: 'the sample issue', issue: sampleIssue(), papers: ['A3'], sheets: 1 },
  { name: 'an issue of eight pages', issue: eightPageIssue(), papers: ['A3'], sheets: 8 },
  { name: 'an issue of hard cases', issue: tryingIssue(), papers: ['A4'], sheets: 1 },
  ...randomIssues(3, 1).map((issue, at): Trial => ({
    name: `issue ${at} made at random`,
    issue,
    papers: ['A4'],
    sheets: null,
  })),
  { name: 'a hard issue made at random', issue: hardIssues(3, 1)[0], papers: ['tabloid'], sheets: null },
  {
    name: 'an issue whose large headline ends as high as its byline begins',
    issue: hardIssues(42, 5)[4],
    papers: ['A4'],
    sheets: 1,
  },
];

const cases = trials.flatMap((trial) =>
  trial.papers.flatMap((paper) =>
    (['vertical', 'horizontal'] as const).map((direction) => ({ ...trial, paper, direction })),
  ),
);

describe.each(cases)('$name in whole pages, $direction, on $paper', ({ issue, sheets, paper, direction }) => {
  it('is read in order by every reader, its marks with it', async () => {
    if (issue === undefined) throw new Error('there is no such issue');
    const target = join(folder.path, 'whole.pdf');
    const words = issue.articles[0]?.text.slice(4, 40) ?? '';
    const annotations = [markWords(issue, words, { id: 'm1', note: '批注' })];
    const made = await exported({ issue, annotations, direction, paper, layout: 'newspaper', target });
    expect(made.annotations).toBe(1);
    if (sheets !== null) expect(made.pages).toBe(sheets);
    for (const { name: reader, extract } of extractors) {
      const extracted = withoutWhiteSpace(await extract(target));
      expect(extracted, reader).toBe(withoutWhiteSpace(issueText(issue)));
      expect(extracted, reader).not.toMatch(presentationForms);
    }
    expect((await runTool('qpdf', ['--check', target])).toString()).toContain('No syntax');
  });
});
