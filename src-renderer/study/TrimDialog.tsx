// Cuts an excerpt out of its article anew: what is selected in the source becomes the passage. The mark it was taken from
// is not touched.
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { errorMessage } from '../../src-core/strings/error-messages';
import type { AppError } from '../../src-core/ipc/app-error';
import type { Excerpt } from '../../src-core/study/study-day';
import type { TextRange } from '../../src-core/text/offsets';
import { call } from '../bridge/bridge';
import { trimExcerpt } from '../state/study-materials';
import { useLanguage, useStrings } from '../strings/use-strings';
import { Dialog } from '../ui/Dialog';

type TrimDialogProps = {
  readonly excerpt: Excerpt;
  readonly passage: number;
  /** Where the passage stands now; null where it stands nowhere. */
  readonly range: TextRange | null;
  readonly onClose: () => void;
};

/** Shows the article with the passage selected. */
export function TrimDialog({ excerpt, passage, range, onClose }: TrimDialogProps): ReactNode {
  const { study, cancel } = useStrings();
  const language = useLanguage();
  const [text, setText] = useState<string | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [selected, setSelected] = useState(range === null ? 0 : range.end - range.start);
  const field = useRef<HTMLTextAreaElement>(null);
  const { issueId, articleId, materialId } = excerpt;

  useEffect(() => {
    void call('study.source', { issueId, articleId }).then((source) => {
      if (source.ok) setText(source.value.text);
      else setError(source.error);
    });
  }, [issueId, articleId]);
  useEffect(() => {
    const { current } = field;
    if (text === null || current === null) return;
    current.focus();
    if (range === null) return;
    // The engine scrolls to a caret that moves, not to a selection that is made.
    current.setSelectionRange(range.start, range.start);
    current.blur();
    current.focus();
    current.setSelectionRange(range.start, range.end);
  }, [text, range]);

  function take(): void {
    const { current } = field;
    if (text === null || current === null || current.selectionStart === current.selectionEnd) return;
    trimExcerpt(materialId, passage, text, { start: current.selectionStart, end: current.selectionEnd });
    onClose();
  }

  return (
    <Dialog title={study.trimTitle} onClose={onClose}>
      <p className="muted">{study.trimHint}</p>
      {error !== null && (
        <p className="failure" role="alert">
          {errorMessage(error, language)}
        </p>
      )}
      {text !== null && (
        <textarea
          ref={field}
          className="study-field trim-text"
          lang="zh-CN"
          rows={14}
          aria-label={study.trimText}
          value={text}
          readOnly
          onSelect={(event) =>
            setSelected(event.currentTarget.selectionEnd - event.currentTarget.selectionStart)
          }
        />
      )}
      <footer>
        <span className="count trim-count" role="status">
          {study.takeCount(selected)}
        </span>
        <button type="button" className="text-button is-outlined" onClick={onClose}>
          {cancel}
        </button>
        <button type="button" className="text-button is-primary" disabled={selected === 0} onClick={take}>
          {study.take}
        </button>
      </footer>
    </Dialog>
  );
}
