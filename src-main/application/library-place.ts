// What the window may do with the library as a whole: see where it is, open another, begin a new one, move it, back it up
// and restore it. Whatever fails, one whole library is the present one.
import { basename, join } from 'node:path';
import { AppFailure, type AppError } from '../../src-core/ipc/app-error';
import {
  mostProblems,
  type libraryCalls,
  type libraryTasks,
  type RecentLibrary,
} from '../../src-core/ipc/library-contract';
import type { LibraryNotice } from '../../src-core/ipc/library-notice';
import { fail, ok, type Result } from '../../src-core/result';
import { localDay } from '../../src-core/text/local-day';
import type { Handlers } from '../ipc/handlers';
import type { CurrentLibrary } from '../library/current-library';
import type { Library } from '../library/library';
import { FormerLibraries } from '../library/former-libraries';
import { holdsLibrary, isEmptyFolder } from '../library/look-into';
import { hindranceToMove, moveLibrary, placeWithin, type MoveOptions } from '../library/move-library';
import { filesOn } from '../library/files-on';
import { nodeFiles } from '../library/node-files';
import { openLibrary, type OpenLibraryOptions } from '../library/open-library';
import { systemProcesses } from '../library/processes';
import { reach } from '../library/reach';
import { restoreOverPresent } from '../library/restore-over-present';
import { libraryFacts } from './library-facts';
import type { LibraryList } from './library-list';
import { orThrow } from '../../src-core/ipc/or-throw';
import type { Emit, WindowId } from './ports';
import type { Tokens } from './tokens';

/** Asks the user for the folders and files of libraries; null when they changed their mind. */
export interface LibraryDialogs {
  chooseFolder(windowId: WindowId, purpose: 'open' | 'new' | 'move'): Promise<string | null>;
  /** Begins in a folder, where the backups are that the library makes by itself. */
  openBackup(windowId: WindowId, folder: string): Promise<string | null>;
  saveBackup(windowId: WindowId, suggestedName: string): Promise<string | null>;
  /** Shows a folder in the system's file manager. */
  reveal(path: string): void;
}

export type LibraryPlacePorts = {
  readonly library: CurrentLibrary;
  readonly list: LibraryList;
  readonly tokens: Tokens;
  readonly dialogs: LibraryDialogs;
  readonly emit: Emit;
  readonly now: () => string;
  readonly newId: () => string;
  /** Told of what another library finds when it is opened. */
  readonly onNotice: (notice: LibraryNotice) => void;
  /** Loads the windows anew, since they show another library from then on. */
  readonly reloadWindows: () => void;
};

export type LibraryPlace = {
  readonly calls: Pick<Handlers['calls'], keyof typeof libraryCalls>;
  readonly tasks: Pick<Handlers['tasks'], keyof typeof libraryTasks>;
  /** Gives back what a move left behind, when the application ends. */
  readonly close: () => Promise<void>;
};

/** How long the folder of a library used before may take to answer, in milliseconds. */
const glance = 500;

/** Makes the handlers of everything that concerns the library as a whole. */
export function libraryPlace(ports: LibraryPlacePorts): LibraryPlace {
  const { library, list, tokens, dialogs, now, newId } = ports;
  const opening: OpenLibraryOptions = { now, newId, holder: 'app', onNotice: ports.onNotice };
  const former = new FormerLibraries(nodeFiles);

  async function recentLibraries(windowId: WindowId): Promise<RecentLibrary[]> {
    const others = list.recent().filter((path) => path !== library.path);
    return Promise.all(
      others.map(async (path) => ({
        token: tokens.keep(windowId, 'library-open', [path]),
        path,
        isThere: (await reach(path, glance)) === 'there',
      })),
    );
  }

  /** Opens the other library first, so that there is one whatever fails. */
  async function switchTo(path: string): Promise<void> {
    const switched = await library.exchange<Result<null, AppError>>(async (present) => {
      const next = await openLibrary(path, opening);
      if (!next.ok) return { library: present, answer: next };
      const noted = await note(path);
      await (noted.ok ? present : next.value).close();
      return { library: noted.ok ? next.value : present, answer: noted };
    });
    orThrow(switched);
    ports.reloadWindows();
  }

  async function moveTo(path: string, progress: Pick<MoveOptions, 'onProgress' | 'signal'>): Promise<void> {
    const files = await filesOn(library.path, path);
    const lock = { files, processes: systemProcesses(), holder: 'app' as const, now, newId };
    // Told before the library is closed, which need not be for it.
    const hindrance = await hindranceToMove(files, library.path, path);
    if (hindrance !== null) throw new AppFailure(hindrance);
    const moved = await library.exchange<Result<null, AppError>>(async (present) => {
      const from = present.path;
      const copied = await moveLibrary(present, path, { open: opening, lock, ...progress });
      const next = copied.ok ? await openLibrary(path, opening) : copied;
      const noted = next.ok ? await note(path) : next;
      if (copied.ok && next.ok && noted.ok) {
        former.keep(from, copied.value);
        return { library: next.value, answer: ok(null) };
      }
      // The former library is as it was, and is used on.
      if (next.ok) await next.value.close();
      if (copied.ok) await copied.value.release();
      return { library: await reopened(from), answer: noted.ok ? ok(null) : noted };
    });
    orThrow(moved);
  }

  /** Never begins an empty library in the place of one that went meanwhile. */
  async function reopened(path: string): Promise<Library> {
    if (!(await holdsLibrary(await filesOn(path), path)))
      throw new AppFailure({ code: 'library-absent', path });
    return orThrow(await openLibrary(path, opening));
  }

  async function note(path: string): Promise<Result<null, AppError>> {
    try {
      await list.use(path);
      return ok(null);
    } catch (error) {
      if (error instanceof AppFailure) return fail(error.error);
      throw error;
    }
  }

  return {
    close: () => former.release(),
    calls: {
      'library.facts': async (_input, { windowId }) => ({
        ...(await libraryFacts(library)),
        recent: await recentLibraries(windowId),
      }),
      'library.choose': async ({ purpose }, { windowId }) => {
        const folder = await dialogs.chooseFolder(windowId, purpose);
        if (folder === null) return null;
        const path = purpose === 'move' ? placeWithin(folder, library.path) : folder;
        return { token: tokens.keep(windowId, `library-${purpose}`, [path]), path };
      },
      'library.switch': async ({ token, purpose }, { windowId }) => {
        const [path = ''] = tokens.take(windowId, `library-${purpose}`, token);
        if (path === library.path) return {};
        if (purpose === 'new' && !(await isEmptyFolder(await filesOn(path), path))) {
          throw new AppFailure({ code: 'folder-unfit', file: path, why: 'not-empty' });
        }
        if (purpose === 'open' && !(await holdsLibrary(await filesOn(path), path))) {
          throw new AppFailure({ code: 'library-absent', path });
        }
        await switchTo(path);
        return {};
      },
      'library.remove-former': async ({ token }, { windowId }) => {
        const [path = ''] = tokens.take(windowId, 'library-former', token);
        const left = orThrow(await former.remove(path));
        await list.forget(path);
        return { left };
      },
      'library.reveal': () => {
        dialogs.reveal(library.path);
        return Promise.resolve({});
      },
      'library.choose-backup': async ({ purpose }, { windowId }) => {
        const path = await (purpose === 'write'
          ? dialogs.saveBackup(windowId, `${basename(library.path)}-${localDay(now())}.zip`)
          : dialogs.openBackup(windowId, join(library.path, 'backups')));
        return path === null ? null : { token: tokens.keep(windowId, `backup-${purpose}`, [path]), path };
      },
    },
    tasks: {
      'library.move': async ({ token }, { windowId, signal, onProgress }) => {
        const [path = ''] = tokens.take(windowId, 'library-move', token);
        const formerPath = library.path;
        await moveTo(path, { signal, onProgress: (done, total) => onProgress({ done, total }) });
        return { path, formerPath, former: tokens.keep(windowId, 'library-former', [formerPath]) };
      },
      'library.check': async (_input, { signal, onProgress }) => {
        // A disk that is away is no damage.
        if (!(await holdsLibrary(await filesOn(library.path), library.path))) {
          throw new AppFailure({ code: 'library-absent', path: library.path });
        }
        const trashed = orThrow(await library.removedIssues.all()).length;
        const total = orThrow(await library.issues()).length + trashed;
        let done = 0;
        const { problems, ...counts } = await library.check(() => {
          onProgress({ done: Math.min(done++, total), total });
          return Promise.resolve(!signal.aborted);
        });
        if (signal.aborted) throw new AppFailure({ code: 'cancelled' });
        return { ...counts, count: problems.length, problems: problems.slice(0, mostProblems) };
      },
      'library.back-up': async ({ token }, { windowId }) => {
        const [path = ''] = tokens.take(windowId, 'backup-write', token);
        const { issues, annotations, damaged } = orThrow(await library.backUp(path));
        return { path, issues, annotations, damaged };
      },
      'library.restore': async ({ token }, { windowId }) => {
        const [path = ''] = tokens.take(windowId, 'backup-restore', token);
        const restored = orThrow(
          await restoreOverPresent(await filesOn(library.path, path), library, path, now()),
        );
        ports.emit('library.changed', {});
        return restored;
      },
    },
  };
}
