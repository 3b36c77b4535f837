// What the user has chosen in the reader of digits, marks and titles, on paper: the engine is asked for the same, and the text
// stays the source's own.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chosenStyle } from '../../../src-core/typesetting/chosen-style';
import { defaultSettings } from '../../../src-core/ipc/default-settings';
import { planSheet } from '../../../src-main/export/pdf/paper';
import { layoutSheets } from '../../../src-main/export/pdf/impose';
import { plainLatinMetrics } from '../../builders/latin-metrics';
import { buildIssue } from '../../builders/issue';
import { extractors, withoutWhiteSpace } from '../../extract/extract-text';
import { exported, issueText, makeFolder } from './exporting';

const issue = buildIssue([
  {
    articleId: 'a',
    parts: [
      ['headline', '《春秋》与“史记”'],
      ['paragraph', '1949年，他读《史记》与《汉书》，说：“国家‘大事’，不可不知。”——又读……'.repeat(8)],
    ],
  },
]);
const style = chosenStyle({
  ...defaultSettings('zh-CN', ''),
  digits: 'rotate',
  punctuation: 'CNS',
  prohibition: 'strict',
  titles: 'wavy',
});

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

describe('the style that was chosen', () => {
  it('decides how text is set on paper', () => {
    const { spec, tiers } = planSheet('A4', 'vertical', { style });
    const cells = layoutSheets(issue, spec, tiers, plainLatinMetrics, 0)
      .pages.flatMap(({ frames }) => frames)
      .flatMap(({ lines }) => lines)
      .flatMap((line) => line.cells);
    expect(cells.find(({ text }) => text === '1949')?.paint).toBe('rotate');
    expect(cells.find(({ text }) => text === '“')?.display).toBe('「');
    expect(cells.find(({ text }) => text.startsWith('《'))?.title).toBe(0);
    expect(cells.find(({ text }) => text === '，')?.shift).toBeDefined();
  });

  for (const direction of ['vertical', 'horizontal'] as const) {
    it(`leaves the text as it is, ${direction}`, async () => {
      const target = join(folder.path, `${direction}.pdf`);
      await exported({ issue, direction, style, target });
      for (const { name, extract } of extractors) {
        expect(withoutWhiteSpace(await extract(target)), name).toBe(withoutWhiteSpace(issueText(issue)));
      }
    });
  }
});
