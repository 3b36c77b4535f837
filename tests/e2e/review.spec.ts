// The review of what was recognised, on the real application.
import { expect, test, type Launched } from './launch';

async function openReview({ window }: Launched) {
  await expect(window.getByRole('navigation', { name: '书架' }).getByRole('button').nth(1)).toBeVisible();
  await window.keyboard.press('Control+J');
  const dialog = window.getByRole('dialog', { name: '校对导入' });
  await expect(dialog).toBeVisible();
  return dialog;
}

test('corrections are made with keys, undone, saved, and there after a restart', async ({ launch }) => {
  const first = await launch();
  const review = await openReview(first);
  const pieces = review.getByRole('region', { name: '识别结果' }).locator('.review-piece[aria-current]');
  const roleOf = () => review.getByRole('combobox', { name: '角色' });
  const before = await roleOf().inputValue();
  await first.window.keyboard.press('6');
  await expect(roleOf()).toHaveValue('subhead');
  await expect(pieces).toContainText('由你确定');
  await first.window.keyboard.press('Control+Z');
  await expect(roleOf()).toHaveValue(before);
  await first.window.keyboard.press('6');
  await review.getByLabel('报名').fill('武进新报');
  await review.getByLabel('版名').focus();
  await review.getByRole('button', { name: '保存校对' }).click();
  await expect(review).toBeHidden();
  await expect(first.window.getByRole('navigation', { name: '书架' })).toContainText('武进新报');
  await first.close();

  const second = await launch();
  const again = await openReview(second);
  await expect(again.getByLabel('报名')).toHaveValue('武进新报');
  await expect(again.getByText('由你确定').first()).toBeVisible();
});

test('text under a mark is not changed, and the reason is told', async ({ launch }) => {
  const launched = await launch();
  const { window } = launched;
  const words = window.locator('.scroller');
  await expect(words).toBeVisible();
  const { issueId, article } = await window.evaluate(async () => {
    const { call } = Reflect.get(globalThis, 'jianbao') as {
      call: (name: string, input: unknown) => Promise<{ value: never }>;
    };
    const [{ issueId: id }] = (await call('library.issues', {})).value as [{ issueId: string }];
    const opened = (await call('issue.open', { issueId: id })).value as {
      issue: { articles: { articleId: string; text: string }[] };
    };
    const [first] = opened.issue.articles;
    const target = {
      position: { type: 'TextPositionSelector', start: 0, end: 4 },
      quote: { type: 'TextQuoteSelector', exact: first?.text.slice(0, 4), prefix: '', suffix: '' },
    };
    const at = '2026-01-01T00:00:00.000Z';
    const annotation = {
      annotationId: 'm1',
      issueId: id,
      articleId: first?.articleId,
      target,
      style: 'highlight',
      color: 'gamboge',
      tags: [],
      note: '',
      author: '',
      created: at,
      modified: at,
    };
    await call('annotations.edit', { issueId: id, edit: { type: 'add', annotation } });
    return { issueId: id, article: first?.text };
  });
  const review = await openReview(launched);
  await review.locator('.review-text').first().click();
  await review.getByRole('button', { name: /移出稿件/ }).click();
  await review.getByRole('button', { name: '保存校对' }).click();
  await expect(review.getByRole('alert')).toContainText('有 1 处标记');
  const now = await window.evaluate(async (id) => {
    const { call } = Reflect.get(globalThis, 'jianbao') as {
      call: (name: string, input: unknown) => Promise<{ value: { issue: { articles: { text: string }[] } } }>;
    };
    return (await call('issue.open', { issueId: id })).value.issue.articles[0]?.text;
  }, issueId);
  expect(now).toBe(article);
});
