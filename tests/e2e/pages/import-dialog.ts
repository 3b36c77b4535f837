// The dialog of an import: its progress, and its report.
import type { Locator, Page } from '@playwright/test';

export class ImportDialog {
  readonly dialog: Locator;
  readonly report: Locator;
  /** The pages which the library had already. */
  readonly known: Locator;
  readonly failures: Locator;
  readonly cancel: Locator;
  readonly storeKnown: Locator;

  constructor(window: Page) {
    this.dialog = window.getByRole('dialog', { name: '导入报纸' });
    this.report = this.dialog.getByRole('status');
    this.known = this.dialog.getByRole('list', { name: /^资料库里已有的版面/ }).getByRole('listitem');
    this.failures = this.dialog.getByRole('list', { name: '没有导入的文件' }).getByRole('listitem');
    this.cancel = this.dialog.getByRole('button', { name: '取消' });
    this.storeKnown = this.dialog.getByRole('button', { name: '仍要导入' });
  }

  async close(): Promise<void> {
    await this.dialog.getByRole('button', { name: '完成' }).click();
  }
}
