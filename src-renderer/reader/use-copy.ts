// Copying takes the words from the text itself, without the line breaks of the page.
import { isPageCovered } from '../ui/is-page-covered';
import { useEffect } from 'react';
import { quoteOf } from '../../src-core/annotation/passages';
import { useDesk, standingMark } from '../state/desk';
import { post } from '../state/notices';
import { selectedRange, useReader } from '../state/reader';

/** Answers the copy command while the page, and no text field, has the user's attention. */
export function useCopy(): void {
  useEffect(() => {
    const copy = (event: ClipboardEvent): void => {
      const text = isInField(document.activeElement) || isPageCovered() ? null : textToCopy();
      if (text === null || event.clipboardData === null) return;
      event.clipboardData.setData('text/plain', text);
      event.preventDefault();
      post({ kind: 'copied', characters: [...text].length });
    };
    // Tells the browser that there is something to copy although it selects nothing itself.
    const beforeCopy = (event: Event): void => {
      if (!isInField(document.activeElement) && textToCopy() !== null) event.preventDefault();
    };
    document.addEventListener('copy', copy);
    document.addEventListener('beforecopy', beforeCopy);
    return () => {
      document.removeEventListener('copy', copy);
      document.removeEventListener('beforecopy', beforeCopy);
    };
  }, []);
}

/** Copies what is selected. */
export function copySelection(): void {
  document.execCommand('copy');
}

function textToCopy(): string | null {
  const { selection, activeMark } = useReader.getState();
  const { issue, annotations } = useDesk.getState();
  const range = selectedRange(selection);
  if (range !== null) {
    const article = issue?.articles.find(({ articleId }) => articleId === selection?.articleId);
    return article?.text.slice(range.start, range.end) ?? null;
  }
  const mark = standingMark(annotations, activeMark);
  return mark === null ? null : quoteOf(mark);
}

function isInField(element: Element | null): boolean {
  return element !== null && element.matches('input, textarea');
}
