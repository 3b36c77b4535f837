// 参见 across issues.
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { issueIdSchema } from '../../src-core/publication/issue';
import { buildIssue } from '../builders/issue';
import { sampleIssue } from '../builders/sample-issue';
import { expect, test } from './launch';
import { JianbaoWindow } from './pages/jianbao-window';
import { storeIssue } from './stored-issue';

test('a mark refers to one of another issue, both ends show it, and going there opens the issue', async ({
  launch,
  folder,
}) => {
  const library = join(folder, 'library');
  const paragraph = '今年风调雨顺，亩产比去年多了三成。'.repeat(8);
  const other = buildIssue(
    [
      {
        parts: [
          ['headline', '运河两岸稻花香'],
          ['paragraph', paragraph],
        ],
      },
    ],
    {
      publication: '晨报',
      date: '2026-03-05',
    },
  );
  await storeIssue(library, { ...sampleIssue(), issueId: issueIdSchema.parse('first') });
  await storeIssue(library, { ...other, issueId: issueIdSchema.parse('second') });
  const { window, close } = await launch();
  const desk = new JianbaoWindow(window);
  const open = async (headline: string): Promise<void> => {
    await window.locator('.issue-entry', { hasText: headline }).click();
    await desk.reader.page.focus();
    await desk.reader.isReadable();
  };
  await open('运河');
  await window.getByRole('banner').getByText('通读').click();
  await desk.reader.page.focus();
  await desk.reader.isReadable();
  await desk.reader.select('风调雨顺');
  await desk.reader.mark('1');
  await open('生态');
  await desk.reader.select('生态环境');
  await desk.reader.mark('2');
  await desk.press('l');
  const { card } = desk.card;
  await card.getByRole('combobox', { name: '在哪一期里找' }).selectOption({ index: 1 });
  await window.keyboard.insertText('風調');
  await expect(card.getByRole('option', { name: '「风调雨顺」' })).toBeVisible();
  await desk.press('Enter');
  await card.getByRole('button', { name: /^参见 「风调雨顺」（晨报/u }).press('Enter');
  await expect(card.getByRole('button', { name: /^被 「生态环境」（武进日报.* 参见$/u })).toBeVisible();
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  await close();
});
