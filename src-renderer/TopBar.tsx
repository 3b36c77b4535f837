// The thin bar over the page: where one is, and the few tools.
import {
  ALargeSmall,
  ArrowLeft,
  ArrowRight,
  CalendarDays,
  Columns2,
  FileDown,
  PanelLeft,
  PanelRight,
  Redo2,
  Square,
  Tally3,
  TextAlignJustify,
  Undo2,
  Volume2,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { articleTitle } from '../src-core/publication/article-text';
import { FindBar } from './find/FindBar';
import { SettingsMenu } from './settings/SettingsMenu';
import { ViewSwitch } from './settings/ViewSwitch';
import { ViewMenu } from './settings/ViewMenu';
import { useDesk } from './state/desk';
import { useFind } from './state/find';
import { useHearing } from './state/hearing';
import { useNotices } from './state/notices';
import { useSettings } from './state/settings';
import { useSidePanels } from './state/side-panels';
import { offeredNotices, useStudy } from './state/study';
import { useStrings } from './strings/use-strings';
import { CommandButton } from './ui/CommandButton';

/** Draws the bar. */
export function TopBar(): ReactNode {
  const strings = useStrings();
  const direction = useSettings((state) => state.settings.direction);
  const hasVoice = useHearing((state) => state.hasVoice);
  const isHeard = useHearing((state) => state.sentence !== null);
  const isParallel = useSettings((state) => state.settings.parallel);
  const panels = useSidePanels();
  const announced = useStudy((state) => state.announced);
  const dismissed = useSettings((state) => state.settings.dismissedNotices);
  const hasNotice = offeredNotices(announced, dismissed).length > 0;
  const isFinding = useFind((state) => state.isOpen);
  const history = useDesk((state) => state.history);
  const bar = { ...strings.bar, ...strings.ways };
  return (
    <header className="top-bar" aria-label={bar.label}>
      <CommandButton
        command="view.toggle-shelf"
        icon={PanelLeft}
        label={panels.shelf ? bar.closeShelf : bar.openShelf}
        isPressed={panels.shelf}
      />
      <CommandButton command="go.back" icon={ArrowLeft} label={bar.back} />
      <CommandButton command="go.forward" icon={ArrowRight} label={bar.forward} />
      {isFinding ? <FindBar /> : <PlaceInIssue />}
      <ViewSwitch />
      <span className="bar-rule" />
      <CommandButton
        command="edit.undo"
        icon={Undo2}
        label={history.undo === null ? bar.undo : strings.undoStep(history.undo)}
      />
      <CommandButton
        command="edit.redo"
        icon={Redo2}
        label={history.redo === null ? bar.redo : strings.redoStep(history.redo)}
      />
      <span className="bar-rule" />
      <CommandButton
        command="view.toggle-direction"
        icon={direction === 'vertical' ? TextAlignJustify : Tally3}
        label={direction === 'vertical' ? bar.toHorizontal : bar.toVertical}
      />
      <CommandButton
        command="view.toggle-parallel"
        icon={Columns2}
        label={strings.room.parallel}
        isPressed={isParallel}
      />
      {hasVoice && (
        <CommandButton
          command="view.read-aloud"
          icon={isHeard ? Square : Volume2}
          label={isHeard ? strings.room.stopReading : strings.room.readAloud}
          isPressed={isHeard}
        />
      )}
      <ViewMenu icon={ALargeSmall} />
      <CommandButton
        command="study.open"
        icon={CalendarDays}
        label={hasNotice ? strings.study.openRoomWithNotice : strings.study.openRoom}
        hasNews={hasNotice}
      />
      <CommandButton command="file.export-pdf" icon={FileDown} label={bar.export} />
      <SettingsMenu />
      <span className="bar-rule" />
      <CommandButton
        command="view.toggle-marks"
        icon={PanelRight}
        label={panels.marks ? bar.closeMarks : bar.openMarks}
        isPressed={panels.marks}
      />
    </header>
  );
}

/** Where one is in the issue; for a moment, that something has been copied. */
function PlaceInIssue(): ReactNode {
  const strings = useStrings();
  const issue = useDesk((state) => state.issue);
  const place = useSettings((state) => state.settings.place);
  const copied = useNotices((state) => state.notices.findLast(({ notice }) => notice.kind === 'copied'));
  const at = issue?.articles.findIndex(({ articleId }) => articleId === place?.articleId) ?? -1;
  const article = issue?.articles[at];
  const issueName = [
    issue?.publication,
    issue?.date === undefined ? undefined : strings.calendarDate(issue.date),
  ]
    .filter((fact) => fact !== undefined)
    .join(' ');
  return (
    <h1 className="place">
      {copied?.notice.kind === 'copied' ? (
        <span role="status">{strings.notices.copied(copied.notice.characters)}</span>
      ) : (
        <>
          {issue === null && strings.appName}
          {issueName !== '' && <span className="place-issue">{issueName}</span>}
          {issue !== null && article !== undefined && (
            <>
              <span className="place-article">{articleTitle(article)}</span>
              <span className="count">{`${at + 1} / ${issue.articles.length}`}</span>
            </>
          )}
        </>
      )}
    </h1>
  );
}
