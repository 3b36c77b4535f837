// A note while it is written. What is typed is kept here until it is saved: by leaving the field, by Ctrl+Enter, by a
// rest in typing, or when the card goes away. While an input method is composing nothing is saved.
import { useEffect, useRef, useState } from 'react';
import type { Annotation } from '../../src-core/annotation/annotation';
import { createRest } from '../state/rest';
import { changeNote } from './mark-actions';

export type NoteDraft = {
  readonly text: string;
  /** True while what is typed has not been saved. */
  readonly isDirty: boolean;
  readonly write: (text: string) => void;
  readonly save: () => void;
  readonly setComposing: (isComposing: boolean) => void;
};

const restMilliseconds = 2000;

/** Keeps the draft of a mark's note. */
export function useNoteDraft(mark: Annotation): NoteDraft {
  const { annotationId } = mark;
  const [draft, setDraft] = useState<string | null>(null);
  const latest = useRef<string | null>(null);
  const isComposing = useRef(false);
  const [rest] = useState(() => createRest(restMilliseconds));

  function save(): void {
    rest.cancel();
    if (latest.current === null || isComposing.current) return;
    changeNote(annotationId, latest.current);
    latest.current = null;
    setDraft(null);
  }

  function write(text: string): void {
    latest.current = text;
    setDraft(text);
    rest.then(save);
  }

  // The card goes away with its mark, the window when it is closed: what is written goes with neither.
  useEffect(() => {
    const keep = (): void => {
      rest.cancel();
      if (latest.current !== null) changeNote(annotationId, latest.current);
      latest.current = null;
    };
    // Before what the window shows is taken: it must not be taken with a note that is about to change.
    window.addEventListener('pagehide', keep, true);
    return () => {
      window.removeEventListener('pagehide', keep, true);
      keep();
    };
  }, [annotationId, rest]);

  return {
    text: draft ?? mark.note,
    isDirty: draft !== null && draft !== mark.note,
    write,
    save,
    setComposing: (composing) => {
      isComposing.current = composing;
    },
  };
}
