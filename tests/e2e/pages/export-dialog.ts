// The dialog that writes the PDF.
import { expect, type Locator, type Page } from '@playwright/test';

export type ExportWishes = {
  readonly direction?: '竖排' | '横排';
  readonly paper?: 'A4' | 'A3' | 'B5';
  readonly annotations?: boolean;
  readonly index?: boolean;
};

export class ExportDialog {
  readonly dialog: Locator;

  constructor(window: Page) {
    this.dialog = window.getByRole('dialog', { name: '导出 PDF' });
  }

  /** Sets what is wished for, exports, and waits for the message that it is done; gives that message. */
  async export(wishes: ExportWishes = {}): Promise<string> {
    if (wishes.direction !== undefined) await this.#choose(wishes.direction);
    if (wishes.paper !== undefined) await this.#choose(wishes.paper);
    if (wishes.annotations !== undefined) await this.#choose(wishes.annotations ? '可编辑' : '不带');
    if (wishes.index !== undefined) await this.#check('标记索引', wishes.index);
    await this.dialog.getByRole('button', { name: '导出…' }).click();
    const message = this.dialog.getByText(/已导出/);
    await expect(message).toBeVisible({ timeout: 60_000 });
    return message.innerText();
  }

  async close(): Promise<void> {
    await this.dialog.getByRole('button', { name: '完成' }).click();
    await expect(this.dialog).toBeHidden();
  }

  async #choose(name: string): Promise<void> {
    await this.dialog.getByRole('radio', { name, exact: true }).click();
  }

  async #check(name: string, isChecked: boolean): Promise<void> {
    await this.dialog.getByRole('checkbox', { name }).setChecked(isChecked);
  }
}
