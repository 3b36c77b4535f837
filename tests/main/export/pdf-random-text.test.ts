// The text of issues made at random, in both directions and on every paper, as every reader reads it.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Issue } from '../../../src-core/publication/issue';
import { buildIssue } from '../../builders/issue';
import { sampleIssue } from '../../builders/sample-issue';
import { extractors, presentationForms, withoutWhiteSpace } from '../../extract/extract-text';
import { exported, issueText, makeFolder, markWords } from './exporting';
import { hardIssues, randomIssues } from './random-issue';

const papers = ['A4', 'A3', 'B5'] as const;

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

/** Pages that poppler took for tables, or parted where they belong together: the seed and number of the issue. */
const torn = [
  { seed: 2, at: 52, direction: 'vertical', paper: 'A4' },
  { seed: 1, at: 8, direction: 'horizontal', paper: 'tabloid' },
  { seed: 7, at: 12, direction: 'vertical', paper: 'A5' },
  { seed: 7, at: 8, direction: 'horizontal', paper: 'tabloid' },
] as const;

describe('the text of an issue made at random', () => {
  it.each(hardIssues(1, 24).map((issue, at) => ({ at, issue })))(
    'has all that is hard: issue $at',
    ({ issue }) => {
      const text = issueText(issue);
      for (const hard of [
        /“[^”]*‘[^’]*『[^』]*』[^’]*’[^”]*”/u,
        /[0-9]{4}/u,
        /[A-Za-z]{3}/u,
        /——/u,
        /[\u{3400}-\u{4DBF}]/u,
        /[\u{20000}-\u{2A6DF}]/u,
      ]) {
        expect(text).toMatch(hard);
      }
      expect(issue.articles.some(({ blocks }) => blocks.some(({ role }) => role === 'verse'))).toBe(true);
    },
  );

  for (const [at, issue] of hardIssues(1, 24).entries()) {
    const paper = papers[at % papers.length] ?? 'A4';
    for (const direction of ['vertical', 'horizontal'] as const) {
      it(`is read the same by every reader: issue ${at}, ${direction}, on ${paper}`, async () => {
        const target = join(folder.path, `${at}-${direction}.pdf`);
        const annotations = [
          markWords(issue, issue.articles[0]?.text.slice(2, 30) ?? '', { id: 'm', note: '批注不在正文里' }),
        ];
        await exported({ issue, annotations, direction, paper, target });
        await expectText(target, issue);
      });
    }
  }

  for (const { seed, at, direction, paper } of torn) {
    it(`is read column by column though blocks agree: issue ${seed}-${at}, ${direction}, on ${paper}`, async () => {
      const issue = randomIssues(seed, at + 1)[at];
      if (issue === undefined) throw new Error('there is no such issue');
      const target = join(folder.path, `torn-${seed}-${at}.pdf`);
      await exported({ issue, direction, paper, target });
      await expectText(target, issue);
    });
  }
});

describe('the text of many short articles', () => {
  // Many blocks of like size in two columns: to poppler a page of tables, and long to settle.
  it('is read column by column, and soon', async () => {
    const { text } = sampleIssue().articles[0] ?? { text: '' };
    const words = text.replace(/\s/gu, '');
    const issue = buildIssue(
      Array.from({ length: 100 }, (_, at) => {
        const start = (at * 37) % (words.length - 80);
        return {
          parts: [
            ['headline', words.slice(start, start + 8 + (at % 9))],
            ['paragraph', words.slice(start + 20, start + 40 + ((at * 79) % 40))],
          ],
        };
      }),
    );
    const target = join(folder.path, 'short.pdf');
    await exported({ issue, direction: 'horizontal', paper: 'A4', target });
    await expectText(target, issue);
  }, 60_000);
});

async function expectText(file: string, issue: Issue): Promise<void> {
  const wanted = withoutWhiteSpace(issueText(issue));
  for (const { name, extract } of extractors) {
    const extracted = withoutWhiteSpace(await extract(file));
    expect(extracted, name).toBe(wanted);
    expect(extracted, name).not.toMatch(presentationForms);
  }
}
