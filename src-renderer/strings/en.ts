// The words of the window in English.
import { counted } from '../../src-core/strings/counted';
import type { MarkColor, MarkStyle } from '../../src-core/annotation/annotation';
import type { StepLabel } from '../../src-core/annotation/history';
import { readerEn } from './reader.en';
import { exportingEn } from './exporting.en';
import { roomEn } from './room.en';
import { deskEn } from './desk-en';
import { importManyEn } from './import-review.en';
import { libraryEn } from './library.en';
import { reviewEn } from './review.en';
import { studyEn } from './study.en';
import { trashEn } from './trash.en';
import type { Strings } from './zh-cn';

const colors: Record<MarkColor, string> = {
  gamboge: 'Gamboge',
  cinnabar: 'Cinnabar',
  rouge: 'Rouge',
  malachite: 'Malachite',
  indigo: 'Indigo',
  ochre: 'Ochre',
  violet: 'Violet',
  ink: 'Light ink',
  custom: 'Own color',
};

const styles: Record<MarkStyle, string> = {
  highlight: 'Highlight',
  underline: 'Line',
  wavy: 'Wavy line',
  emphasis: 'Dots',
  circle: 'Circles',
  strike: 'Strike out',
  box: 'Box',
};

function step(label: StepLabel): string {
  switch (label.kind) {
    case 'mark':
      return `${styles[label.style].toLowerCase()} on ${counted(label.characters, 'character')}`;
    case 'remove':
      return label.count === 1 ? 'remove mark' : `remove ${label.count} marks`;
    case 'restore':
      return label.count === 1 ? 'restore mark' : `restore ${label.count} marks`;
    case 'note':
      return 'note';
    case 'tags':
      return label.count === 1 ? 'tags' : `tags of ${label.count} marks`;
    case 'color':
      return label.count === 1 ? 'color' : `color of ${label.count} marks`;
    case 'style':
      return label.count === 1 ? 'style' : `style of ${label.count} marks`;
    case 'whole-note':
      return label.scope === 'article' ? 'note on the article' : 'note on the issue';
    case 'passages':
      return label.count === 1 ? 'change of passages' : `passages of ${counted(label.count, 'mark')}`;
    case 'links':
      return label.count === 1 ? 'reference' : `references of ${counted(label.count, 'mark')}`;
    case 'change':
      return label.count === 1 ? 'change mark' : `change ${label.count} marks`;
  }
}

function calendarDate(iso: string): string {
  const time = Date.parse(`${iso.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(time)) return iso;
  return new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' }).format(time);
}

/** The words in English. */
export const en: Strings = {
  desk: deskEn,
  ...readerEn,
  room: roomEn,
  appName: 'Jianbao',
  colors,
  styles,
  calendarDate,
  undoStep: (label) => `Undo ${step(label)}`,
  redoStep: (label) => `Redo ${step(label)}`,
  close: 'Close',
  cancel: 'Cancel',
  done: 'Done',
  retry: 'Try again',
  dismiss: 'Dismiss',

  shelf: {
    title: 'Shelf',
    issues: 'Issues',
    contents: 'Contents',
    importButton: 'Import a newspaper',
    empty: 'There is no newspaper on the shelf yet.',
    loading: 'Opening the shelf…',
    failed: 'The shelf did not open',
    articles: (count) => counted(count, 'article'),
    marks: (count) => counted(count, 'mark'),
    marked: (count) => counted(count, 'mark'),
  },

  articleTypes: { article: 'Article', photo: 'Photo', notice: 'Notice', label: 'Label' },

  bar: {
    label: 'Tools',
    openShelf: 'Show the shelf',
    closeShelf: 'Hide the shelf',
    openMarks: 'Show the marks',
    closeMarks: 'Hide the marks',
    toHorizontal: 'Set horizontally',
    toVertical: 'Set vertically',
    undo: 'Undo',
    redo: 'Redo',
    export: 'Export PDF',
    view: 'Text size and theme',
    size: 'Text size',
    larger: 'Larger text',
    smaller: 'Smaller text',
    theme: 'Theme',
    settings: 'Settings',
  },

  settings: {
    language: 'Language',
    author: 'Your name',
    authorHint: 'Written into your marks and exported PDFs',
    keys: 'Keyboard shortcuts',
    about: 'About Jianbao',
  },

  themes: { paper: 'Paper', white: 'White', sepia: 'Sepia', dark: 'Dark', contrast: 'High contrast' },

  reader: {
    label: 'Newspaper page',
    nothingOpen: 'Take an issue from the shelf.',
    loading: 'Unfolding the paper…',
    failed: 'This issue did not open',
    fontsFailed: 'The fonts did not load. Please start Jianbao again.',
    noText: 'This issue has no text.',
    announceSelection: (characters, text) => `Selected ${counted(characters, 'character')}: ${text}`,
    announceMarkEnd: 'End of mark',
    heardMark: (quote, words) => `“${quote}”: ${words}`,
    heardNote: (title, note) => `${title}: ${note}`,
    heardMarksRule: '; ',
    announceDone: (label) => `Done: ${step(label)}`,
    announceUndone: (label) => `Undone: ${step(label)}`,
    announceRedone: (label) => `Done again: ${step(label)}`,
    announceMark: (look, note) => (note === '' ? `Mark, ${look}` : `Mark, ${look}, note: ${note}`),
  },

  selectionBar: {
    join: 'Add to the current mark',
    label: 'Mark the selected text',
    note: 'Note',
    tags: 'Tags',
    copy: 'Copy',
  },

  card: {
    label: 'Mark',
    color: 'Color',
    style: 'Style',
    note: 'Note',
    notePlaceholder: 'Write down your thought',
    addTag: 'Add a tag',
    removeTag: (tag) => `Remove tag ${tag}`,
    tagRefused: 'A tag has 1 to 100 characters.',
    suggestions: 'Tags in use',
    delete: 'Delete mark',
    saved: 'Saved',
    saving: 'Saving…',
    unsaved: 'Not saved',
    waiting: 'Waiting to be saved',
    overlap: (position, count) => `${count} marks here, this is number ${position}`,
    next: 'Next mark',
  },

  marks: {
    title: 'Marks',
    count: (count) => counted(count, 'mark'),
    countOf: (shown, count) => `${shown} of ${counted(count, 'mark')}`,
    empty: 'Select text and press 1 to 9 to mark it.',
    noneFit: 'No mark fits these conditions.',
    clearFilter: 'Clear conditions',
    search: 'Find marks',
    filterColor: 'By color',
    filterStyle: 'By style',
    allStyles: 'All styles',
    filterTag: 'By tag',
    allColors: 'All colors',
    allTags: 'All tags',
    noTags: 'No tags yet',
    list: 'List of marks',
    orphans: (count) => `${counted(count, 'mark')} whose text is no longer in this issue`,
    noAuthor: 'No name',
  },

  refused: {
    title: (count) => `${counted(count, 'change')} not saved`,
    kept: 'The changes are still in this window; nothing is lost.',
    keptUntil:
      'The changes are still in this window; nothing is lost. They are saved by themselves as soon as that can be done.',
    retry: 'Save again',
    discard: 'Discard these changes',
  },

  notices: {
    label: 'Notices',
    copied: (characters) => `Copied ${counted(characters, 'character')}`,
    exported: (file, pages) => `Exported ${file}, ${counted(pages, 'page')}`,
    reveal: 'Show in folder',
  },

  importing: {
    title: 'Import a newspaper',
    running: (done, total) => `Importing file ${Math.min(done + 1, total)} of ${total}`,
    cancelling: 'Cancelling…',
    finished: (good, total) => `Imported ${good} of ${counted(total, 'file')}`,
    failures: 'Files not imported',
  },

  importMany: importManyEn,
  library: libraryEn,
  trash: trashEn,
  review: reviewEn,
  study: studyEn,

  exporting: exportingEn,

  keys: {
    title: 'Keyboard shortcuts',
    page: 'On the page',
    scroll: 'Move the page',
    scrollKeys: 'Arrows · Page Up / Down · Home / End · Space',
    select: 'Select text',
    selectKeys: 'Shift + arrows',
    caret: {
      word: 'Caret by words (Shift selects; → ← where text runs across)',
      sentence: 'Caret by sentences',
      paragraph: 'Caret by paragraphs (↓ ↑ where text runs across)',
    },
  },

  about: {
    title: 'About Jianbao',
    version: (version) => `Version ${version}`,
    library: (path) => `Library: ${path}`,
    line: 'Read newspapers set vertically, mark them, and take your work out again.',
    fonts:
      'The bundled fonts are Noto Serif SC, Noto Sans SC and LXGW WenKai, under the SIL Open Font License.',
  },
};
