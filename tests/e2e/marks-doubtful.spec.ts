// 待核对: a mark whose words were corrected away waits there with its words, until its reader says where it belongs.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './launch';
import { JianbaoWindow } from './pages/jianbao-window';

test('a mark whose words are gone is put on the selected passage, or deleted, by its reader', async ({
  launch,
}) => {
  const { window, close } = await launch();
  const desk = new JianbaoWindow(window);
  await desk.reader.isReadable();
  await window.getByRole('banner').getByText('通读').click();
  await desk.reader.page.focus();
  for (const [words, key] of [
    ['乔俊杰调研', '1'],
    ['出清工作', '2'],
  ] as const) {
    await desk.reader.select(words);
    await desk.reader.mark(key);
  }
  await expect(desk.marks.marks).toHaveCount(2);

  await test.step('the kicker is taken out of the article', async () => {
    await desk.press('Control+J');
    const review = window.getByRole('dialog', { name: '校对导入' });
    await review.locator('.review-text').first().click();
    await desk.press('x');
    await review.getByRole('button', { name: '保存校对' }).click();
    await expect(review).toBeHidden();
  });

  await desk.marks.face('待核对').click();
  const waiting = window.getByRole('list', { name: '待核对的标记' });
  const entry = (words: string) => waiting.getByRole('listitem').filter({ hasText: words });
  await expect(entry('乔俊杰调研')).toContainText('原文找不到了');
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  await entry('乔俊杰调研').getByRole('button', { name: '去原处' }).click();
  await expect.poll(() => desk.reader.shows('增强人民群众')).toBe(true);

  await test.step('it is put on what is selected, and undo takes that back', async () => {
    await desk.reader.select('本报讯');
    await entry('乔俊杰调研').getByRole('button', { name: '重新定位到所选' }).click();
    await expect(entry('乔俊杰调研')).toHaveCount(0);
    await desk.marks.face('标记').click();
    await expect(desk.marks.mark('本报讯')).toHaveCount(1);
    await desk.reader.press('Control+z');
    await desk.marks.face('待核对').click();
    await expect(entry('乔俊杰调研')).toHaveCount(1);
  });

  await entry('出清工作').getByRole('button', { name: '删除' }).click();
  await expect(entry('出清工作')).toHaveCount(0);
  await desk.marks.face('已删除').click();
  await expect(desk.marks.mark('出清工作')).toHaveCount(1);
  await close();
});
