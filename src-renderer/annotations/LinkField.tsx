// The field in which a user looks for a mark to refer to 参见: by its words, among the marks of the open issue or of another.
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
import type { IssueId } from '../../src-core/publication/issue';
import { call } from '../bridge/bridge';
import { useDesk } from '../state/desk';
import { useLibrary } from '../state/library';
import { report } from '../state/notices';
import { useStrings } from '../strings/use-strings';
import { useIssueTitle } from '../library/issue-title';
import { addLink, addLinkElsewhere, linkable, linkableElsewhere } from './mark-links';
import { placedMarks } from './mark-ranges';
import { markTitle } from './mark-title';

const mostOffered = 6;

/** Shows the field; the chosen mark is referred to at once. */
export function LinkField(props: {
  readonly mark: Annotation;
  readonly field: RefObject<HTMLInputElement | null>;
}): ReactNode {
  const { mark, field } = props;
  const { desk } = useStrings();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(-1);
  const [hasFocus, setFocus] = useState(false);
  const [elsewhere, setElsewhere] = useState<IssueId | null>(null);
  const listId = useId();
  const here = useMarksHere(mark, typed, hasFocus && elsewhere === null);
  const there = useMarksOf(elsewhere);
  const offered =
    elsewhere === null ? here : hasFocus ? linkableElsewhere(mark, there ?? [], typed, mostOffered) : [];

  function take(other: Annotation | undefined): void {
    if (other === undefined) return;
    if (elsewhere === null) addLink(mark, other.annotationId);
    else addLinkElsewhere(mark, { issueId: elsewhere, annotationId: other.annotationId });
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
      <IssueChoice
        own={mark.issueId}
        value={elsewhere}
        onChoose={(issueId) => {
          setElsewhere(issueId);
          setChosen(-1);
          field.current?.focus();
        }}
      />
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
      {hasFocus && offered.length === 0 && (elsewhere === null || there !== null) && (
        <p className="muted">{desk.nothingToLink}</p>
      )}
    </div>
  );
}

/** Chooses in which issue to look; there is no choice where no other issue has marks. */
function IssueChoice(props: {
  readonly own: IssueId;
  readonly value: IssueId | null;
  readonly onChoose: (issueId: IssueId | null) => void;
}): ReactNode {
  const { own, value, onChoose } = props;
  const { desk } = useStrings();
  const issueTitle = useIssueTitle();
  const issues = useLibrary((state) => state.issues);
  const others = issues.filter(({ issueId, annotations }) => issueId !== own && annotations > 0);
  if (others.length === 0) return null;
  return (
    <select
      className="link-issue"
      aria-label={desk.linkIn}
      value={value ?? ''}
      onChange={(event) =>
        onChoose(others.find(({ issueId }) => issueId === event.target.value)?.issueId ?? null)
      }
    >
      <option value="">{desk.thisIssue}</option>
      {others.map((issue) => (
        <option key={issue.issueId} value={issue.issueId}>
          {issueTitle(issue)}
        </option>
      ))}
    </select>
  );
}

function useMarksHere(mark: Annotation, typed: string, isWanted: boolean): readonly Annotation[] {
  const { issue, annotations } = useDesk();
  return useMemo(
    () =>
      issue === null || !isWanted ? [] : linkable(mark, placedMarks(issue, annotations), typed, mostOffered),
    [issue, isWanted, mark, annotations, typed],
  );
}

/** The marks of an issue that does not lie open; null until they are read. */
function useMarksOf(issueId: IssueId | null): readonly Annotation[] | null {
  const [read, setRead] = useState<{
    readonly issueId: IssueId;
    readonly marks: readonly Annotation[];
  } | null>(null);
  useEffect(() => {
    if (issueId === null) return;
    let isWanted = true;
    void call('annotations.list', { issueId }).then((result) => {
      // An answer that comes after that of the issue chosen next would leave the field without marks.
      if (!isWanted) return;
      if (result.ok) setRead({ issueId, marks: result.value });
      else report(result.error);
    });
    return () => {
      isWanted = false;
    };
  }, [issueId]);
  return read !== null && read.issueId === issueId ? read.marks : null;
}
