// The list of marks beside the page.
import type { Locator, Page } from '@playwright/test';

export class MarksPanel {
  readonly zone: Locator;
  readonly marks: Locator;
  readonly list: Locator;
  /** What is done to several marks at once. */
  readonly bulkBar: Locator;

  constructor(window: Page) {
    this.zone = window.getByRole('complementary', { name: '标记' });
    this.list = this.zone.getByRole('listbox', { name: /标记/ });
    this.marks = this.list.getByRole('option');
    this.bulkBar = this.zone.getByRole('group', { name: '处理选定的标记' });
  }

  /** The mark whose quote, note or tags hold some words. */
  mark(words: string): Locator {
    return this.marks.filter({ hasText: words });
  }

  /** One of the three lists, by its name. */
  face(name: '标记' | '待核对' | '已删除'): Locator {
    return this.zone.getByRole('tab', { name });
  }

  /** The marked words, as far as the list shows them, in its order. */
  async quotes(): Promise<readonly string[]> {
    return this.marks.locator('.quote').allInnerTexts();
  }

  async filterByText(words: string): Promise<void> {
    await this.zone.getByRole('searchbox', { name: '查找标记' }).fill(words);
  }

  /** Shows only marks of a colour, by its Chinese name. */
  async filterByColor(name: string): Promise<void> {
    await this.zone.getByRole('button', { name: '按颜色' }).click();
    await this.zone.page().getByRole('menuitemradio', { name }).click();
  }
}
