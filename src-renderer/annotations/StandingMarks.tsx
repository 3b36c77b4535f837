// The marks that stand, ordered and narrowed down as one likes, and what can be done to several of them at once.
import { ListChecks, Search, X } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import type { Issue } from '../../src-core/publication/issue';
import { chooseMarks, useMarkList } from '../state/mark-list';
import { closeCard, pickMark, showPlace, takeCaretTo, useReader } from '../state/reader';
import { holdMarks, letMarksGo } from '../state/study-adding';
import { useStrings } from '../strings/use-strings';
import { MarkDropTarget } from '../study/MarkDropTarget';
import { Hint } from '../ui/CommandButton';
import { BulkBar } from './BulkBar';
import { FilterMenus } from './FilterMenus';
import { MarkEntry } from './MarkEntry';
import { MarkList } from './MarkList';
import { filterMarks, isFiltering, noFilter, type MarkFilter } from './filter-marks';
import { removeMarks } from './mark-actions';
import type { PlacedMarks } from './mark-ranges';
import { sortMarks } from './sort-marks';

type StandingMarksProps = { readonly issue: Issue; readonly marks: PlacedMarks };

const drawing = { hold: holdMarks, letGo: letMarksGo };

/** The card that opens as a mark is pressed, while the focus stays in the list. */
function closeOpenCard(): boolean {
  const { isCardOpen } = useReader.getState();
  if (isCardOpen) closeCard();
  return isCardOpen;
}

/** Shows the marks that stand. */
export function StandingMarks({ marks }: StandingMarksProps): ReactNode {
  const strings = useStrings();
  const { filter, order, hiddenAuthors, chosen } = useMarkList();
  const activeMark = useReader((state) => state.activeMark);
  const { placed } = marks;
  const visible = useMemo(
    () => (hiddenAuthors.size === 0 ? placed : placed.filter(({ mark }) => !hiddenAuthors.has(mark.author))),
    [placed, hiddenAuthors],
  );
  const shown = useMemo(() => sortMarks(filterMarks(visible, filter), order), [visible, filter, order]);
  const listed = useMemo(() => shown.map(({ mark }) => mark), [shown]);
  const chosenMarks = useMemo(
    () =>
      chosen.size === 0
        ? []
        : placed.filter(({ mark }) => chosen.has(mark.annotationId)).map(({ mark }) => mark),
    [placed, chosen],
  );

  function setFilter(next: MarkFilter): void {
    useMarkList.setState({ filter: next });
  }

  return (
    <>
      {placed.length > 0 && (
        <div className="filters">
          <label className="search-field">
            <Search size={14} aria-hidden="true" />
            <input
              type="search"
              value={filter.text}
              placeholder={strings.marks.search}
              aria-label={strings.marks.search}
              onChange={(event) => setFilter({ ...filter, text: event.target.value })}
            />
          </label>
          {isFiltering(filter) && (
            <button
              type="button"
              className="icon-button"
              aria-label={strings.marks.clearFilter}
              onClick={() => setFilter(noFilter)}
            >
              <X size={16} aria-hidden="true" />
            </button>
          )}
        </div>
      )}
      {placed.length > 0 && (
        <div className="filters">
          <span className="count" role="status">
            {isFiltering(filter)
              ? strings.marks.countOf(shown.length, placed.length)
              : strings.marks.count(placed.length)}
          </span>
          <FilterMenus filter={filter} marks={placed} onChange={setFilter} />
          <Hint label={strings.desk.chooseAll}>
            <button
              type="button"
              className="icon-button"
              aria-label={strings.desk.chooseAll}
              onClick={() => chooseMarks(listed.map(({ annotationId }) => annotationId))}
            >
              <ListChecks size={16} aria-hidden="true" />
            </button>
          </Hint>
        </div>
      )}
      {visible.length < placed.length && (
        <p className="empty">{strings.desk.hiddenCount(placed.length - visible.length)}</p>
      )}
      {placed.length === 0 && <p className="empty">{strings.marks.empty}</p>}
      {visible.length > 0 && shown.length === 0 && <p className="empty">{strings.marks.noneFit}</p>}
      {chosenMarks.length > 0 && <BulkBar marks={chosenMarks} />}
      {shown.length > 0 && (
        <MarkList
          label={strings.marks.list}
          marks={listed}
          active={activeMark}
          onGo={(mark, how) => {
            const range = placed.find((other) => other.mark === mark)?.range;
            pickMark(mark.annotationId, how === 'press');
            if (range === undefined) return;
            takeCaretTo({ articleId: mark.articleId, offset: range.start });
            showPlace({ articleId: mark.articleId, offset: range.start }, range);
          }}
          onEnter={(mark) => pickMark(mark.annotationId, true, 'note')}
          onLeave={closeOpenCard}
          onDelete={removeMarks}
          drawing={drawing}
        >
          {(mark) => <MarkEntry mark={mark} />}
        </MarkList>
      )}
      <MarkDropTarget />
    </>
  );
}
