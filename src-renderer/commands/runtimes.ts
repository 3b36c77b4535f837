// What each command does, and when it can. The type makes sure that no command of the catalog is forgotten.
import { markColors, markStyles } from '../../src-core/annotation/palette';
import type { AnnotationId, MarkColor, MarkStyle } from '../../src-core/annotation/annotation';
import type { CitationForm } from '../../src-core/citation/cite';
import type { WindowCommandId } from '../../src-core/command/catalog';
import type { Direction, NoteDisplay, Theme, Language } from '../../src-core/ipc/contract';
import type { ArticleId } from '../../src-core/publication/issue';
import { addStyle, applyLook, openCard, removeMarks, targetMarks } from '../annotations/mark-actions';
import { copyQuotation } from '../annotations/copy-quotation';
import { exportedMarks, exportMarks } from '../annotations/export-marks';
import { marksAt, overlapping, placedMarks } from '../annotations/mark-ranges';
import { focusZone } from '../reader/zones';
import { redo, undo, useDesk } from '../state/desk';
import { openDialog } from '../state/dialogs';
import { openWindow } from '../state/windows';
import { beginExport, chooseContent, wholeIssue, type ExportPurpose } from '../state/exporting';
import { beginReview } from '../state/import-review';
import { chooseImport } from '../state/importing';
import { trashIssue } from '../state/issue-trash';
import { pickMark, selectedRange, showPlace, takeCaretTo, useReader } from '../state/reader';
import { useStudy } from '../state/study';
import { stepDay, useStudyDay } from '../state/study-day';
import { togglePanel } from '../state/side-panels';
import { changeSettings, fontSizes, useSettings, zooms } from '../state/settings';
import { findRuntimes } from './find-runtimes';
import { makeUpRuntimes } from './make-up-runtimes';
import { noteRuntimes } from './note-runtimes';
import { openLibraryDialog } from '../library/library-place';
import type { Runtime } from './runtime';
import { studyRuntimes } from './study-runtimes';
import { viewRuntimes } from './view-runtimes';

const always = (): boolean => true;

/** The runtimes by command. */
export const runtimes: { readonly [Id in WindowCommandId]: Runtime } = {
  'file.new-window': { run: openThisAgain, isEnabled: isIssueOpen },
  'file.import': { run: () => void chooseImport('files'), isEnabled: always },
  'file.import-folder': { run: () => void chooseImport('folder'), isEnabled: always },
  'file.library': { run: openLibraryDialog, isEnabled: always },
  'file.trash': { run: () => openDialog('trash'), isEnabled: always },
  'file.trash-issue': { run: trashThis, isEnabled: isIssueOpen },
  'file.review': { run: () => void beginReview(), isEnabled: isIssueOpen },
  'file.export-pdf': { run: () => openExport('file'), isEnabled: isIssueOpen },
  'file.export-marks': {
    run: () => void exportMarks(),
    isEnabled: () => isIssueOpen() && exportedMarks().length > 0,
  },
  'file.print': { run: () => openExport('print'), isEnabled: isIssueOpen },
  'edit.undo': {
    run: () => (isStudying() ? stepDay('undo') : undo()),
    isEnabled: () =>
      isStudying()
        ? useStudyDay.getState().past.length > 0
        : useDesk.getState().history.undo !== null && !isRefused(),
  },
  'edit.redo': {
    run: () => (isStudying() ? stepDay('redo') : redo()),
    isEnabled: () =>
      isStudying()
        ? useStudyDay.getState().future.length > 0
        : useDesk.getState().history.redo !== null && !isRefused(),
  },
  ...findRuntimes,
  ...viewRuntimes,
  ...makeUpRuntimes,
  ...studyRuntimes,
  'view.toggle-direction': { run: toggleDirection, isEnabled: always },
  'view.toggle-parallel': {
    run: () => void changeSettings({ parallel: !settings().parallel }),
    isEnabled: isIssueOpen,
  },
  'view.direction-vertical': directionRuntime('vertical'),
  'view.direction-horizontal': directionRuntime('horizontal'),
  'view.font-larger': {
    run: () => resize(fontSizes.step),
    isEnabled: () => (isWhole() ? settings().zoom < zooms.largest : settings().fontSize < fontSizes.largest),
  },
  'view.font-smaller': {
    run: () => resize(-fontSizes.step),
    isEnabled: () => (isWhole() ? settings().zoom > zooms.fit : settings().fontSize > fontSizes.smallest),
  },
  'view.font-reset': {
    run: () => void changeSettings(isWhole() ? { zoom: zooms.fit } : { fontSize: fontSizes.normal }),
    isEnabled: () => (isWhole() ? settings().zoom !== zooms.fit : settings().fontSize !== fontSizes.normal),
  },
  'view.toggle-shelf': {
    run: () => togglePanel('shelf'),
    isEnabled: always,
  },
  'view.toggle-marks': {
    run: () => togglePanel('marks'),
    isEnabled: always,
  },
  'view.next-notes': {
    run: () => void changeSettings({ noteDisplay: nextNoteDisplay[settings().noteDisplay] }),
    isEnabled: always,
  },
  'view.notes-head': notesRuntime('head'),
  'view.notes-side': notesRuntime('side'),
  'view.notes-list': notesRuntime('list'),
  'view.theme-paper': themeRuntime('paper'),
  'view.theme-white': themeRuntime('white'),
  'view.theme-sepia': themeRuntime('sepia'),
  'view.theme-dark': themeRuntime('dark'),
  'view.theme-contrast': themeRuntime('contrast'),
  'view.language-zh-CN': languageRuntime('zh-CN'),
  'view.language-en': languageRuntime('en'),
  'view.toggle-caret': {
    run: () => useReader.setState(({ hasCaret }) => ({ hasCaret: !hasCaret })),
    isEnabled: isIssueOpen,
  },
  'go.next-article': { run: () => goToArticle(1), isEnabled: () => articleBeside(1) !== null },
  'go.previous-article': { run: () => goToArticle(-1), isEnabled: () => articleBeside(-1) !== null },
  'go.next-mark': { run: () => goToMark(1), isEnabled: hasMarks },
  'go.previous-mark': { run: () => goToMark(-1), isEnabled: hasMarks },
  'go.next-mark-here': { run: goToMarkHere, isEnabled: () => markToOpen() !== null },
  'go.next-zone': { run: () => focusZone(1), isEnabled: always },
  'go.previous-zone': { run: () => focusZone(-1), isEnabled: always },
  ...colorRuntimes(),
  ...styleRuntimes(),
  ...addStyleRuntimes(),
  'mark.cite': citeRuntime('gbt7714'),
  'mark.cite-footnote': citeRuntime('footnote'),
  'mark.cite-markdown': citeRuntime('markdown'),
  'mark.tags': { run: () => openDialog('tags'), isEnabled: always },
  'mark.open': { run: openMark, isEnabled: () => markToOpen() !== null },
  'mark.edit-note': { run: () => openCard('note'), isEnabled: hasTarget },
  'mark.edit-tags': { run: () => openCard('tags'), isEnabled: hasTarget },
  ...noteRuntimes,
  'mark.remove': {
    run: () => removeMarks(targetMarks()),
    isEnabled: () => targetMarks().length > 0,
  },
  'help.keys': { run: () => openDialog('keys'), isEnabled: always },
  'help.about': { run: () => openDialog('about'), isEnabled: always },
};

function settings(): ReturnType<typeof useSettings.getState>['settings'] {
  return useSettings.getState().settings;
}

function isStudying(): boolean {
  return useStudy.getState().isOpen;
}

function isWhole(): boolean {
  return settings().view === 'page';
}

function isIssueOpen(): boolean {
  return useDesk.getState().status === 'open';
}

function isRefused(): boolean {
  return useDesk.getState().outgoing.refusal !== null;
}

function hasTarget(): boolean {
  return selectedRange(useReader.getState().selection) !== null || targetMarks().length > 0;
}

function openThisAgain(): void {
  const { issueId } = useDesk.getState();
  if (issueId !== null) void openWindow(issueId);
}

function trashThis(): void {
  const { issueId } = useDesk.getState();
  if (issueId !== null) void trashIssue(issueId);
}

function openExport(purpose: ExportPurpose): void {
  beginExport(purpose);
  chooseContent(wholeIssue);
  openDialog('export');
}

function toggleDirection(): void {
  void changeSettings({ direction: settings().direction === 'vertical' ? 'horizontal' : 'vertical' });
}

function directionRuntime(direction: Direction): Runtime {
  return {
    run: () => void changeSettings({ direction }),
    isEnabled: () => settings().direction !== direction,
  };
}

/** On the whole page the page is enlarged, else the type. */
function resize(step: number): void {
  if (isWhole()) {
    const zoom = settings().zoom * (step > 0 ? zooms.step : 1 / zooms.step);
    void changeSettings({ zoom: Math.min(zooms.largest, Math.max(zooms.fit, Math.round(zoom))) });
    return;
  }
  const fontSize = Math.min(fontSizes.largest, Math.max(fontSizes.smallest, settings().fontSize + step));
  void changeSettings({ fontSize });
}

function themeRuntime(theme: Theme): Runtime {
  return { run: () => void changeSettings({ theme }), isEnabled: always };
}

function languageRuntime(language: Language): Runtime {
  return { run: () => void changeSettings({ language }), isEnabled: always };
}

type LookRuntimes<Name extends string> = { readonly [Id in Name]: Runtime };

function colorRuntimes(): LookRuntimes<`mark.color-${MarkColor}`> {
  const entries = markColors.map((color) => [
    `mark.color-${color}`,
    { run: () => applyLook({ color }), isEnabled: hasTarget },
  ]);
  return Object.fromEntries(entries) as LookRuntimes<`mark.color-${MarkColor}`>;
}

function styleRuntimes(): LookRuntimes<`mark.style-${MarkStyle}`> {
  const entries = markStyles.map((style) => [
    `mark.style-${style}`,
    { run: () => applyLook({ style }), isEnabled: hasTarget },
  ]);
  return Object.fromEntries(entries) as LookRuntimes<`mark.style-${MarkStyle}`>;
}

function addStyleRuntimes(): LookRuntimes<`mark.add-style-${MarkStyle}`> {
  const entries = markStyles.map((style) => [
    `mark.add-style-${style}`,
    { run: () => addStyle(style), isEnabled: hasTarget },
  ]);
  return Object.fromEntries(entries) as LookRuntimes<`mark.add-style-${MarkStyle}`>;
}

function citeRuntime(form: CitationForm): Runtime {
  return { run: () => copyQuotation(form), isEnabled: hasTarget };
}

function articleBeside(step: 1 | -1): ArticleId | null {
  const { issue } = useDesk.getState();
  const { place } = settings();
  if (issue === null) return null;
  const order = issue.pages.flatMap(({ articleIds }) => articleIds);
  const current = order.findIndex((articleId) => articleId === place?.articleId);
  return order[Math.max(0, current) + step] ?? null;
}

function goToArticle(step: 1 | -1): void {
  const articleId = articleBeside(step);
  if (articleId !== null) showPlace({ articleId, offset: 0 });
}

/** The picked mark, or the shortest one the caret stands in. */
function markToOpen(): AnnotationId | null {
  const { selection, activeMark, hasCaret } = useReader.getState();
  const { issue, annotations } = useDesk.getState();
  if (activeMark !== null) return activeMark;
  if (!hasCaret || selection === null || issue === null) return null;
  const inArticle = placedMarks(issue, annotations).byArticle.get(selection.articleId) ?? [];
  return marksAt(inArticle, selection.focus)[0]?.mark.annotationId ?? null;
}

function openMark(): void {
  const annotationId = markToOpen();
  if (annotationId !== null) pickMark(annotationId, true, 'note');
}

function hasMarks(): boolean {
  for (const { removed } of useDesk.getState().annotations.values()) if (removed === undefined) return true;
  return false;
}

/** Picks the marks that share text with the picked one in turn, or first one of those at the caret. */
function goToMarkHere(): void {
  const { issue, annotations } = useDesk.getState();
  const { activeMark } = useReader.getState();
  if (issue === null) return;
  if (activeMark === null) return pickMark(markToOpen());
  const marks = placedMarks(issue, annotations);
  const picked = marks.placed.find(({ mark }) => mark.annotationId === activeMark);
  if (picked === undefined) return;
  const here = overlapping(marks, picked);
  const next = here[(here.indexOf(picked) + 1) % here.length];
  if (next !== undefined) pickMark(next.mark.annotationId);
}

const nextNoteDisplay: { readonly [D in NoteDisplay]: NoteDisplay } = {
  head: 'side',
  side: 'list',
  list: 'head',
};

function notesRuntime(noteDisplay: NoteDisplay): Runtime {
  return { run: () => void changeSettings({ noteDisplay }), isEnabled: always };
}

function goToMark(step: 1 | -1): void {
  const { issue, annotations } = useDesk.getState();
  if (issue === null) return;
  const { placed } = placedMarks(issue, annotations);
  const { activeMark } = useReader.getState();
  const current = placed.findIndex(({ mark }) => mark.annotationId === activeMark);
  const next =
    placed[
      current < 0 ? (step > 0 ? 0 : placed.length - 1) : (current + step + placed.length) % placed.length
    ];
  if (next === undefined) return;
  pickMark(next.mark.annotationId);
  takeCaretTo({ articleId: next.mark.articleId, offset: next.range.start });
  showPlace({ articleId: next.mark.articleId, offset: next.range.start }, next.range);
}
