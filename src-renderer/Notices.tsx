// The rows between the bar and the page that tell what needs the user: a failure, edits that could not be saved,
// something that was mended. They make room for themselves rather than cover the text.
import { CircleCheck, TriangleAlert, X } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { openRemovedMarks } from './annotations/go-to-mark';
import { errorMessage } from '../src-core/strings/error-messages';
import { noticeMessage } from '../src-core/strings/notice-messages';
import { openLibraryDialog } from './library/library-place';
import { isTrouble, outcomeWords } from './library/outcome-words';
import { focusPage } from './reader/zones';
import { discardRefused, retryRefused, useDesk } from './state/desk';
import { revealFile } from './state/exporting';
import { restoreAndOpen, restoreIssues } from './state/issue-trash';
import { dismiss, useNotices, type Notice } from './state/notices';
import { mayPass } from './state/save-again';
import { useLanguage, useStrings } from './strings/use-strings';
import { useFocusKept } from './ui/use-focus-kept';

/** Shows the rows; nothing while there is nothing to tell. */
export function Notices(): ReactNode {
  const strings = useStrings();
  const notices = useNotices((state) => state.notices);
  const isRefused = useDesk((state) => state.outgoing.refusal !== null);
  const element = useRef<HTMLDivElement>(null);
  // The next row has the focus of one that goes, or the page.
  useFocusKept(element, [notices, isRefused], () => {
    const next = element.current?.querySelector('button') ?? null;
    if (next === null) focusPage();
    else next.focus();
  });
  return (
    <div ref={element} className="notices" role="log" aria-label={strings.notices.label}>
      {isRefused && <Refused />}
      {notices
        .filter(({ notice }) => notice.kind !== 'copied')
        .map(({ id, notice }) => (
          <div
            key={id}
            className={`notice is-${notice.kind}`}
            role={notice.kind === 'failure' ? 'alert' : 'status'}
          >
            <NoticeWords notice={notice} />
            <button
              type="button"
              className="icon-button"
              aria-label={strings.dismiss}
              onClick={() => dismiss(id)}
            >
              <X size={16} aria-hidden="true" />
            </button>
          </div>
        ))}
    </div>
  );
}

function NoticeWords({ notice }: { readonly notice: Notice }): ReactNode {
  const strings = useStrings();
  const language = useLanguage();
  switch (notice.kind) {
    case 'failure':
      return <Words isTrouble>{errorMessage(notice.error, language)}</Words>;
    case 'library':
      return (
        <>
          <Words isTrouble>{noticeMessage(notice.notice, language)}</Words>
          {notice.notice.code === 'problem-found' && (
            <Action label={strings.library.title} onClick={openLibraryDialog} />
          )}
        </>
      );
    case 'library-done':
      return (
        <>
          <Words isTrouble={isTrouble(notice.outcome)}>
            {outcomeWords(notice.outcome, strings.library, language)}
          </Words>
          <Action label={strings.library.title} onClick={openLibraryDialog} />
        </>
      );
    case 'waiting':
      return <Words isTrouble>{strings.review.waiting(notice.count)}</Words>;
    case 'exported':
      return (
        <>
          <Words>{strings.notices.exported(notice.file, notice.pages)}</Words>
          <Action label={strings.notices.reveal} onClick={() => void revealFile(notice.token)} />
        </>
      );
    case 'written':
      return (
        <>
          <Words>{strings.study.calendarWritten(notice.file)}</Words>
          <Action label={strings.notices.reveal} onClick={() => void revealFile(notice.token)} />
        </>
      );
    case 'study-added':
      return <Words>{strings.study.adding.added(notice.count, notice.day)}</Words>;
    case 'study-removed':
      return <Words>{strings.study.removedNow}</Words>;
    case 'font-gone':
      return <Words isTrouble>{strings.type.fontGone(notice.family)}</Words>;
    case 'font-replaced':
      return <Words isTrouble>{strings.type.fontReplaced(notice.family)}</Words>;
    case 'kept':
      return <Words>{strings.desk.keptFromBefore(notice.count)}</Words>;
    case 'link-failed':
      return (
        <Words isTrouble>{strings.desk.linkFailed(notice.title, errorMessage(notice.error, language))}</Words>
      );
    case 'link-gone':
      return (
        <>
          <Words isTrouble>{strings.desk.linkedMarkGone(notice.title)}</Words>
          <Action
            label={strings.desk.showRemovedThere}
            onClick={() => void openRemovedMarks(notice.issueId)}
          />
        </>
      );
    case 'link-without-place':
      return <Words isTrouble>{strings.desk.linkedMarkWaits}</Words>;
    case 'issue-trashed':
      return (
        <>
          <Words>{strings.trash.moved(notice.title, notice.marks)}</Words>
          <Action
            label={strings.trash.undo}
            onClick={() =>
              void (notice.wasOpen ? restoreAndOpen(notice.issueId) : restoreIssues([notice.issueId]))
            }
          />
        </>
      );
    case 'issue-in-trash':
      return (
        <>
          <Words isTrouble>
            {notice.wasOpen ? strings.trash.left(notice.title) : strings.trash.inTrash(notice.title)}
          </Words>
          <Action label={strings.trash.restoreAndOpen} onClick={() => void restoreAndOpen(notice.issueId)} />
        </>
      );
    case 'copied':
      return null;
  }
}

type WordsProps = { readonly isTrouble?: boolean; readonly children: string };

function Words({ isTrouble = false, children }: WordsProps): ReactNode {
  const Sign = isTrouble ? TriangleAlert : CircleCheck;
  return (
    <>
      <Sign size={16} aria-hidden="true" />
      <p>{children}</p>
    </>
  );
}

type ActionProps = { readonly label: string; readonly onClick: () => void };

function Action({ label, onClick }: ActionProps): ReactNode {
  return (
    <button type="button" className="text-button is-outlined" onClick={onClick}>
      {label}
    </button>
  );
}

/** Edits that the library refused: they wait here until the user has decided. */
function Refused(): ReactNode {
  const strings = useStrings();
  const language = useLanguage();
  const { letters, refusal } = useDesk((state) => state.outgoing);
  if (refusal === null) return null;
  return (
    <div className="notice is-failure" role="alert">
      <TriangleAlert size={16} aria-hidden="true" />
      <p>
        <strong>{strings.refused.title(letters.length)}</strong> {errorMessage(refusal, language)}{' '}
        {mayPass(refusal) ? strings.refused.keptUntil : strings.refused.kept}
      </p>
      <button type="button" className="text-button is-primary" onClick={retryRefused}>
        {strings.refused.retry}
      </button>
      <button type="button" className="text-button is-outlined" onClick={() => void discardRefused()}>
        {strings.refused.discard}
      </button>
    </div>
  );
}
