// What the page says of itself: publication, date, page. A field counts when it is left.
import { useState, type ReactNode } from 'react';
import type { ParsedPage } from '../../src-core/importing/format';
import { correct } from '../state/import-review';
import { useStrings } from '../strings/use-strings';
import { OtherReadings } from './OtherReadings';

/** Shows the fields. */
export function Metadata({ page }: { readonly page: ParsedPage }): ReactNode {
  const words = useStrings().review;
  const { publication = '', publicationDate = '', pageNumber = '', pageName = '' } = page;
  const state = (
    changes: Partial<Record<'publication' | 'date' | 'pageNumber' | 'pageName', string>>,
  ): void => {
    const next = { publication, date: publicationDate, pageNumber, pageName, ...changes };
    const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());
    correct({
      type: 'metadata',
      publication: orNull(next.publication),
      date: orNull(next.date),
      pageNumber: orNull(next.pageNumber),
      pageName: orNull(next.pageName),
    });
  };
  return (
    <div className="review-metadata">
      <Field
        key={`p${publication}`}
        label={words.publication}
        value={publication}
        onLeave={(value) => state({ publication: value })}
      >
        <OtherReadings
          label={words.publication}
          chosen={publication}
          readings={page.alternatives.publication}
          onChoose={(value) => state({ publication: value })}
        />
      </Field>
      <Field
        key={`d${publicationDate}`}
        label={words.date}
        type="date"
        value={publicationDate}
        onLeave={(value) => state({ date: value })}
      >
        <OtherReadings
          label={words.date}
          chosen={publicationDate}
          readings={page.alternatives.publicationDate}
          onChoose={(value) => state({ date: value })}
        />
      </Field>
      <Field
        key={`n${pageNumber}`}
        label={words.pageNumber}
        value={pageNumber}
        onLeave={(value) => state({ pageNumber: value })}
      />
      <Field
        key={`m${pageName}`}
        label={words.pageName}
        value={pageName}
        onLeave={(value) => state({ pageName: value })}
      />
    </div>
  );
}

function Field(props: {
  readonly label: string;
  readonly value: string;
  readonly type?: 'text' | 'date';
  readonly onLeave: (value: string) => void;
  readonly children?: ReactNode;
}): ReactNode {
  const { label, value, type = 'text', onLeave, children } = props;
  const [draft, setDraft] = useState(value);
  return (
    <div className="review-field">
      <label>
        <span>{label}</span>
        <input
          type={type}
          value={draft}
          maxLength={200}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={() => {
            if (draft !== value) onLeave(draft);
          }}
        />
      </label>
      {children}
    </div>
  );
}
