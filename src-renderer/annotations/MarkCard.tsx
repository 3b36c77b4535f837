// A mark's card: its colour and style, its note, its tags. Whatever is changed here shows on the page at once.
import { ChevronRight, Eye, Link, Pencil, Trash2, X } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import type { Annotation } from '../../src-core/annotation/annotation';
import type { Box } from '../reader/place-beside';
import { focusPage } from '../reader/zones';
import { useDesk } from '../state/desk';
import { closeCard, pickMark, useReader } from '../state/reader';
import { useStrings } from '../strings/use-strings';
import { Beside } from '../ui/Beside';
import { Hint } from '../ui/CommandButton';
import { NoteView } from './NoteView';
import { ColorChoice, StyleChoice } from './Swatches';
import { MarkLinks } from './MarkLinks';
import { MarkPassages } from './MarkPassages';
import { TagField } from './TagField';
import { shortcutOf } from '../commands/run-command';
import { markTitle } from './mark-title';
import { changeMark, removeMark } from './mark-actions';
import type { PlacedMark } from './mark-ranges';
import { useNoteDraft, type NoteDraft } from './use-note-draft';

type MarkCardProps = {
  readonly mark: Annotation;
  readonly boxes: () => readonly Box[];
  readonly scroller: RefObject<HTMLElement | null>;
  /** The marks that share some of its text, itself among them. */
  readonly overlaps: readonly PlacedMark[];
};

/** Shows the card beside its mark. */
export function MarkCard({ mark, boxes, scroller, overlaps }: MarkCardProps): ReactNode {
  const strings = useStrings();
  const draft = useNoteDraft(mark);
  const cardFocus = useReader((state) => state.cardFocus);
  const noteField = useRef<HTMLTextAreaElement>(null);
  const tagField = useRef<HTMLInputElement>(null);
  const linkField = useRef<HTMLInputElement>(null);
  const [isReading, setReading] = useState(false);
  const [isLinking, setLinking] = useState(false);
  useEffect(() => {
    if (cardFocus === 'note') noteField.current?.focus();
    else if (cardFocus === 'tags') tagField.current?.focus();
    else if (cardFocus === 'links') linkField.current?.focus();
  }, [cardFocus]);

  function leave(): void {
    draft.save();
    closeCard();
    focusPage();
  }

  function pressKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    leave();
  }

  return (
    <Beside boxes={boxes} scroller={scroller} className="floating mark-card-place">
      <section className="mark-card" role="dialog" aria-label={strings.card.label} onKeyDown={pressKey}>
        <header>
          <ColorChoice value={mark.color} onChoose={(color) => changeMark(mark.annotationId, { color })} />
          <button type="button" className="icon-button" aria-label={strings.close} onClick={leave}>
            <X size={16} aria-hidden="true" />
          </button>
        </header>
        {mark.scope === undefined ? (
          <StyleChoice value={mark.style} onChoose={(style) => changeMark(mark.annotationId, { style })} />
        ) : (
          <p className="whole-title">{markTitle({ ...mark, note: '' }, strings.desk)}</p>
        )}
        <MarkPassages mark={mark} />
        {isReading ? (
          <NoteView note={draft.text} />
        ) : (
          <NoteField draft={draft} field={noteField} onLeave={leave} />
        )}
        <TagField
          tags={mark.tags}
          field={tagField}
          onChange={(tags) => changeMark(mark.annotationId, { tags: [...tags] })}
        />
        <MarkLinks mark={mark} field={linkField} isAsked={cardFocus === 'links' || isLinking} />
        <footer>
          <SaveState isDirty={draft.isDirty} />
          <Overlaps mark={mark} overlaps={overlaps} />
          <Hint label={strings.desk.addLink} shortcut={shortcutOf('mark.link')}>
            <button
              type="button"
              className="icon-button"
              aria-label={strings.desk.addLink}
              aria-pressed={isLinking}
              onClick={() => setLinking(!isLinking)}
            >
              <Link size={16} aria-hidden="true" />
            </button>
          </Hint>
          {draft.text.trim() !== '' && (
            <ReadingButton isReading={isReading} onPress={() => setReading(!isReading)} />
          )}
          <Hint label={strings.card.delete}>
            <button
              type="button"
              className="icon-button"
              aria-label={strings.card.delete}
              onClick={() => {
                removeMark(mark.annotationId);
                focusPage();
              }}
            >
              <Trash2 size={16} aria-hidden="true" />
            </button>
          </Hint>
        </footer>
      </section>
    </Beside>
  );
}

function ReadingButton(props: { readonly isReading: boolean; readonly onPress: () => void }): ReactNode {
  const { desk } = useStrings();
  const label = props.isReading ? desk.write : desk.preview;
  const Icon = props.isReading ? Pencil : Eye;
  return (
    <Hint label={label}>
      <button type="button" className="icon-button" aria-label={label} onClick={props.onPress}>
        <Icon size={16} aria-hidden="true" />
      </button>
    </Hint>
  );
}

function NoteField(props: {
  readonly draft: NoteDraft;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly onLeave: () => void;
}): ReactNode {
  const { draft, field, onLeave } = props;
  const strings = useStrings();
  return (
    <textarea
      ref={field}
      className="note-field"
      rows={4}
      value={draft.text}
      placeholder={strings.card.notePlaceholder}
      aria-label={strings.card.note}
      onChange={(event) => draft.write(event.target.value)}
      onBlur={draft.save}
      onCompositionStart={() => draft.setComposing(true)}
      onCompositionEnd={() => draft.setComposing(false)}
      onKeyDown={(event) => {
        const { nativeEvent } = event;
        if (nativeEvent.isComposing || nativeEvent.keyCode === 229) return;
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          onLeave();
        }
      }}
    />
  );
}

function SaveState({ isDirty }: { readonly isDirty: boolean }): ReactNode {
  const strings = useStrings();
  const { letters, refusal } = useDesk((state) => state.outgoing);
  const { card } = strings;
  const words =
    refusal !== null ? card.unsaved : letters.length > 0 ? card.saving : isDirty ? card.waiting : card.saved;
  return (
    <span className={refusal === null ? 'save-state' : 'save-state is-refused'} role="status">
      {words}
    </span>
  );
}

/** Leads from mark to mark where several share their text. */
function Overlaps(props: { readonly mark: Annotation; readonly overlaps: readonly PlacedMark[] }): ReactNode {
  const { mark, overlaps } = props;
  const strings = useStrings();
  const position = overlaps.findIndex((other) => other.mark.annotationId === mark.annotationId);
  const next = overlaps[(position + 1) % overlaps.length];
  if (overlaps.length < 2 || next === undefined) return null;
  return (
    <Hint label={strings.card.next}>
      <button
        type="button"
        className="text-button"
        aria-label={strings.card.overlap(position + 1, overlaps.length)}
        onClick={() => pickMark(next.mark.annotationId, true)}
      >
        {position + 1}/{overlaps.length}
        <ChevronRight size={14} aria-hidden="true" />
      </button>
    </Hint>
  );
}
