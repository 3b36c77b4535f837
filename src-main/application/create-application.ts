// The whole application without Electron: the library, the settings and the handlers of the contract. Electron, the
// tests and whatever comes later give it dialogs and windows and get its handlers.
import { basename, isAbsolute } from 'node:path';
import { AppFailure, type AppError } from '../../src-core/ipc/app-error';
import type { WindowSettings } from '../../src-core/ipc/contract';
import type { LibraryNotice } from '../../src-core/ipc/library-notice';
import { readPicture, type LaunchPicture } from '../../src-core/launch/launch-picture';
import type { Issue, IssueId } from '../../src-core/publication/issue';
import { chosenStyle } from '../../src-core/typesetting/chosen-style';
import type { Handlers } from '../ipc/handlers';
import type { WriteHandoutPdf } from '../export/handout/write-handout';
import type { InstalledFonts } from '../fonts/installed-fonts';
import type { ExportPdf } from '../export/pdf/export-in-worker';
import type { Previews } from '../export/preview/previews';
import type { Library } from '../library/library';
import type { PageReader } from '../sources/read-page';
import { exportMarksCall } from './export-marks';
import { exportIssue, pdfOptions, type ExportRequest } from './export-issue';
import { importPages, importPaths, type ImportReport } from './import-batch';
import type { LibraryPlace } from './library-place';
import { linkedElsewhere } from './links-across';
import { readOnShelf, refusalOfTrashed, trashHandlers } from './issues-on-shelf';
import { makeUpIn } from './make-up';
import { orThrow } from '../../src-core/ipc/or-throw';
import { printIssue, type Printing } from './print-issue';
import type { Dialogs, Emit, WindowId } from './ports';
import { openReview, saveReview } from './review-issue';
import { suggestedFileName } from './suggested-file-name';
import { studyHandlers } from './study-days';
import { tagCalls } from './tag-calls';
import type { SettingsOfWindows } from './window-settings';
import type { Tokens } from './tokens';
import { withoutUndefined } from './without-undefined';

export type ApplicationPorts = {
  readonly library: Library;
  readonly libraryPlace: Pick<LibraryPlace, 'calls' | 'tasks'>;
  /** What the start met that is no matter of the library; tests have none. */
  readonly startNotices?: readonly LibraryNotice[];
  readonly pages: PageReader;
  readonly settings: SettingsOfWindows;
  /** Told whether there is a voice to read aloud with. */
  readonly onVoice?: (hasVoice: boolean) => void;
  /** Has what windows keep over their closing written to the disk. */
  readonly keepNow?: () => void;
  /** Opens another window, from the one that is named. */
  readonly openWindow: (windowId: WindowId, own: WindowSettings) => void;
  /** Takes what a window shows as it closes; null where the next start is to show nothing of it. */
  readonly takePicture?: (windowId: WindowId, picture: LaunchPicture | null) => void;
  readonly tokens: Tokens;
  readonly dialogs: Dialogs;
  readonly emit: Emit;
  readonly fontsFolder: string;
  readonly installedFonts: InstalledFonts;
  readonly exportPdf?: ExportPdf;
  readonly writeHandoutPdf?: WriteHandoutPdf;
  readonly previews: Previews;
  readonly printing: Printing;
  readonly version: string;
  readonly now: () => string;
  readonly newId: () => string;
};

/** How a document is set, and what the user is to be told of it. */
type PaperSetting = {
  readonly setting: Pick<
    ExportRequest,
    'language' | 'colorMeanings' | 'customHue' | 'sounds' | 'style' | 'textFace' | 'ownFont'
  >;
  readonly told: { readonly replacedFont?: string };
};

/** Makes the handlers of every call and task. */
export function createApplication(ports: ApplicationPorts): Handlers {
  const { library, settings, tokens, dialogs, emit } = ports;
  const makeUp = makeUpIn(library);
  const study = studyHandlers({ ...ports, paperSetting: settingOf });

  /** Tells the windows of new issues, and lets the user have known files once more. */
  function finishImport(report: ImportReport, windowId: WindowId): ImportReport {
    if (report.outcomes.some((outcome) => outcome.ok)) emit('library.changed', {});
    const again = report.outcomes.flatMap(({ known, file }) =>
      known !== undefined && isAbsolute(file) ? [file] : [],
    );
    return again.length === 0 ? report : { ...report, again: tokens.keep(windowId, 'import', again) };
  }

  /** Where reading stopped in an issue, or its beginning; null for one without articles. */
  async function placeToBegin(issueId: IssueId): Promise<WindowSettings['place']> {
    const [first] = orThrow(await library.readIssue(issueId)).articles;
    const kept = settings.placeIn(issueId);
    return kept ?? (first === undefined ? null : { issueId, articleId: first.articleId, offset: 0 });
  }

  /** What of a window's settings a document is set by. */
  async function settingOf(windowId: WindowId): Promise<PaperSetting> {
    const read = settings.read(windowId);
    const { language, colorMeanings, customHue, sounds } = read;
    const { faceForPaper } = await ownFonts();
    const { replacedFont, ...face } = await faceForPaper(ports.installedFonts, read);
    return {
      setting: { language, colorMeanings, customHue, sounds, style: chosenStyle(read), ...face },
      told: replacedFont === undefined ? {} : { replacedFont },
    };
  }

  return {
    calls: {
      ...ports.libraryPlace.calls,
      ...study.calls,
      ...tagCalls(ports),
      ...trashHandlers(ports),
      ...exportMarksCall(ports),
      'app.info': () =>
        Promise.resolve({
          version: ports.version,
          library: library.path,
          notices: [...(ports.startNotices ?? []), ...library.notices],
        }),
      'settings.read': (_nothing, { windowId }) => Promise.resolve(settings.read(windowId)),
      'settings.write': (changes, { windowId }) => settings.write(windowId, withoutUndefined(changes)),
      'app.voice': ({ hasVoice }) => {
        ports.onVoice?.(hasVoice);
        return Promise.resolve({});
      },
      'app.keep': () => {
        ports.keepNow?.();
        return Promise.resolve({});
      },
      'window.open': async ({ issueId }, { windowId }) => {
        const refused = await refusalOfTrashed(library, issueId);
        if (refused !== null) throw new AppFailure(refused);
        const own = settings.own(windowId);
        const place = own.place?.issueId === issueId ? own.place : await placeToBegin(issueId);
        ports.openWindow(windowId, { ...own, place });
        return {};
      },
      'window.picture': ({ picture }, { windowId }) => {
        const read = picture === '' ? null : readPicture(picture);
        ports.takePicture?.(windowId, read);
        if (picture !== '' && read === null) return Promise.reject(new AppFailure(notAPicture));
        return Promise.resolve({});
      },
      'library.issues': async () => [...orThrow(await library.issues())],
      'library.tags': async () => [...orThrow(await library.tags())].map(([tag, count]) => ({ tag, count })),
      'issue.open': async ({ issueId }) => ({
        issue: withoutCorrections(orThrow(await readOnShelf(library, issueId))),
        annotations: [...orThrow(await library.annotations(issueId))],
        history: orThrow(await library.history(issueId)),
      }),
      'issue.make-up': async ({ issueId, articleId, change }, { windowId }) => {
        const placed = { issueId, placement: orThrow(await makeUp.change(issueId, articleId, change)) };
        emit('issue.placed', placed, windowId);
        return placed;
      },
      'issue.make-up-automatically': async ({ issueId }, { windowId }) => {
        const placed = { issueId, placement: orThrow(await makeUp.automatic(issueId)) };
        emit('issue.placed', placed, windowId);
        return placed;
      },
      'annotations.edit': async ({ issueId, edit }, { windowId }) => {
        const edited = orThrow(await library.edit(issueId, edit));
        emit('annotations.changed', edited, windowId);
        return edited;
      },
      'annotations.list': async ({ issueId }) => {
        const refused = await refusalOfTrashed(library, issueId);
        if (refused !== null) throw new AppFailure(refused);
        return [...orThrow(await library.annotations(issueId))];
      },
      'annotations.linked': async (address) => [...orThrow(await linkedElsewhere(library, address))],
      'annotations.trash': async ({ issueId }) => [...orThrow(await library.trash(issueId))],
      'annotations.undo': async ({ issueId }, { windowId }) => {
        const edited = orThrow(await library.undo(issueId, ports.now()));
        emit('annotations.changed', edited, windowId);
        return edited;
      },
      'annotations.redo': async ({ issueId }, { windowId }) => {
        const edited = orThrow(await library.redo(issueId, ports.now()));
        emit('annotations.changed', edited, windowId);
        return edited;
      },
      'import.choose': async ({ kind = 'files' }, { windowId }) => {
        const paths = await (kind === 'files' ? dialogs.openFiles(windowId) : dialogs.openFolder(windowId));
        if (paths === null || paths.length === 0) return null;
        return { token: tokens.keep(windowId, 'import', paths), files: paths.map((path) => basename(path)) };
      },
      'review.open': async ({ issueId }) => {
        const { corrections, habits, ...review } = orThrow(await openReview(ports, issueId));
        return { ...review, corrections: [...corrections], habits: [...habits] };
      },
      'review.save': async ({ issueId, revision, corrections }, { windowId }) => {
        const { issue, edited, waiting } = orThrow(await saveReview(ports, issueId, revision, corrections));
        emit('library.changed', {});
        emit('issue.revised', { issueId }, windowId);
        for (const change of edited) emit('annotations.changed', change);
        return { articles: issue.articles.length, waiting };
      },
      'fonts.installed': async () =>
        (await ports.installedFonts.list()).map(({ family, chineseFamily }) => ({
          family,
          name: chineseFamily,
        })),
      'fonts.measure': async ({ family }) =>
        await (await ownFonts()).measureInstalled(ports.installedFonts, family),
      'export.choose': async ({ issueId }, { windowId }) => {
        const issue = orThrow(await library.readIssue(issueId));
        const path = await dialogs.saveFile(windowId, suggestedFileName(issue, 'pdf'), ['pdf']);
        if (path === null) return null;
        return { token: tokens.keep(windowId, 'export', [path]), fileName: basename(path) };
      },
      'preview.page': async (asked, { windowId }) => orThrow(await ports.previews.page(windowId, asked)),
      'preview.close': (_nothing, { windowId }) => {
        ports.previews.close(windowId);
        return Promise.resolve({});
      },
      'file.reveal': ({ token }, { windowId }) => {
        const [path] = tokens.look(windowId, 'reveal', token);
        if (path !== undefined) dialogs.reveal(path);
        return Promise.resolve({});
      },
    },
    tasks: {
      ...ports.libraryPlace.tasks,
      ...study.tasks,
      'import.run': async ({ token, storeKnown = false }, { windowId, ...context }) => {
        const paths = tokens.take(windowId, 'import', token);
        return finishImport(await importPaths(ports, paths, { storeKnown, ...context }), windowId);
      },
      'import.text': async ({ text, storeKnown = false }, { windowId, ...context }) => {
        const source = { fileName: `${pastedName(ports.now())}.txt`, bytes: new TextEncoder().encode(text) };
        return finishImport(await importPages(ports, [source], { storeKnown, ...context }), windowId);
      },
      'export.pdf': async ({ token, ...request }, { windowId, signal, onProgress }) => {
        const [file] = tokens.take(windowId, 'export', token);
        if (file === undefined) throw new AppFailure({ code: 'token-unknown' });
        const { setting, told } = await settingOf(windowId);
        const exported = orThrow(
          await exportIssue(ports, { ...request, file, ...setting }, { signal, onProgress }),
        );
        return {
          ...exported,
          ...told,
          missingCharacters: [...exported.missingCharacters],
          token: tokens.keep(windowId, 'reveal', [file]),
        };
      },
      'preview.set': async (request, { windowId, signal, onProgress }) => {
        const options = orThrow(
          await pdfOptions(ports, { ...request, ...(await settingOf(windowId)).setting }),
        );
        const set = orThrow(await ports.previews.set(windowId, options, { signal, onProgress }));
        return { ...set, missingCharacters: [...set.missingCharacters] };
      },
      'print.run': async (request, { windowId, signal, onProgress }) => {
        const fileName = suggestedFileName(orThrow(await library.readIssue(request.issueId)), 'pdf');
        const { setting, told } = await settingOf(windowId);
        const printed = orThrow(
          await printIssue(ports, { ...request, fileName, ...setting }, { signal, onProgress }),
        );
        return { ...printed, ...told };
      },
    },
  };
}

const notAPicture: AppError = {
  code: 'invalid-input',
  where: 'window.picture',
  detail: { code: 'no-picture' },
};

/** Opening font files takes a library that a start has no use for. */
function ownFonts() {
  return import('../fonts/own-font');
}

/** A window that reads an issue has no use for what was set right in it. */
function withoutCorrections({
  corrections: _corrections,
  habits: _habits,
  readBy: _readBy,
  ...issue
}: Issue): Issue {
  return issue;
}

/** What a pasted text is called: its time to the minute, which every file system can write. */
function pastedName(instant: string): string {
  return `paste-${instant.slice(0, 16).replace('T', '-').replace(':', '')}`;
}
