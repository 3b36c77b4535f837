// What the page says of itself: publication, date, page; how sure each is and why. A field counts when it is left.
import { useState, type ReactNode } from 'react';
import type { ParsedPage, Readings } from '../../src-core/importing/format';
import { correct, useReview } from '../state/import-review';
import { useStrings } from '../strings/use-strings';
import { OtherReadings } from './OtherReadings';
import { Sureness } from './Sureness';

const fields = ['publication', 'publicationDate', 'pageNumber', 'pageName'] as const;
type FieldName = keyof Readings & (typeof fields)[number];

/** Shows the fields. */
export function Metadata({ page }: { readonly page: ParsedPage }): ReactNode {
  const strings = useStrings();
  const recognised = useReview((state) => state.review?.page);
  const words = strings.review;
  const labels: Readonly<Record<FieldName, string>> = {
    publication: words.publication,
    publicationDate: words.date,
    pageNumber: words.pageNumber,
    pageName: words.pageName,
  };
  return (
    <div className="review-metadata">
      {fields.map((name) => {
        const value = page[name] ?? '';
        const readings = page.alternatives[name];
        const label = labels[name];
        const choose = (chosen: string): void => state(page, name, chosen);
        return (
          <Field
            key={`${name} ${value}`}
            label={label}
            type={name === 'publicationDate' ? 'date' : 'text'}
            value={value}
            onLeave={choose}
          >
            <Sureness
              label={label}
              value={value}
              readings={readings}
              isRecognised={value === (recognised?.[name] ?? '')}
            />
            <OtherReadings label={label} chosen={value} readings={readings} onChoose={choose} />
          </Field>
        );
      })}
    </div>
  );
}

/** Says what one field is; the others stay as they are. */
function state(page: ParsedPage, name: FieldName, value: string): void {
  const orNull = (field: FieldName): string | null => {
    const text = (field === name ? value : (page[field] ?? '')).trim();
    return text === '' ? null : text;
  };
  correct({
    type: 'metadata',
    publication: orNull('publication'),
    date: orNull('publicationDate'),
    pageNumber: orNull('pageNumber'),
    pageName: orNull('pageName'),
  });
}

function Field(props: {
  readonly label: string;
  readonly value: string;
  readonly type: 'text' | 'date';
  readonly onLeave: (value: string) => void;
  readonly children: ReactNode;
}): ReactNode {
  const { label, value, type, onLeave, children } = props;
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
