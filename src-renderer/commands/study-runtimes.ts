// What the commands of study days do.
import type { studyCommands } from '../../src-core/command/study-commands';
import { targetMarks } from '../annotations/mark-actions';
import { openDialog } from '../state/dialogs';
import { beginHandout } from '../state/study-handout';
import { present } from '../state/presentation';
import { createEmptyDay, exportCalendar, toggleRoom, useStudy } from '../state/study';
import { openCollector } from '../state/study-collect';
import { useStudyDay } from '../state/study-day';
import { addHeading } from '../state/study-materials';
import { useMarkList } from '../state/mark-list';
import { useSettings } from '../state/settings';
import { stringsOf } from '../strings/use-strings';
import type { Runtime } from './runtime';

const isDayOpen = (): boolean => useStudy.getState().isOpen && useStudyDay.getState().day !== null;
const hasExcerpts = (): boolean =>
  isDayOpen() && (useStudyDay.getState().day?.materials.some(({ kind }) => kind === 'excerpt') ?? false);

/** The runtimes of study days. */
export const studyRuntimes: { readonly [Id in (typeof studyCommands)[number]['id']]: Runtime } = {
  'study.open': { run: toggleRoom, isEnabled: () => true },
  'study.new': { run: () => void createEmptyDay(), isEnabled: () => true },
  'study.add-marks': {
    run: () => openDialog('add-to-study'),
    isEnabled: () =>
      !useStudy.getState().isOpen && (targetMarks().length > 0 || useMarkList.getState().chosen.size > 0),
  },
  'study.collect': {
    run: () => {
      useStudyDay.setState({ tab: 'materials' });
      openCollector();
    },
    isEnabled: isDayOpen,
  },
  'study.add-heading': {
    run: () => {
      useStudyDay.setState({ tab: 'materials' });
      addHeading(stringsOf(useSettings.getState().settings.language).study.newHeading);
    },
    isEnabled: isDayOpen,
  },
  'study.handout': {
    run: () => {
      beginHandout();
      openDialog('handout');
    },
    isEnabled: isDayOpen,
  },
  'study.present': { run: present, isEnabled: hasExcerpts },
  'study.calendar-file': {
    run: () => void exportCalendar(),
    isEnabled: () => isDayOpen() || useStudy.getState().days.some(({ removed }) => removed === undefined),
  },
};
