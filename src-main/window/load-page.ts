import type { BrowserWindow } from 'electron';

/** Loads a page into a window. A window that is closed meanwhile, or that starts the page anew, has not failed. */
export async function loadPage(window: BrowserWindow, url: string): Promise<void> {
  let isClosing = false;
  window.once('close', () => {
    isClosing = true;
  });
  try {
    await window.loadURL(url);
  } catch (error) {
    const isReplaced = error instanceof Error && 'code' in error && error.code === 'ERR_ABORTED';
    if (!isClosing && !isReplaced) throw error;
  }
}
