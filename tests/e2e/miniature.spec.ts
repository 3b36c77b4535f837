// Finding one's way on a page that is larger than the view: the miniature, and drawing the page along.
import { expect, test } from './launch';
import { JianbaoWindow } from './pages/jianbao-window';

test('a page larger than the view is moved by its miniature and by the pointer', async ({ launch }) => {
  const { window, close } = await launch();
  const desk = new JianbaoWindow(window);
  await desk.reader.isReadable();
  const miniature = window.getByRole('slider', { name: '版面缩略图' });
  await expect(miniature).toBeHidden();
  for (let step = 0; step < 5; step++) await desk.press('Control+=');
  await expect(miniature).toBeVisible();
  const place = (): Promise<{ left: number; top: number }> =>
    desk.reader.page.evaluate(({ scrollLeft, scrollTop }) => ({ left: scrollLeft, top: scrollTop }));

  await test.step('by pressing its lower left corner', async () => {
    const box = await miniature.boundingBox();
    if (box === null) throw new Error('the miniature has no box');
    await window.mouse.click(box.x + 4, box.y + box.height - 4);
    await expect.poll(async () => (await place()).top).toBeGreaterThan(100);
    expect((await place()).left).toBeLessThan(-100);
  });

  await test.step('by its arrow keys', async () => {
    const before = await place();
    await miniature.focus();
    await window.keyboard.press('ArrowUp');
    await expect.poll(async () => (await place()).top).toBeLessThan(before.top);
    await window.keyboard.press('ArrowRight');
    await expect.poll(async () => (await place()).left).toBeGreaterThan(before.left);
  });

  await test.step('by drawing with the middle button', async () => {
    const before = await place();
    const box = await desk.reader.page.boundingBox();
    if (box === null) throw new Error('the page has no box');
    await window.mouse.move(box.x + 200, box.y + 200);
    await window.mouse.down({ button: 'middle' });
    await window.mouse.move(box.x + 160, box.y + 250, { steps: 4 });
    await window.mouse.up({ button: 'middle' });
    expect(await place()).toEqual({ left: before.left + 40, top: before.top - 50 });
    await window.mouse.move(box.x + 300, box.y + 300);
    expect(await place()).toEqual({ left: before.left + 40, top: before.top - 50 });
  });

  await test.step('by drawing with the space bar held, which marks no text and turns no screen', async () => {
    const before = await place();
    await desk.reader.page.focus();
    const box = await desk.reader.page.boundingBox();
    if (box === null) throw new Error('the page has no box');
    await window.mouse.move(box.x + 200, box.y + 200);
    await window.keyboard.down('Space');
    await window.mouse.down();
    await window.mouse.move(box.x + 230, box.y + 170, { steps: 4 });
    await window.mouse.up();
    // Let go where the page does not hear it: the next drawing is with the pointer alone.
    await miniature.focus();
    await window.keyboard.up('Space');
    const drawn = { left: before.left - 30, top: before.top + 30 };
    expect(await place()).toEqual(drawn);
    await window.mouse.move(box.x + 200, box.y + 200);
    await window.mouse.down();
    await window.mouse.move(box.x + 230, box.y + 170, { steps: 4 });
    await window.mouse.up();
    expect(await place()).toEqual(drawn);
  });

  await desk.press('Control+0');
  await expect(miniature).toBeHidden();
  await close();
});
