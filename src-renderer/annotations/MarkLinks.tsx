// 参见: the marks that a mark refers to and those that refer to it, and a field to find another one by its words.
import { ArrowLeft, ArrowRight, X } from 'lucide-react';
import {
  useEffect,
  useId,
  useMemo,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import type { Annotation } from '../../src-core/annotation/annotation';
import { readTrash, useDesk } from '../state/desk';
import { useStrings } from '../strings/use-strings';
import { addLink, goToMark, linkable, linksOf, removeLink, type MarkLink } from './mark-links';
import { placedMarks } from './mark-ranges';
import { markTitle } from './mark-title';

type MarkLinksProps = {
  readonly mark: Annotation;
  readonly field: RefObject<HTMLInputElement | null>;
  /** Whether the field to add a link is there even while there is none. */
  readonly isAsked: boolean;
};

/** Draws the links of a mark; nothing where there are none and none is asked for. */
export function MarkLinks({ mark, field, isAsked }: MarkLinksProps): ReactNode {
  const { desk } = useStrings();
  const annotations = useDesk((state) => state.annotations);
  const links = useMemo(() => linksOf(mark, annotations), [mark, annotations]);
  const isUnknown = links.some((link) => link.mark === null);
  useEffect(() => {
    if (isUnknown) void readTrash(mark.issueId);
  }, [isUnknown, mark.issueId]);
  if (links.length === 0 && !isAsked) return null;
  return (
    <div className="mark-links" role="group" aria-label={desk.links}>
      {links.length > 0 && (
        <ul>
          {links.map((link) => (
            <LinkRow key={`${link.goes} ${link.annotationId}`} mark={mark} link={link} />
          ))}
        </ul>
      )}
      {isAsked && <LinkField mark={mark} field={field} />}
    </div>
  );
}

function LinkRow({ mark, link }: { readonly mark: Annotation; readonly link: MarkLink }): ReactNode {
  const { desk } = useStrings();
  const Icon = link.goes === 'out' ? ArrowRight : ArrowLeft;
  const isGone = link.mark === null || link.mark.removed !== undefined;
  const title = link.mark === null ? '' : markTitle(link.mark, desk);
  return (
    <li className="link-row">
      <Icon size={14} aria-hidden="true" />
      {isGone ? (
        <span className="muted">{desk.linkGone(title)}</span>
      ) : (
        <button
          type="button"
          className="place-link"
          aria-label={link.goes === 'out' ? desk.goToLink(title) : desk.goToLinking(title)}
          onClick={() => goToMark(link.annotationId)}
        >
          {title}
        </button>
      )}
      <button
        type="button"
        className="small-button"
        aria-label={desk.removeLink(title)}
        onClick={() => removeLink(mark, link)}
      >
        <X size={12} aria-hidden="true" />
      </button>
    </li>
  );
}

const mostOffered = 6;

function LinkField({ mark, field }: Pick<MarkLinksProps, 'mark' | 'field'>): ReactNode {
  const { desk } = useStrings();
  const { issue, annotations } = useDesk();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(-1);
  const [hasFocus, setFocus] = useState(false);
  const listId = useId();
  const offered = useMemo(
    () =>
      issue === null || !hasFocus ? [] : linkable(mark, placedMarks(issue, annotations), typed, mostOffered),
    [issue, hasFocus, mark, annotations, typed],
  );

  function take(other: Annotation | undefined): void {
    if (other === undefined) return;
    addLink(mark, other.annotationId);
    setTyped('');
    setChosen(-1);
  }

  function pressKey(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return;
    const count = Math.max(1, offered.length);
    if (event.key === 'ArrowDown') setChosen((chosen + 1) % count);
    else if (event.key === 'ArrowUp') setChosen((Math.max(0, chosen) - 1 + count) % count);
    else if (event.key === 'Enter') take(offered[Math.max(0, chosen)]);
    else if (event.key === 'Escape' && typed !== '') {
      setTyped('');
      event.stopPropagation();
    } else return;
    event.preventDefault();
  }

  return (
    <div className="tag-field">
      <div className="tag-row">
        <input
          ref={field}
          autoFocus
          value={typed}
          placeholder={desk.addLink}
          aria-label={desk.addLink}
          role="combobox"
          aria-expanded={offered.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          {...(chosen >= 0 ? { 'aria-activedescendant': `${listId}-${chosen}` } : {})}
          onChange={(event) => {
            setTyped(event.target.value);
            setChosen(-1);
          }}
          onKeyDown={pressKey}
          onFocus={() => setFocus(true)}
          onBlur={() => setFocus(false)}
        />
      </div>
      <ul id={listId} role="listbox" aria-label={desk.linkable} hidden={offered.length === 0}>
        {offered.map((other, at) => (
          <li
            key={other.annotationId}
            id={`${listId}-${at}`}
            role="option"
            aria-selected={at === chosen}
            // The field keeps the focus while one chooses with the pointer.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(other)}
          >
            {markTitle(other, desk)}
          </li>
        ))}
      </ul>
      {hasFocus && offered.length === 0 && <p className="muted">{desk.nothingToLink}</p>}
    </div>
  );
}
