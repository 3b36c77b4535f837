// The newspaper page, as a reader uses it.
import { expect, type Locator, type Page } from '@playwright/test';
import { findWords, type WordsPlace } from './find-words';

export class ReaderPage {
  readonly page: Locator;
  readonly selectionBar: Locator;
  readonly #window: Page;

  constructor(window: Page) {
    this.#window = window;
    this.page = window.getByRole('region', { name: '报纸版面' });
    this.selectionBar = window.getByRole('toolbar', { name: '标记所选文字' });
  }

  /** Waits until text can be read. */
  async isReadable(): Promise<void> {
    // Headings and paragraphs have no box of their own: their lines are placed one by one, those about the view alone.
    await expect(this.page.locator('.line').first()).toBeVisible();
    // Lines stand before their faces are read: they are unseen until then.
    await this.#window.evaluate(() => document.fonts.ready.then(() => undefined));
  }

  /** Selects words that are in sight by drawing the pointer over them. */
  async select(words: string): Promise<void> {
    const { from, to } = await this.#placeOf(words);
    await this.#window.mouse.move(from.x, from.y);
    await this.#window.mouse.down();
    await this.#window.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
    await this.#window.mouse.move(to.x, to.y, { steps: 4 });
    await this.#window.mouse.up();
    await expect(this.selectionBar).toBeVisible();
  }

  /** Clicks on the first of some words that are in sight. */
  async click(words: string): Promise<void> {
    const { from } = await this.#placeOf(words);
    await this.#window.mouse.click(from.x, from.y);
  }

  /** Presses a key while the page has the focus. */
  async press(key: string): Promise<void> {
    await this.page.focus();
    await this.#window.keyboard.press(key);
  }

  /** Marks what is selected with the key of a colour, 1 to 8. */
  async mark(key: string): Promise<void> {
    await this.#window.keyboard.press(key);
    await expect(this.selectionBar).toBeHidden();
  }

  /** How far the page is moved on from where reading starts, in pixels. */
  async position(): Promise<number> {
    return this.page.evaluate((element) =>
      getComputedStyle(element).writingMode === 'vertical-rl' ? -element.scrollLeft : element.scrollTop,
    );
  }

  async direction(): Promise<'vertical' | 'horizontal'> {
    return this.page.evaluate((element) =>
      getComputedStyle(element).writingMode === 'vertical-rl' ? 'vertical' : 'horizontal',
    );
  }

  /** Whether words can be seen now. */
  async shows(words: string): Promise<boolean> {
    return (await findWords(this.#window, words)) !== null;
  }

  async #placeOf(words: string): Promise<WordsPlace> {
    let place: WordsPlace | null = null;
    await expect
      .poll(async () => (place = await findWords(this.#window, words)), { message: `“${words}” in sight` })
      .not.toBeNull();
    if (place === null) throw new Error(`“${words}” is not in sight`);
    return place;
  }
}
