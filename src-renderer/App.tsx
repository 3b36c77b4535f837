// The window: bar, notices, and the three zones shelf – page – marks.
import { Tooltip } from 'radix-ui';
import { useEffect, type ReactNode } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { customPigment } from '../src-core/annotation/custom-pigment';
import type { Language } from '../src-core/ipc/contract';
import { articleTitle } from '../src-core/publication/article-text';
import { Notices } from './Notices';
import { TopBar } from './TopBar';
import { MarksPanel } from './annotations/MarksPanel';
import { TagsDialog } from './annotations/TagsDialog';
import { runKey } from './commands/run-command';
import { ExportDialog } from './exporting/ExportDialog';
import { ImportReview } from './import-review/ImportReview';
import { DropTarget } from './library/DropTarget';
import { ImportDialog } from './library/ImportDialog';
import { LibraryDialog } from './library/LibraryDialog';
import { Shelf } from './library/Shelf';
import { TrashDialog } from './library/TrashDialog';
import { PaletteDialog } from './palette/PaletteDialog';
import { Reader } from './reader/Reader';
import { AboutDialog } from './settings/AboutDialog';
import { KeysDialog } from './settings/KeysDialog';
import { useDesk } from './state/desk';
import { useDialogs } from './state/dialogs';
import { useSettings } from './state/settings';
import { useSidePanels } from './state/side-panels';
import { useStudy } from './state/study';
import { stringsOf } from './strings/use-strings';
import { AddToStudyDialog } from './study/AddToStudyDialog';
import { HandoutDialog } from './study/HandoutDialog';
import { PresentationView } from './study/PresentationView';
import { StudyRoom } from './study/StudyRoom';

const hintDelay = 500;

/** Draws the window. */
export function App(): ReactNode {
  const { language, theme, customHue, shelfSide } = useSettings(
    useShallow(({ settings }) => ({
      language: settings.language,
      theme: settings.theme,
      customHue: settings.customHue,
      shelfSide: settings.shelfSide,
    })),
  );
  const panels = useSidePanels();
  const dialog = useDialogs((state) => state.open);
  const isStudying = useStudy((state) => state.isOpen);

  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dataset.theme = theme;
  }, [language, theme]);
  useWindowTitle(language);

  useEffect(() => {
    const { fill, stroke } = customPigment(
      customHue,
      theme === 'dark' || theme === 'contrast' ? 'dark' : 'light',
    );
    document.documentElement.style.setProperty('--mark-custom', fill);
    document.documentElement.style.setProperty('--stroke-custom', stroke);
  }, [customHue, theme]);

  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (runKey(event)) event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);

  return (
    <Tooltip.Provider delayDuration={hintDelay}>
      <div className="window" inert={isStudying}>
        <TopBar />
        {!isStudying && <Notices />}
        <div className="zones">
          {panels.shelf && shelfSide === 'left' && <Shelf />}
          {panels.marks && shelfSide === 'right' && <MarksPanel />}
          <Reader />
          {panels.marks && shelfSide === 'left' && <MarksPanel />}
          {panels.shelf && shelfSide === 'right' && <Shelf />}
        </div>
      </div>
      {isStudying && <StudyRoom />}
      <PresentationView />
      <ImportReview />
      <DropTarget />
      {dialog === 'export' && <ExportDialog />}
      {dialog === 'import' && <ImportDialog />}
      {dialog === 'keys' && <KeysDialog />}
      {dialog === 'palette' && <PaletteDialog />}
      {dialog === 'about' && <AboutDialog />}
      {dialog === 'library' && <LibraryDialog />}
      {dialog === 'trash' && <TrashDialog />}
      {dialog === 'tags' && <TagsDialog />}
      {dialog === 'handout' && <HandoutDialog />}
      {dialog === 'add-to-study' && <AddToStudyDialog />}
    </Tooltip.Provider>
  );
}

/** Names the window by its issue, so that several can be told apart in the system's list of windows. */
function useWindowTitle(language: Language): void {
  const issue = useDesk((state) => state.issue);
  useEffect(() => {
    const { appName, calendarDate } = stringsOf(language);
    const [first] = issue?.articles ?? [];
    const stated = [issue?.publication, issue?.date === undefined ? undefined : calendarDate(issue.date)]
      .filter((part) => part !== undefined)
      .join(' ');
    const name = stated === '' && first !== undefined ? articleTitle(first) : stated;
    document.title = name === '' ? appName : `${name} – ${appName}`;
  }, [issue, language]);
}
