// The conditions of the collector.
import { Search } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { markColors } from '../../src-core/annotation/palette';
import { Segments } from '../settings/Segments';
import { useLibrary } from '../state/library';
import { narrow, useCollect, type CollectKind } from '../state/study-collect';
import { useStrings } from '../strings/use-strings';

const kinds: readonly CollectKind[] = ['marks', 'sentences'];

/** Shows the conditions. */
export function CollectFilters(): ReactNode {
  const { collector } = useStrings().study;
  const filter = useCollect((state) => state.filter);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <div className="collect-filters">
      <Segments
        label={collector.kind}
        value={filter.kind}
        options={kinds}
        words={collector.kinds}
        onChange={(kind) => narrow({ kind })}
      />
      <label className="search-field">
        <Search size={14} aria-hidden="true" />
        <input
          ref={field}
          type="search"
          value={filter.words}
          maxLength={200}
          placeholder={collector.wordsHint}
          aria-label={collector.words}
          onChange={(event) => narrow({ words: event.target.value })}
        />
      </label>
      {filter.kind === 'marks' && <MarkConditions />}
      <PaperConditions />
    </div>
  );
}

function MarkConditions(): ReactNode {
  const strings = useStrings();
  const { collector } = strings.study;
  const { filter, authors } = useCollect();
  const tags = useLibrary((state) => state.tags);
  return (
    <div className="collect-row">
      <Select
        label={collector.tag}
        value={filter.tag ?? ''}
        none={collector.anyTag}
        options={tags.map(({ tag }) => [tag, tag])}
        onChoose={(tag) => narrow({ tag: tag === '' ? null : tag })}
      />
      <Select
        label={collector.color}
        value={filter.color ?? ''}
        none={collector.anyColor}
        options={markColors.map((color) => [color, strings.colors[color]])}
        onChoose={(name) => narrow({ color: markColors.find((color) => color === name) ?? null })}
      />
      <Select
        label={collector.author}
        value={filter.author === null ? '' : `=${filter.author}`}
        none={collector.anyAuthor}
        // A name may be empty, and is told by a sign before it.
        options={authors.map((author) => [`=${author}`, author === '' ? collector.noAuthor : author])}
        onChoose={(name) => narrow({ author: name === '' ? null : name.slice(1) })}
      />
    </div>
  );
}

function PaperConditions(): ReactNode {
  const strings = useStrings();
  const { collector } = strings.study;
  const filter = useCollect((state) => state.filter);
  const issues = useLibrary((state) => state.issues);
  return (
    <div className="collect-row">
      <Select
        label={collector.issue}
        value={filter.issueId ?? ''}
        none={collector.anyIssue}
        options={issues.map(({ issueId, title, date }) => [
          issueId,
          [date === undefined ? undefined : strings.calendarDate(date), title]
            .filter((part) => part !== undefined)
            .join(' '),
        ])}
        onChoose={(chosen) =>
          narrow({ issueId: issues.find(({ issueId }) => issueId === chosen)?.issueId ?? null })
        }
      />
      <DateField label={collector.from} value={filter.from} onChange={(from) => narrow({ from })} />
      <DateField label={collector.to} value={filter.to} onChange={(to) => narrow({ to })} />
    </div>
  );
}

function DateField(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (date: string) => void;
}): ReactNode {
  const { label, value, onChange } = props;
  return (
    <label className="collect-field">
      <span>{label}</span>
      <input
        className="study-field"
        type="date"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}

function Select(props: {
  readonly label: string;
  readonly value: string;
  readonly none: string;
  readonly options: readonly (readonly [value: string, name: string])[];
  readonly onChoose: (value: string) => void;
}): ReactNode {
  const { label, value, none, options, onChoose } = props;
  return (
    <label className="collect-field">
      <span>{label}</span>
      <select className="study-field" value={value} onChange={(event) => onChoose(event.target.value)}>
        <option value="">{none}</option>
        {options.map(([option, name]) => (
          <option key={option} value={option}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
