// The one contract between the window and the main process. A call has an input and an output; a task also streams
// progress and can be cancelled; an event goes from main to the window. All types on both sides derive from these
// schemas. The window imports this file as types only.
import { z } from 'zod';
import { annotationIdSchema, annotationSchema, type MarkColor } from '../annotation/annotation';
import { incomingEditSchema } from '../annotation/edit';
import { historyStateSchema } from '../annotation/history';
import { correctionSchema } from '../importing/correction';
import { habitSchema } from '../importing/habit-schema';
import type { ParsedPage } from '../importing/format';
import { pictureLimits } from '../launch/launch-picture';
import { articleIdSchema, issueIdSchema, issueSchema } from '../publication/issue';
import { appErrorSchema } from './app-error';
import { exportTasks, previewCalls } from './export-contract';
import { issuePlacedSchema, makeUpCalls } from './make-up-contract';
import { exportPresetSchema, keptExportSchema } from './kept-export';
import { linkCalls } from './link-contract';
import { libraryCalls, libraryTasks } from './library-contract';
import { libraryNoticeSchema } from './library-notice';
import { issueSummarySchema } from './issue-summary';
import { directionSchema } from './page-choices';
import { familySchema, roomCalls, soundsSchema, textFaceSchema } from './room-contract';
import { noteDisplaySchema, settingChoicesShape } from './setting-choices';
import { studyCalls, studyEvents, studyTasks } from './study-contract';
import { tagCalls } from './tag-contract';
import { trashCalls } from './trash-contract';

export type { IssueSummary } from './issue-summary';
export type { Direction, Paper } from './page-choices';
export type { Script, NoteDisplay } from './setting-choices';

const nothing = z.strictObject({});

/** Stands for a file or folder which the user chose in a dialog of the main process; the path stays there. */
const tokenSchema = z.string().min(16).max(64);

export const editedSchema = z.strictObject({
  issueId: issueIdSchema,
  /** The annotations that changed, as they are now; a removed one carries `removed`. */
  annotations: z.array(annotationSchema),
  history: historyStateSchema,
});
export type Edited = z.infer<typeof editedSchema>;

export const languageSchema = z.enum(['zh-CN', 'en']);
export type Language = z.infer<typeof languageSchema>;

export const themeSchema = z.enum(['paper', 'white', 'sepia', 'dark', 'contrast']);
export type Theme = z.infer<typeof themeSchema>;

/** What is shown of an issue: its pages 版面 as wholes, one article 文章, or all articles one after the other 通读. */
export const viewSchema = z.enum(['page', 'article', 'issue']);
export type View = z.infer<typeof viewSchema>;

/** Whether text for reading is set in screens, one after the other, or in one piece as long as it is. */
export const flowSchema = z.enum(['paged', 'scrolled']);
export type Flow = z.infer<typeof flowSchema>;

/** Where the reader was: the character at the start of the view. */
export const readingPlaceSchema = z.strictObject({
  issueId: issueIdSchema,
  articleId: articleIdSchema,
  offset: z.int().min(0),
});
export type ReadingPlace = z.infer<typeof readingPlaceSchema>;

const meaningSchema = z.string().max(40);

export const settingsSchema = z.strictObject({
  language: languageSchema,
  direction: directionSchema,
  theme: themeSchema,
  /** Size of the body text in CSS pixels. */
  fontSize: z.int().min(12).max(40),
  author: z.string().max(200),
  /** Stand for the author in lists; empty for none. */
  initials: z.string().max(8),
  /** What the user means by a colour. */
  colorMeanings: z
    .strictObject({
      gamboge: meaningSchema,
      cinnabar: meaningSchema,
      rouge: meaningSchema,
      malachite: meaningSchema,
      indigo: meaningSchema,
      ochre: meaningSchema,
      violet: meaningSchema,
      ink: meaningSchema,
      custom: meaningSchema,
    } satisfies Record<MarkColor, typeof meaningSchema>)
    .partial(),
  /** The hue of the colour that the user mixed, in degrees. */
  customHue: z.int().min(0).max(359),
  noteDisplay: noteDisplaySchema,
  shelfOpen: z.boolean(),
  marksOpen: z.boolean(),
  view: viewSchema,
  /** Whether the issue is shown twice, beside each other in 竖排 and 横排. */
  parallel: z.boolean(),
  flow: flowSchema,
  /** Size of a whole page, in percent of the one at which all of it is in sight. */
  zoom: z.int().min(100).max(400),
  /** From one body line to the next, in hundredths of an em; what clreq asks for marks on both sides of the lines at the least. */
  linePitch: z.int().min(163).max(240),
  /** Characters in a line of body text; 0 where the window's size decides. */
  charactersPerLine: z.int().min(0).max(60),
  /** How many tiers a page of text for reading has; 0 where the window's size decides. */
  tiers: z.int().min(0).max(6),
  ...settingChoicesShape,
  textFace: textFaceSchema,
  /** The installed font that was chosen last; empty for none. */
  ownFont: familySchema,
  sounds: soundsSchema,
  shelfSide: z.enum(['left', 'right']),
  /** What was chosen of the last export; null before the first. */
  exportChoices: keptExportSchema.nullable(),
  exportPresets: z.array(exportPresetSchema).max(100),
  /** Notices of study days that the user does not want to be asked about again. */
  dismissedNotices: z.array(z.strictObject({ issueId: issueIdSchema, date: z.iso.date() })).max(1000),
  place: readingPlaceSchema.nullable(),
  /** Where reading stopped in other issues, the latest first. */
  places: z.array(readingPlaceSchema).max(500),
});
export type Settings = z.infer<typeof settingsSchema>;

/** What the user means by each colour that has a meaning. */
export type ColorMeanings = Settings['colorMeanings'];

const ownOfWindow = {
  direction: true,
  view: true,
  parallel: true,
  zoom: true,
  shelfOpen: true,
  marksOpen: true,
  place: true,
} as const;

/** What each window has for itself: its place, and how it shows it. */
export const windowSettingsSchema = settingsSchema.pick(ownOfWindow);
export type WindowSettings = z.infer<typeof windowSettingsSchema>;

/** What all windows share. */
const sharedSettingsSchema = settingsSchema.omit(ownOfWindow);
export type SharedSettings = z.infer<typeof sharedSettingsSchema>;

const importProgressSchema = z.strictObject({ done: z.int(), total: z.int(), file: z.string() });

/** An issue which the library has already, and the words by which the user knows it. */
const knownPageSchema = z.strictObject({
  issueId: issueIdSchema,
  title: z.string(),
  /** Set where it lies in the trash. */
  isTrashed: z.literal(true).optional(),
});

const importReportSchema = z.strictObject({
  outcomes: z.array(
    z.strictObject({
      file: z.string(),
      /** Whether it was stored. */
      ok: z.boolean(),
      issueId: issueIdSchema.optional(),
      articles: z.int().optional(),
      /** Set where the library has this very file, and it was not stored again. */
      known: knownPageSchema.optional(),
      /** Set where it was stored, and the library has a page of the same day with mostly the same sentences. */
      resembles: knownPageSchema.optional(),
      error: appErrorSchema.optional(),
    }),
  ),
  /** How many files in the chosen folders were left alone, since they are no texts. */
  others: z.int(),
  /** Whether the user stopped it; what was stored before stays. */
  isCancelled: z.boolean(),
  /** Stands for the files that are known, should they be wanted once more; not for pasted text. */
  again: tokenSchema.optional(),
});

export const calls = {
  ...libraryCalls,
  ...studyCalls,
  ...previewCalls,
  ...linkCalls,
  ...tagCalls,
  ...trashCalls,
  ...roomCalls,
  'app.info': {
    input: nothing,
    output: z.strictObject({
      version: z.string(),
      library: z.string(),
      /** What opening the library had to mend, one sentence's worth each; shown once. */
      notices: z.array(libraryNoticeSchema),
    }),
  },
  'settings.read': { input: nothing, output: settingsSchema },
  /** Of `places` the main process keeps account itself, from the place of every window. */
  'settings.write': { input: settingsSchema.omit({ places: true }).partial(), output: settingsSchema },
  /** Opens another window on an issue; where the asking window shows it, at the same place. */
  'window.open': { input: z.strictObject({ issueId: issueIdSchema }), output: nothing },
  /** Hands in what the window shows as it closes, for the next start: a launch picture; empty where there is none. */
  'window.picture': {
    input: z.strictObject({ picture: z.string().max(pictureLimits.characters) }),
    output: nothing,
  },
  'library.issues': { input: nothing, output: z.array(issueSummarySchema) },
  'library.tags': { input: nothing, output: z.array(z.strictObject({ tag: z.string(), count: z.int() })) },
  'issue.open': {
    input: z.strictObject({ issueId: issueIdSchema }),
    output: z.strictObject({
      issue: issueSchema,
      annotations: z.array(annotationSchema),
      history: historyStateSchema,
    }),
  },
  ...makeUpCalls,
  'annotations.edit': {
    input: z.strictObject({ issueId: issueIdSchema, edit: incomingEditSchema }),
    output: editedSchema,
  },
  /** The removed annotations of an issue, in the order they were made. */
  'annotations.trash': {
    input: z.strictObject({ issueId: issueIdSchema }),
    output: z.array(annotationSchema),
  },
  /** Lets the user choose a file and writes marks to it, in the format of its ending; null where none was chosen. */
  'annotations.export-file': {
    input: z.strictObject({
      issueId: issueIdSchema,
      annotationIds: z.array(annotationIdSchema).min(1).max(200_000),
    }),
    output: z.strictObject({ fileName: z.string(), token: tokenSchema, marks: z.int() }).nullable(),
  },
  'annotations.undo': { input: z.strictObject({ issueId: issueIdSchema }), output: editedSchema },
  'annotations.redo': { input: z.strictObject({ issueId: issueIdSchema }), output: editedSchema },
  'import.choose': {
    input: z.strictObject({ kind: z.enum(['files', 'folder']).optional() }),
    output: z.strictObject({ token: tokenSchema, files: z.array(z.string()) }).nullable(),
  },
  /** What was recognised in an issue's source, and what the user has set right so far. */
  'review.open': {
    input: z.strictObject({ issueId: issueIdSchema }),
    output: z.strictObject({
      issueId: issueIdSchema,
      /** The decoded source, in which the ranges of the page count. */
      text: z.string(),
      // Made by the main process itself; what comes back from the window are corrections alone.
      page: z.custom<ParsedPage>((page) => typeof page === 'object' && page !== null),
      /** What the user has set right so far; the page is as it was recognised. */
      corrections: z.array(correctionSchema),
      /** The habits of the publication, as they are used for its next pages. */
      habits: z.array(habitSchema),
      /** Names the state of the issue that is reviewed. */
      revision: z.string(),
    }),
  },
  /** Makes a new revision of the issue from its source and the corrections. */
  'review.save': {
    input: z.strictObject({
      issueId: issueIdSchema,
      revision: z.string().max(64),
      /** All of them, those of before too. */
      corrections: z.array(correctionSchema).max(5000),
    }),
    /** `waiting` marks lost their text, and are listed under 待核对. */
    output: z.strictObject({ articles: z.int(), waiting: z.int() }),
  },
  'export.choose': {
    input: z.strictObject({ issueId: issueIdSchema }),
    output: z.strictObject({ token: tokenSchema, fileName: z.string() }).nullable(),
  },
  /** Shows a written file in the system's file manager. */
  'file.reveal': { input: z.strictObject({ token: tokenSchema }), output: nothing },
} as const;

export const tasks = {
  ...libraryTasks,
  ...studyTasks,
  'import.run': {
    /** `storeKnown` stores pages once more which the library has already. */
    input: z.strictObject({ token: tokenSchema, storeKnown: z.boolean().optional() }),
    progress: importProgressSchema,
    output: importReportSchema,
  },
  /** Imports a text that the user pasted. */
  'import.text': {
    input: z.strictObject({ text: z.string().min(1).max(4_000_000), storeKnown: z.boolean().optional() }),
    progress: importProgressSchema,
    output: importReportSchema,
  },
  ...exportTasks,
} as const;

export const events = {
  ...studyEvents,
  'library.changed': nothing,
  /** What all windows share of the settings, when another window has set some of it. */
  'settings.changed': sharedSettingsSchema,
  /** Something that the library found or mended after it was opened. */
  'library.noticed': libraryNoticeSchema,
  /** Files or folders were dropped onto this window; the token imports them. */
  'files.dropped': z.strictObject({ token: tokenSchema, files: z.array(z.string()) }),
  'annotations.changed': editedSchema,
  /** The text of an issue was corrected in another window; what shows it reads it again. */
  'issue.revised': z.strictObject({ issueId: issueIdSchema }),
  /** The make-up of an issue, as another window has decided it. */
  'issue.placed': issuePlacedSchema,
  /** A command chosen in the application menu. */
  'command.chosen': z.strictObject({ command: z.string() }),
} as const;

export type Calls = typeof calls;
export type CallName = keyof Calls;
export type CallInput<N extends CallName> = z.infer<Calls[N]['input']>;
export type CallOutput<N extends CallName> = z.infer<Calls[N]['output']>;

export type Tasks = typeof tasks;
export type TaskName = keyof Tasks;
export type TaskInput<N extends TaskName> = z.infer<Tasks[N]['input']>;
export type TaskProgress<N extends TaskName> = z.infer<Tasks[N]['progress']>;
export type TaskOutput<N extends TaskName> = z.infer<Tasks[N]['output']>;

export type Events = typeof events;
export type EventName = keyof Events;
export type EventPayload<N extends EventName> = z.infer<Events[N]>;
