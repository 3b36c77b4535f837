// The rows between the bar and the page that tell what needs the user: a failure, edits that could not be saved,
// something that was mended. They make room for themselves rather than cover the text.
import { CircleCheck, TriangleAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { openRemovedMarks } from './annotations/go-to-mark';
import { errorMessage } from '../src-core/strings/error-messages';
import { noticeMessage } from '../src-core/strings/notice-messages';
import { discardRefused, retryRefused, useDesk } from './state/desk';
import { revealFile } from './state/exporting';
import { dismiss, useNotices, type Notice } from './state/notices';
import { useLanguage, useStrings } from './strings/use-strings';

/** Shows the rows; nothing while there is nothing to tell. */
export function Notices(): ReactNode {
  const strings = useStrings();
  const notices = useNotices((state) => state.notices);
  return (
    <div className="notices" role="log" aria-label={strings.notices.label}>
      <Refused />
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
      return (
        <>
          <TriangleAlert size={16} aria-hidden="true" />
          <p>{errorMessage(notice.error, language)}</p>
        </>
      );
    case 'library':
      return (
        <>
          <TriangleAlert size={16} aria-hidden="true" />
          <p>{noticeMessage(notice.notice, language)}</p>
        </>
      );
    case 'waiting':
      return (
        <>
          <TriangleAlert size={16} aria-hidden="true" />
          <p>{strings.review.waiting(notice.count)}</p>
        </>
      );
    case 'exported':
      return (
        <>
          <CircleCheck size={16} aria-hidden="true" />
          <p>{strings.notices.exported(notice.file, notice.pages)}</p>
          <button
            type="button"
            className="text-button is-outlined"
            onClick={() => void revealFile(notice.token)}
          >
            {strings.notices.reveal}
          </button>
        </>
      );
    case 'written':
      return (
        <>
          <CircleCheck size={16} aria-hidden="true" />
          <p>{strings.study.calendarWritten(notice.file)}</p>
          <button
            type="button"
            className="text-button is-outlined"
            onClick={() => void revealFile(notice.token)}
          >
            {strings.notices.reveal}
          </button>
        </>
      );
    case 'study-added':
      return (
        <>
          <CircleCheck size={16} aria-hidden="true" />
          <p>{strings.study.adding.added(notice.count, notice.day)}</p>
        </>
      );
    case 'study-removed':
      return (
        <>
          <CircleCheck size={16} aria-hidden="true" />
          <p>{strings.study.removedNow}</p>
        </>
      );
    case 'font-gone':
    case 'font-replaced':
      return (
        <>
          <TriangleAlert size={16} aria-hidden="true" />
          <p>
            {notice.kind === 'font-gone'
              ? strings.type.fontGone(notice.family)
              : strings.type.fontReplaced(notice.family)}
          </p>
        </>
      );
    case 'kept':
      return (
        <>
          <CircleCheck size={16} aria-hidden="true" />
          <p>{strings.desk.keptFromBefore(notice.count)}</p>
        </>
      );
    case 'link-failed':
      return (
        <>
          <TriangleAlert size={16} aria-hidden="true" />
          <p>{strings.desk.linkFailed(notice.title, errorMessage(notice.error, language))}</p>
        </>
      );
    case 'link-gone':
      return (
        <>
          <TriangleAlert size={16} aria-hidden="true" />
          <p>{strings.desk.linkedMarkGone(notice.title)}</p>
          <button
            type="button"
            className="text-button is-outlined"
            onClick={() => void openRemovedMarks(notice.issueId)}
          >
            {strings.desk.showRemovedThere}
          </button>
        </>
      );
    case 'link-without-place':
      return (
        <>
          <TriangleAlert size={16} aria-hidden="true" />
          <p>{strings.desk.linkedMarkWaits}</p>
        </>
      );
    case 'copied':
      return null;
  }
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
        {strings.refused.kept}
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
