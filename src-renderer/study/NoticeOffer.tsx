// The offer to make a study day of what the open issue announces: what was recognised, and a yes or no. Nothing is made
// without a yes; a no is for good.
import { BellRing } from 'lucide-react';
import type { ReactNode } from 'react';
import { acceptNotice, dismissNotice, offeredNotices, useStudy } from '../state/study';
import { useSettings } from '../state/settings';
import { useStrings } from '../strings/use-strings';

/** Shows the offers of the open issue; nothing where there is none. */
export function NoticeOffer(): ReactNode {
  const strings = useStrings();
  const { offer, ordinal: ordinalWords } = strings.study;
  const announced = useStudy((state) => state.announced);
  const dismissed = useSettings((state) => state.settings.dismissedNotices);
  if (announced === null) return null;
  return offeredNotices(announced, dismissed).map((notice) => (
    <section key={`${notice.articleId} ${notice.date}`} className="study-offer" aria-label={offer.label}>
      <h3>
        <BellRing size={14} aria-hidden="true" /> {offer.found}
      </h3>
      <dl>
        <Fact name={offer.date} value={strings.calendarDate(notice.date)} />
        <Fact
          name={offer.ordinal}
          value={notice.ordinal === undefined ? undefined : ordinalWords(notice.ordinal)}
        />
        <Fact name={offer.theme} value={notice.theme} />
        <Fact name={offer.place} value={notice.place} />
      </dl>
      <footer>
        <button
          type="button"
          className="text-button is-outlined"
          onClick={() => void acceptNotice(announced.issueId, notice)}
        >
          {offer.yes}
        </button>
        <button
          type="button"
          className="text-button"
          onClick={() => dismissNotice(announced.issueId, notice)}
        >
          {offer.no}
        </button>
      </footer>
    </section>
  ));
}

function Fact(props: { readonly name: string; readonly value: string | undefined }): ReactNode {
  if (props.value === undefined) return null;
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.value}</dd>
    </div>
  );
}
