// 参见 across issues.
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { issueIdSchema } from '../../src-core/publication/issue';
import { buildIssue } from '../builders/issue';
import { sampleIssue } from '../builders/sample-issue';
import { expect, test } from './launch';
import { JianbaoWindow } from './pages/jianbao-window';
import { storeIssue } from './stored-issue';

test('a mark refers to one of another issue, both ends show it, going there opens the issue, and says where it cannot', async ({
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
  const annotationId = (await desk.marks.marks.first().getAttribute('id'))?.replace(/^mark-/u, '');
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

  await test.step('a mark that is gone meanwhile is said to be, and the open issue stays', async () => {
    await card.getByRole('button', { name: /^被 「生态环境」/u }).press('Enter');
    const link = card.getByRole('button', { name: /^参见 「风调雨顺」（晨报/u });
    await expect(link).toBeVisible();
    const removal = { type: 'remove', annotationId, at: new Date().toISOString() };
    await window.evaluate(
      (edit) => document.defaultView?.jianbao.call('annotations.edit', { issueId: 'second', edit }),
      removal,
    );
    await link.press('Enter');
    const notice = window.getByRole('log').getByText(/^没有去到「风调雨顺」（晨报.*它已从那一期里删除/u);
    await expect(notice).toBeVisible();
    await expect(desk.marks.mark('生态环境')).toHaveCount(1);
    await window.getByRole('button', { name: '打开那一期的「已删除」' }).press('Enter');
    await expect(window.getByRole('listbox', { name: '已删除的标记' })).toContainText('风调雨顺');
  });
  await close();
});
