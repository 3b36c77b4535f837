// The shelf and the contents of the open issue.
import type { Locator, Page } from '@playwright/test';

export class Shelf {
  readonly zone: Locator;
  readonly issues: Locator;
  readonly contents: Locator;

  constructor(window: Page) {
    this.zone = window.getByRole('navigation', { name: '书架' });
    this.issues = this.zone.getByRole('list', { name: '各期报纸' }).getByRole('button');
    this.contents = this.zone.getByRole('region', { name: '目录' }).getByRole('button');
  }

  /** Opens an issue by some words of its title. */
  async openIssue(title: string): Promise<void> {
    await this.issues.filter({ hasText: title }).click();
  }

  /** Goes to an article by some words of its title. */
  async goTo(title: string): Promise<void> {
    await this.contents.filter({ hasText: title }).click();
  }

  /** Chooses files to import; what the dialog answers has been set before. */
  async importFiles(): Promise<void> {
    await this.zone.getByRole('button', { name: '导入报纸' }).click();
  }
}
