// The part of the contract that is about the library as a whole: where it lies, another one in its place, moving it,
// backups. As everywhere, a window names no path: it has tokens of what its user chose in a dialog.
import { z } from 'zod';
import { problemSchema } from './detail';

const nothing = z.strictObject({});

const tokenSchema = z.string().min(16).max(64);

/** A library that was in use before; the token opens it. */
const recentLibrarySchema = z.strictObject({
  token: tokenSchema,
  path: z.string(),
  /** Whether its folder is there now. */
  isThere: z.boolean(),
});
export type RecentLibrary = z.infer<typeof recentLibrarySchema>;

export const libraryFactsSchema = z.strictObject({
  path: z.string(),
  /** Whether its folder is there now; the counts are what is in memory. */
  isThere: z.boolean(),
  issues: z.int(),
  /** Standing marks. */
  annotations: z.int(),
  /** What all its files take on the disk, backups too. */
  bytes: z.int(),
  /** When the newest automatic backup was made, ISO 8601; null where there is none. */
  lastBackup: z.string().nullable(),
  /** How many automatic backups there are. */
  backups: z.int(),
  /** The one used last comes first; the present one is not among them. */
  recent: z.array(recentLibrarySchema),
});
export type LibraryFacts = z.infer<typeof libraryFactsSchema>;

export const restoredSchema = z.strictObject({
  /** The backup of what was there before. */
  before: z.string(),
  issuesAdded: z.int(),
  /** Issues that were in the trash here and stood on the shelf when the backup was made. */
  issuesRestored: z.int(),
  marksAdded: z.int(),
  marksRestored: z.int(),
  marksChanged: z.int(),
  /** Standing marks that the backup does not have; they stay. */
  marksOnlyHere: z.int(),
  /** Issues that the backup does not have; they stay. */
  issuesOnlyHere: z.int(),
  /** Issues whose text or source was damaged here. */
  issuesMended: z.int(),
  /** Issues of which the backup has marks, and neither it nor the library has the text. */
  issuesWithoutText: z.int(),
  studyDaysAdded: z.int(),
  studyDaysChanged: z.int(),
  /** Tags about which something else is set now, other names or a colour. */
  tagsChanged: z.int(),
});

/** How many of the problems that a check finds are told one by one. */
export const mostProblems = 200;

export const libraryCheckedSchema = z.strictObject({
  issues: z.int(),
  /** Standing marks. */
  annotations: z.int(),
  /** How many of the issues lie in the trash. */
  trashed: z.int(),
  /** How many problems there are, and the first of them, with the file that each concerns. */
  count: z.int(),
  problems: z.array(z.strictObject({ path: z.string(), problem: problemSchema })).max(mostProblems),
});
export type LibraryChecked = z.infer<typeof libraryCheckedSchema>;

export const libraryCalls = {
  'library.facts': { input: nothing, output: libraryFactsSchema },
  /** Lets the user choose a folder: of a library to open, for a new one, or to move the present one into. */
  'library.choose': {
    input: z.strictObject({ purpose: z.enum(['open', 'new', 'move']) }),
    /** `path` is where the library is, or will be. */
    output: z.strictObject({ token: tokenSchema, path: z.string() }).nullable(),
  },
  /** Opens the chosen library and closes the present one; the window is loaded anew. */
  'library.switch': {
    input: z.strictObject({ token: tokenSchema, purpose: z.enum(['open', 'new']) }),
    output: nothing,
  },
  /** Removes the library that was left behind by a move. */
  'library.remove-former': {
    input: z.strictObject({ token: tokenSchema }),
    /** What stands in its folder that is no part of a library, and was left alone. */
    output: z.strictObject({ left: z.int() }),
  },
  /** Shows the library's folder in the system's file manager. */
  'library.reveal': { input: nothing, output: nothing },
  /** Lets the user choose a file for a backup, or one to restore from. */
  'library.choose-backup': {
    input: z.strictObject({ purpose: z.enum(['write', 'restore']) }),
    output: z.strictObject({ token: tokenSchema, path: z.string() }).nullable(),
  },
} as const;

const progressSchema = z.strictObject({ done: z.int(), total: z.int() });

export const libraryTasks = {
  /** Copies the library to the chosen place, proves the copy and goes on there; the former one stays as it is. */
  'library.move': {
    input: z.strictObject({ token: tokenSchema }),
    /** In files. */
    progress: progressSchema,
    /** `former` removes the library that was left behind. */
    output: z.strictObject({ path: z.string(), former: tokenSchema, formerPath: z.string() }),
  },
  /** Proves every file of the library, and changes nothing. */
  'library.check': {
    input: nothing,
    /** In issues. */
    progress: progressSchema,
    output: libraryCheckedSchema,
  },
  /** Writes everything into one zip and proves it. */
  'library.back-up': {
    input: z.strictObject({ token: tokenSchema }),
    progress: progressSchema,
    /** `damaged` issues are in it as they are, or left out. */
    output: z.strictObject({ path: z.string(), issues: z.int(), annotations: z.int(), damaged: z.int() }),
  },
  /** Brings what a backup has into the library, after a backup of that; deletes nothing. */
  'library.restore': {
    input: z.strictObject({ token: tokenSchema }),
    progress: progressSchema,
    output: restoredSchema,
  },
} as const;
