// Pages that come without a command: dropped onto the window, or pasted where nobody is typing.
import { isPageCovered } from '../ui/is-page-covered';
import { listen } from '../bridge/bridge';
import { importChosen, importText, showDrag } from '../state/importing';
import { useDialogs } from '../state/dialogs';

/** Listens for dropped files and pasted text; the returned function stops listening. */
export function takePagesIn(): () => void {
  const controller = new AbortController();
  const options = { signal: controller.signal };
  const drag = (event: DragEvent): void => {
    const isOver =
      event.dataTransfer?.types.includes('Files') === true && useDialogs.getState().open === null;
    if (isOver) showDrag(true);
  };
  const leave = (event: DragEvent): void => {
    // Leaving one element for another names the other; leaving the window names none.
    if (event.relatedTarget === null) showDrag(false);
  };
  window.addEventListener('dragenter', drag, options);
  window.addEventListener('dragleave', leave, options);
  window.addEventListener('drop', () => showDrag(false), options);
  window.addEventListener('paste', paste, options);
  const release = listen('files.dropped', (dropped) => void importChosen(dropped));
  return () => {
    controller.abort();
    release();
  };
}

function paste(event: ClipboardEvent): void {
  const { target } = event;
  const isTyping =
    target instanceof HTMLElement && target.matches('input, textarea, [contenteditable="true"]');
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (isTyping || text === '' || isPageCovered() || document.querySelector('dialog[open]') !== null) return;
  event.preventDefault();
  void importText(text);
}
