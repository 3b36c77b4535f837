// Reading aloud in the window. The system's voices differ from machine to machine, so that one is played.
import { expect, test } from './launch';
import { JianbaoWindow } from './pages/jianbao-window';

test('a voice of the machine reads, with the sentence marked, and stops by key', async ({ launch }) => {
  const { window, close } = await launch();
  const desk = new JianbaoWindow(window);
  await desk.reader.isReadable();
  await desk.press('Alt+2');
  await play(desk, false);
  await expect(window.getByRole('button', { name: '朗读' })).toHaveCount(0);
  await desk.press('Control+r');
  await expect(window.locator('.heard')).toHaveCount(0);

  await play(desk, true);
  await expect(window.getByRole('button', { name: '朗读' })).toBeVisible();
  await desk.press('Control+r');
  await expect(window.locator('.heard')).not.toHaveCount(0);
  const said = (): Promise<string> => window.evaluate(() => String(Reflect.get(window, 'said')));
  const first = await said();
  await window.evaluate(() => (Reflect.get(window, 'finish') as () => void)());
  await expect.poll(said).not.toBe(first);
  await expect(window.locator('.heard')).not.toHaveCount(0);
  await desk.press('Control+r');
  await expect(window.locator('.heard')).toHaveCount(0);
  await close();
});

/** Puts a played system of voices in the place of the machine's, with a voice of the machine or only a distant one. */
function play(desk: JianbaoWindow, localService: boolean): Promise<void> {
  return desk.reader.page.evaluate((_page, isLocal) => {
    class Utterance {
      onend: (() => void) | null = null;
      constructor(readonly text: string) {}
    }
    Reflect.set(window, 'SpeechSynthesisUtterance', Utterance);
    Object.defineProperties(speechSynthesis, {
      getVoices: { configurable: true, value: () => [{ lang: 'zh-CN', localService: isLocal }] },
      speak: {
        configurable: true,
        value: (utterance: Utterance) => {
          Reflect.set(window, 'said', utterance.text);
          Reflect.set(window, 'finish', () => utterance.onend?.());
        },
      },
      cancel: { configurable: true, value: () => undefined },
    });
    speechSynthesis.dispatchEvent(new Event('voiceschanged'));
  }, localService);
}
