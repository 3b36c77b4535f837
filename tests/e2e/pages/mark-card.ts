// The card of a mark: colour, style, note, tags.
import { expect, type Locator, type Page } from '@playwright/test';

export class MarkCard {
  readonly card: Locator;
  readonly note: Locator;
  readonly tagField: Locator;
  readonly saveState: Locator;

  constructor(window: Page) {
    this.card = window.getByRole('dialog', { name: '标记', exact: true });
    this.note = this.card.getByRole('textbox', { name: '批注' });
    this.tagField = this.card.getByRole('combobox', { name: '添加标签' });
    this.saveState = this.card.getByRole('status');
  }

  /** Writes the note and waits until it is saved. */
  async writeNote(text: string): Promise<void> {
    await this.note.fill(text);
    await this.note.blur();
    await expect(this.saveState).toHaveText('已保存');
  }

  async addTag(tag: string): Promise<void> {
    await this.tagField.fill(tag);
    await this.tagField.press('Enter');
    await expect(this.card.getByRole('button', { name: `去掉标签 ${tag}` })).toBeVisible();
  }

  /** Chooses a colour or a style by its Chinese name. */
  async choose(name: string): Promise<void> {
    await this.card.getByRole('radio', { name, exact: true }).click();
  }

  async delete(): Promise<void> {
    await this.card.getByRole('button', { name: '删除标记' }).click();
    await expect(this.card).toBeHidden();
  }

  async close(): Promise<void> {
    await this.card.getByRole('button', { name: '关闭' }).click();
    await expect(this.card).toBeHidden();
  }
}
