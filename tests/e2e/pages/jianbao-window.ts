// The whole window, from which a story reaches its parts. Names are those of the Chinese interface.
import type { Locator, Page } from '@playwright/test';
import { ExportDialog } from './export-dialog';
import { MarkCard } from './mark-card';
import { MarksPanel } from './marks-panel';
import { ReaderPage } from './reader-page';
import { Shelf } from './shelf';

export class JianbaoWindow {
  readonly shelf: Shelf;
  readonly reader: ReaderPage;
  readonly marks: MarksPanel;
  readonly card: MarkCard;
  readonly exportDialog: ExportDialog;
  readonly undo: Locator;
  readonly redo: Locator;
  readonly #window: Page;

  constructor(window: Page) {
    this.#window = window;
    this.shelf = new Shelf(window);
    this.reader = new ReaderPage(window);
    this.marks = new MarksPanel(window);
    this.card = new MarkCard(window);
    this.exportDialog = new ExportDialog(window);
    this.undo = window.getByRole('button', { name: /^撤销/ });
    this.redo = window.getByRole('button', { name: /^重做/ });
  }

  /** Turns 竖排 into 横排 or back by the button. */
  async toggleDirection(): Promise<void> {
    await this.#window.getByRole('button', { name: /^改为[横竖]排$/ }).click();
  }

  async openExport(): Promise<ExportDialog> {
    await this.#window.getByRole('button', { name: '导出 PDF' }).click();
    return this.exportDialog;
  }

  async press(key: string): Promise<void> {
    await this.#window.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.#window.keyboard.type(text);
  }
}
