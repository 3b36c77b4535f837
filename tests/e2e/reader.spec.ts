// Reading and marking as a reader does them for an evening: without a mouse, over other marks, in either direction.
import { expect, test } from './launch';
import { JianbaoWindow } from './pages/jianbao-window';
import { sampleIssue } from '../builders/sample-issue';

const passage = '生态文明思想';

test('a passage is marked, noted and tagged by keyboard alone', async ({ launch }) => {
  const { window, close } = await launch();
  const desk = new JianbaoWindow(window);
  await desk.reader.isReadable();

  await test.step('the caret is led to the text and draws out a selection', async () => {
    await desk.press('F7');
    for (let line = 0; line < 3; line++) await desk.press('ArrowLeft');
    for (let character = 0; character < 6; character++) await desk.press('Shift+ArrowDown');
    await expect(desk.reader.selectionBar).toBeVisible();
  });
  await desk.reader.mark('3');
  await expect(desk.marks.marks).toHaveCount(1);
  await expect(desk.marks.marks).toContainText('胭脂');
  const [quote = ''] = await desk.marks.quotes();
  expect([...quote]).toHaveLength(6);

  await test.step('its note and tag are written without leaving the keys', async () => {
    await desk.press('n');
    await expect(desk.card.note).toBeFocused();
    await window.keyboard.insertText('回头核对');
    await desk.press('Tab');
    await expect(desk.card.tagField).toBeFocused();
    await window.keyboard.insertText('待核');
    await desk.press('Enter');
    await desk.press('Escape');
    await expect(desk.card.card).toBeHidden();
    await expect(desk.marks.mark('回头核对')).toContainText('待核');
  });

  await test.step('it is removed and brought back', async () => {
    await desk.press('Delete');
    await expect(desk.marks.marks).toHaveCount(0);
    await desk.press('Control+z');
    await expect(desk.marks.mark('回头核对')).toContainText('待核');
  });

  await test.step('the caret goes on from behind the mark whose note was written', async () => {
    await desk.reader.press('Escape');
    for (let character = 0; character < 2; character++) await desk.reader.press('Shift+ArrowDown');
    await desk.reader.mark('2');
    await expect(desk.marks.marks).toHaveCount(2);
    const quotes = await desk.marks.quotes();
    expect(sampleIssue().articles.some(({ text }) => text.includes(quotes.join('')))).toBe(true);
  });

  await test.step('in 横排 the arrows follow the lines, by word, and keys go from mark to mark', async () => {
    await desk.press('Escape');
    await desk.press('Control+t');
    await expect.poll(() => desk.reader.direction()).toBe('horizontal');
    await desk.reader.press('ArrowDown');
    await desk.press('ArrowDown');
    for (let character = 0; character < 3; character++) await desk.press('Shift+ArrowRight');
    await desk.press('u');
    await expect(desk.marks.mark('直线')).toHaveCount(1);
    expect([...((await desk.marks.mark('直线').locator('.quote').innerText()) ?? '')]).toHaveLength(3);
    await desk.press('[');
    await desk.press('Enter');
    await expect(desk.card.note).toBeFocused();
  });
  await close();
});

test('marks that lie over each other can each be picked by clicking again', async ({ launch }) => {
  const { window, close } = await launch();
  const desk = new JianbaoWindow(window);
  await desk.reader.isReadable();
  await desk.reader.select('入贯彻习近平生态文明思想');
  await desk.reader.mark('1');
  await desk.press('Escape');
  await desk.reader.select(passage);
  await desk.reader.mark('5');
  await desk.press('Escape');
  await expect(desk.marks.marks).toHaveCount(2);

  const picked = desk.marks.zone.getByRole('option', { selected: true });
  await desk.reader.click(passage);
  await expect(picked).toContainText('花青');
  await desk.reader.click(passage);
  await expect(picked).toContainText('藤黄');
  await desk.reader.click(passage);
  await expect(picked).toContainText('花青');

  await test.step('a key goes from one to the next as well, round all three', async () => {
    await desk.press('Escape');
    await desk.reader.select(passage);
    await desk.press('w');
    await expect(desk.marks.marks).toHaveCount(3);
    const order: string[] = [];
    for (let step = 0; step < 3; step++) {
      await desk.press('\\');
      order.push((await picked.innerText()).replace(/^.*(藤黄|朱砂|花青).*$/su, '$1'));
    }
    expect(order.toSorted()).toEqual(['朱砂', '花青', '藤黄'].toSorted());
    await desk.press('Control+z');
    await expect(desk.marks.marks).toHaveCount(2);
    await desk.press('Escape');
    await desk.reader.click(passage);
  });
  await test.step('the card changes the one that is picked', async () => {
    await desk.card.choose('波浪线');
    await expect(picked).toContainText('波浪线');
    await desk.card.delete();
    await expect(desk.marks.marks).toHaveCount(1);
    await expect(desk.marks.marks).toContainText('藤黄');
  });
  await close();
});

test('the list of marks is narrowed down, walked through and followed by the page', async ({ launch }) => {
  const { window, close } = await launch();
  const desk = new JianbaoWindow(window);
  await desk.reader.isReadable();
  await desk.reader.select(passage);
  await desk.reader.mark('4');
  await desk.press('Escape');
  await desk.shelf.goTo('市委联动巡察组进驻武进召开动员会');
  await desk.reader.select('联动巡察组');
  await desk.reader.mark('2');

  await desk.marks.filterByColor('石绿');
  await expect(desk.marks.marks).toHaveCount(1);
  await desk.marks.zone.getByRole('button', { name: '清除条件' }).click();
  await desk.marks.filterByText('巡察');
  expect(await desk.marks.quotes()).toEqual(['联动巡察组']);
  await desk.marks.zone.getByRole('button', { name: '清除条件' }).click();
  await expect(desk.marks.marks).toHaveCount(2);

  await desk.marks.mark(passage).click();
  await expect.poll(() => desk.reader.shows(passage)).toBe(true);
  await expect(desk.card.card).toBeVisible();
  await close();
});

test('what is copied is the text itself, over the lines it runs through', async ({ launch }) => {
  const { window, electron, close } = await launch();
  const desk = new JianbaoWindow(window);
  await desk.reader.isReadable();
  const words = '全面加强生态文明建设和生态环境保护，有序实施“危污乱散低”用地生态整治';
  for (const direction of ['vertical', 'horizontal'] as const) {
    if (direction === 'horizontal') await desk.toggleDirection();
    await expect.poll(() => desk.reader.direction()).toBe(direction);
    await desk.reader.select(words);
    await desk.press('Control+c');
    await expect.poll(() => electron.evaluate(({ clipboard }) => clipboard.readText())).toBe(words);
    await electron.evaluate(({ clipboard }) => clipboard.clear());
  }
  await close();
});

test('the place in the text outlives direction, size and a restart', async ({ launch }) => {
  const first = await launch();
  const desk = new JianbaoWindow(first.window);
  await desk.reader.isReadable();
  const headline = '礼嘉镇运用第三方信用报告开展招投标';
  await desk.shelf.goTo(headline);
  await expect.poll(() => desk.reader.shows('10月9日')).toBe(true);
  for (const key of ['Control+t', 'Control+=', 'Control+=', 'Control+t', 'Control+-']) {
    await desk.press(key);
    await expect.poll(() => desk.reader.shows('礼嘉镇')).toBe(true);
  }
  await first.close();
  const second = await launch();
  const again = new JianbaoWindow(second.window);
  await expect.poll(() => again.reader.shows('礼嘉镇')).toBe(true);
  await second.close();
});
