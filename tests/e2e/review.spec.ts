// The review of what was recognised, on the real application.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Launched } from './launch';
import { MarksPanel } from './pages/marks-panel';

async function openReview({ window }: Launched) {
  await expect(window.getByRole('navigation', { name: '书架' }).getByRole('button').nth(1)).toBeVisible();
  await expect(window.getByRole('region', { name: '报纸版面' }).getByRole('article').first()).toBeAttached();
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
  await test.step('a piece is moved, split, and its block given another type, by keys alone', async () => {
    const current = review.locator('.review-block[aria-current]');
    const order = () => current.locator('.review-text').allTextContents();
    await review
      .getByRole('button', { name: /^引题.*乔俊杰调研/ })
      .last()
      .click();
    const [one, two, ...rest] = await order();
    await first.window.keyboard.press('Alt+ArrowDown');
    await expect.poll(order).toEqual([two, one, ...rest]);
    await first.window.keyboard.press('Control+Z');
    await expect.poll(order).toEqual([one, two, ...rest]);
    await review
      .getByRole('button', { name: /^引题.*乔俊杰调研/ })
      .last()
      .click();

    await first.window.keyboard.press('s');
    const cut = review.getByRole('textbox', { name: /拆分位置/ });
    await expect(cut).toBeFocused();
    await first.window.keyboard.press('Home');
    await first.window.keyboard.press('ArrowRight');
    await first.window.keyboard.press('ArrowRight');
    await first.window.keyboard.press('Enter');
    await expect(current.locator('.review-text').first()).toHaveText(/^.{2}乔俊$/);
    await review.focus();
    await first.window.keyboard.press('Control+Z');

    await first.window.keyboard.press('t');
    const type = review.getByRole('combobox', { name: '类型' });
    await expect(type).toBeFocused();
    await first.window.keyboard.press('ArrowDown');
    await expect(current.locator('h3')).toContainText('图片');
    await review.focus();
    await first.window.keyboard.press('Control+Z');
    await expect(current.locator('h3')).toContainText('稿件');
    await expect.poll(order).toEqual([one, two, ...rest]);
  });
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

test('what is doubtful comes first, with other readings, and all can be accepted', async ({
  launch,
  folder,
}) => {
  const launched = await launch();
  const { window } = launched;
  const file = join(folder, 'page.txt');
  const lines = [
    '山城晚报　1999年10月1日　星期五　第3版 综合',
    '菊花开了\u200b满城香',
    '国庆七天 何处去赏菊',
    '本报记者 逯薇',
    '国庆长假期间，全市五大公园同时举办菊展，游客可以错峰出行。',
    '更正',
    '本报昨日报道有误，特此更正。',
    '山城晚报社',
    '1999年9月30日',
  ];
  await writeFile(file, lines.join('\n\n'));
  await launched.answerDialogs({ open: [file] });
  await window.keyboard.press('Control+O');
  await window.getByRole('navigation', { name: '书架' }).getByText('山城晚报').first().click();
  await expect(window.getByRole('region', { name: '报纸版面' })).toContainText('错峰');
  const review = await openReview(launched);
  const first = review.getByRole('article', { name: '先看这里' });
  await expect(first.getByRole('button').first()).toContainText('看不见的字符');
  const doubt = first.locator('[aria-current]');
  await expect(doubt).toContainText('菊花开了满城香');
  await window.keyboard.press('n');
  await expect(doubt).toContainText('国庆七天');

  // Of what the page says of itself, too, it is said how sure that is and why.
  await expect(review.getByRole('button', { name: '日期：97% · 报头或版次的格式，到原文' })).toBeVisible();
  await review.getByRole('button', { name: '版名：95% · 报头或版次的格式，到原文' }).click();
  await expect(review.locator('mark')).toHaveText(/^山城晚报.*综合$/);
  await review
    .getByRole('group', { name: '日期的其他读法' })
    .getByRole('button', { name: '改为 1999-09-30' })
    .click();
  await expect(review.getByLabel('日期', { exact: true })).toHaveValue('1999-09-30');
  await expect(review.locator('.review-metadata')).toContainText('100% · 由你确定');
  await window.keyboard.press('Control+Z');
  await expect(review.getByLabel('日期', { exact: true })).toHaveValue('1999-10-01');

  await window.keyboard.press('Shift+A');
  await expect(review.getByRole('status')).toHaveText('没有存疑之处');
  await review.getByRole('button', { name: '保存校对' }).click();
  await expect(review).toBeHidden();
});

test('what was set right once is used for the next page of the paper, and can be dropped', async ({
  launch,
  folder,
}) => {
  const launched = await launch();
  const { window } = launched;
  const importPage = async (day: number, headline: string) => {
    const file = join(folder, `${String(day)}.txt`);
    const lines = [
      `山城日报　2023年5月${String(day)}日　第3版`,
      headline,
      '本报讯（记者 林远） 南门外的石桥昨日修好了，孩子们趴在栏杆上看水。',
      `读报竞猜第${String(day)}题见网站`,
    ];
    await writeFile(file, lines.join('\n\n'));
    await launched.answerDialogs({ open: [file] });
    await window.keyboard.press('Control+O');
    const shelf = window.getByRole('navigation', { name: '书架' });
    await shelf
      .getByText(`5月${String(day)}日`)
      .first()
      .click();
    await expect(window.getByRole('heading', { level: 1 })).toContainText(headline);
    return openReview(launched);
  };
  const first = await importPage(6, '旧桥重修');
  await first
    .getByRole('button', { name: /读报竞猜第6题/ })
    .last()
    .click();
  await window.keyboard.press('x');
  await first.getByRole('button', { name: '保存校对' }).click();
  await expect(first).toBeHidden();

  const second = await importPage(7, '新馆落成');
  const aside = second.getByRole('article', { name: '不属于稿件的文字' });
  await expect(aside).toContainText('读报竞猜第7题');
  const habits = second.getByRole('article', { name: '本报惯例' });
  await expect(habits).toContainText('读报竞猜第#题见网站');
  await habits.getByRole('button', { name: /不再使用/ }).click();
  await expect(habits).toBeHidden();
  await second.getByRole('button', { name: '保存校对' }).click();
  await expect(second).toBeHidden();
});

/** Marks a range of the first article, through the contract; gives the marked words. */
async function markFirst({ window }: Launched, start: number, end: number): Promise<string> {
  return window.evaluate(
    async ([from, to]) => {
      const { call } = Reflect.get(globalThis, 'jianbao') as {
        call: (name: string, input: unknown) => Promise<{ value: never }>;
      };
      const [{ issueId }] = (await call('library.issues', {})).value as [{ issueId: string }];
      const opened = (await call('issue.open', { issueId })).value as {
        issue: { articles: { articleId: string; text: string }[] };
      };
      const [first] = opened.issue.articles;
      const exact = first?.text.slice(from, to) ?? '';
      const target = {
        position: { type: 'TextPositionSelector', start: from, end: to },
        quote: { type: 'TextQuoteSelector', exact, prefix: '', suffix: first?.text.slice(to, to + 20) ?? '' },
      };
      const at = '2026-01-01T00:00:00.000Z';
      const annotation = {
        annotationId: `m${String(from)}`,
        issueId,
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
      await call('annotations.edit', { issueId, edit: { type: 'add', annotation } });
      return exact;
    },
    [start, end] as const,
  );
}

/** What the marks of the first issue say of themselves, with what stands at their places now. */
async function marks({ window }: Launched) {
  return window.evaluate(async () => {
    const { call } = Reflect.get(globalThis, 'jianbao') as {
      call: (name: string, input: unknown) => Promise<{ value: never }>;
    };
    const [{ issueId }] = (await call('library.issues', {})).value as [{ issueId: string }];
    const { issue, annotations } = (await call('issue.open', { issueId })).value as {
      issue: { articles: { articleId: string; text: string }[] };
      annotations: {
        articleId: string;
        target: { position: { start: number; end: number }; quote: { exact: string } };
      }[];
    };
    return annotations.map(({ articleId, target: { position, quote } }) => ({
      quote: quote.exact,
      there: issue.articles
        .find((article) => article.articleId === articleId)
        ?.text.slice(position.start, position.end),
    }));
  });
}

test('a mark follows its text through a correction, or waits to be placed again', async ({ launch }) => {
  const launched = await launch();
  const { window } = launched;
  await expect(window.locator('.scroller')).toBeVisible();
  // The kicker, and a passage of the text below it.
  const kicker = await markFirst(launched, 0, 6);
  const passage = await markFirst(launched, 120, 132);
  const review = await openReview(launched);
  await review.locator('.review-text').first().click();
  await window.keyboard.press('x');
  await review.getByRole('button', { name: '保存校对' }).click();
  await expect(review).toBeHidden();
  await expect(window.getByRole('log').getByText(/1 处标记的文字已不在稿件里/)).toBeVisible();
  const after = await marks(launched);
  expect(after.find(({ quote }) => quote === passage)?.there).toBe(passage);
  expect(after.find(({ quote }) => quote === kicker)?.there).not.toBe(kicker);
  const panel = new MarksPanel(window);
  await panel.face('待核对').click();
  await expect(window.getByRole('list', { name: '待核对的标记' })).toContainText(kicker);

  // A later review can take the correction back, and the mark stands again.
  const again = await openReview(launched);
  await again.getByRole('button', { name: '撤销更正' }).click();
  await again.getByRole('button', { name: '保存校对' }).click();
  await expect(again).toBeHidden();
  for (const { quote, there } of await marks(launched)) expect(there).toBe(quote);
});
