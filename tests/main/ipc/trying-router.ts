// A router whose handlers tell when they are reached, and one good input for every channel of the contract.
import type { CallInput, CallName, TaskInput, TaskName } from '../../../src-core/ipc/contract';
import { calls, tasks } from '../../../src-core/ipc/contract';
import { plainHandout } from '../../../src-core/study/handout-templates';
import type { Handlers } from '../../../src-main/ipc/handlers';
import { plainExport } from '../../../src-core/ipc/export-presets';
import { createRouter, type Router } from '../../../src-main/ipc/router';
import { studyDay } from '../../builders/study-day';

const position = { type: 'TextPositionSelector', start: 3, end: 7 } as const;
const quote = { type: 'TextQuoteSelector', exact: '新闻', prefix: '前', suffix: '后' } as const;

const annotation = {
  annotationId: 'm1',
  issueId: 'i1',
  articleId: 'a1',
  target: { position, quote },
  style: 'highlight',
  color: 'gamboge',
  tags: ['标签'],
  note: '批注',
  author: '读者',
  created: '2026-01-01T00:00:00.000Z',
  modified: '2026-01-01T00:00:00.000Z',
  removed: '2026-01-02T00:00:00.000Z',
};

const changes = {
  style: 'wavy',
  color: 'ink',
  tags: ['甲'],
  note: '改',
  author: '乙',
  target: { position, quote },
};

const at = '2026-01-03T00:00:00.000Z';
const token = 'a-token-of-32-characters-0123456';

/** A good input for every call, with every optional field, and again for every task. */
export const goodInputs = {
  ...parsedCalls({
    'app.info': {},
    'settings.read': {},
    'settings.write': {
      language: 'en',
      direction: 'horizontal',
      theme: 'dark',
      fontSize: 20,
      author: '读者',
      initials: '读',
      colorMeanings: { gamboge: '要点' },
      noteDisplay: 'side',
      shelfOpen: true,
      marksOpen: false,
      view: 'article',
      parallel: true,
      flow: 'scrolled',
      zoom: 150,
      linePitch: 180,
      charactersPerLine: 20,
      tiers: 2,
      digits: 'rotate',
      punctuation: 'CNS',
      prohibition: 'strict',
      titles: 'wavy',
      customHue: 300,
      textFace: 'own',
      ownFont: 'Kai Ti',
      sounds: 'rare',
      script: 'traditional',
      shelfSide: 'right',
      exportChoices: { ...plainExport, body: 12, fitPages: 4 },
      exportPresets: [{ name: '归档', choices: { ...plainExport, body: 12, fitPages: 4 } }],
      dismissedNotices: [{ issueId: 'i1', date: '2022-10-14' }],
      place: { issueId: 'i1', articleId: 'a1', offset: 12 },
    },
    'app.voice': { hasVoice: true },
    'app.keep': {},
    'window.open': { issueId: 'i1' },
    'window.picture': { picture: '{}' },
    'library.issues': {},
    'library.tags': {},
    'tags.traits': {},
    'annotations.list': { issueId: 'i1' },
    'annotations.linked': { issueId: 'i1', annotationId: 'm1' },
    'tags.describe': { tag: '农业', aliases: ['稻'], color: 'ochre' },
    'library.facts': {},
    'library.choose': { purpose: 'move' },
    'library.switch': { token, purpose: 'open' },
    'library.remove-former': { token },
    'library.reveal': {},
    'library.choose-backup': { purpose: 'restore' },
    'study.days': {},
    'study.day': { studyDayId: 'd1' },
    'study.create': {
      date: '2022-10-14',
      time: '09:00',
      ordinal: 5,
      theme: '读报',
      place: '三楼',
      leader: '甲',
      notice: { issueId: 'i1', articleId: 'a1' },
    },
    'study.save': { day: studyDay() },
    'study.remove': { studyDayId: 'd1' },
    'study.restore': { studyDayId: 'd1' },
    'study.notices': { issueId: 'i1' },
    'study.collect': {
      tags: ['信用'],
      colors: ['ink'],
      authors: ['甲'],
      from: '2022-01-01',
      to: '2022-12-31',
      words: '真金',
      issueId: 'i1',
      sentences: true,
    },
    'study.collect-marks': { issueId: 'i1', annotationIds: ['m1'] },
    'study.prove': { excerpts: [] },
    'study.order': { materials: [], order: 'date' },
    'study.source': { issueId: 'i1', articleId: 'a1' },
    'study.draft': { studyDayId: 'd1', choices: plainHandout },
    'study.choose-handout': { studyDayId: 'd1', format: 'docx' },
    'study.calendar': { studyDayIds: ['d1'] },
    'annotations.export-file': { issueId: 'i1', annotationIds: ['m1'] },
    'issue.open': { issueId: 'i1' },
    'issue.make-up': { issueId: 'i1', articleId: 'a1', change: 'heavier' },
    'issue.make-up-automatically': { issueId: 'i1' },
    'annotations.edit': {
      issueId: 'i1',
      edit: {
        type: 'batch',
        edits: [
          { type: 'add', annotation },
          { type: 'update', annotationId: 'm1', changes, at },
          { type: 'remove', annotationId: 'm1', at },
          { type: 'restore', annotationId: 'm1', at },
        ],
      },
    },
    'library.trashed': {},
    'library.trash': { issueIds: ['i1'] },
    'library.restore-issues': { issueIds: ['i1'] },
    'annotations.trash': { issueId: 'i1' },
    'tags.rename': { from: '旧', to: '新' },
    'tags.remove': { tag: '旧' },
    'tags.take-back': {},
    'annotations.undo': { issueId: 'i1' },
    'annotations.redo': { issueId: 'i1' },
    'import.choose': { kind: 'folder' },
    'review.open': { issueId: 'i1' },
    'review.save': {
      issueId: 'i1',
      revision: 'r1',
      corrections: [{ type: 'role', block: 0, piece: 1, role: 'deck' }],
    },
    'fonts.installed': {},
    'fonts.measure': { family: 'Kai Ti' },
    'export.choose': { issueId: 'i1' },
    'preview.page': { preview: 1, page: 0, width: 600 },
    'preview.close': {},
    'file.reveal': { token },
  }),
  ...parsedTasks({
    'library.move': { token },
    'library.check': {},
    'library.back-up': { token },
    'library.restore': { token },
    'import.run': { token, storeKnown: true },
    'import.text': { text: '一段文字', storeKnown: true },
    'export.pdf': {
      token,
      issueId: 'i1',
      direction: 'vertical',
      paper: 'A4',
      annotations: true,
      index: false,
    },
    'study.preview': { studyDayId: 'd1', choices: plainHandout },
    'study.handout': { studyDayId: 'd1', token, choices: plainHandout },
    'preview.set': { issueId: 'i1', direction: 'vertical', paper: 'A4', annotations: true, index: false },
    'print.run': { issueId: 'i1', direction: 'vertical', paper: 'A4', annotations: true, index: false },
  }),
};

export type Channel = CallName | TaskName;
export const channelNames: readonly Channel[] = [...names(calls), ...names(tasks)];

/** Fields that an input may leave out. */
export function isOptional(channel: Channel, path: readonly (string | number)[]): boolean {
  if (channel === 'settings.write') return path.length === 1 || path[0] === 'colorMeanings';
  if (channel === 'study.collect') return true;
  if (channel === 'study.create') return path.length === 1 && path[0] !== 'date';
  if (channel === 'import.choose' || path.at(-1) === 'storeKnown') return true;
  return path.includes('changes') ? path.indexOf('changes') === path.length - 2 : path.at(-1) === 'removed';
}

const reach = () => Promise.reject(new Error('the handler was reached'));

/** Handlers of which each fails as a defect would, so that reaching one cannot pass for a refusal. */
export const reachedHandlers: Handlers = {
  calls: {
    'app.info': reach,
    'settings.read': reach,
    'settings.write': reach,
    'app.voice': reach,
    'app.keep': reach,
    'window.open': reach,
    'window.picture': reach,
    'library.issues': reach,
    'library.tags': reach,
    'tags.traits': reach,
    'annotations.list': reach,
    'annotations.linked': reach,
    'tags.describe': reach,
    'library.facts': reach,
    'library.choose': reach,
    'library.switch': reach,
    'library.remove-former': reach,
    'library.reveal': reach,
    'library.choose-backup': reach,
    'study.days': reach,
    'study.day': reach,
    'study.create': reach,
    'study.save': reach,
    'study.remove': reach,
    'study.restore': reach,
    'study.notices': reach,
    'study.collect': reach,
    'study.collect-marks': reach,
    'study.prove': reach,
    'study.order': reach,
    'study.source': reach,
    'study.draft': reach,
    'study.choose-handout': reach,
    'study.calendar': reach,
    'annotations.export-file': reach,
    'issue.open': reach,
    'issue.make-up': reach,
    'issue.make-up-automatically': reach,
    'annotations.edit': reach,
    'library.trashed': reach,
    'library.trash': reach,
    'library.restore-issues': reach,
    'annotations.trash': reach,
    'tags.rename': reach,
    'tags.remove': reach,
    'tags.take-back': reach,
    'annotations.undo': reach,
    'annotations.redo': reach,
    'import.choose': reach,
    'review.open': reach,
    'review.save': reach,
    'fonts.installed': reach,
    'fonts.measure': reach,
    'export.choose': reach,
    'preview.page': reach,
    'preview.close': reach,
    'file.reveal': reach,
  },
  tasks: {
    'library.move': reach,
    'library.check': reach,
    'library.back-up': reach,
    'library.restore': reach,
    'import.run': reach,
    'import.text': reach,
    'export.pdf': reach,
    'study.preview': reach,
    'study.handout': reach,
    'preview.set': reach,
    'print.run': reach,
  },
};

/** What was logged, as [channel, thrown]. */
export type Logged = [string, unknown][];

/** A router over handlers that are reached unless others are given. */
export function tryingRouter(
  handlers: Handlers = reachedHandlers,
  logged: Logged = [],
  checkOutput = true,
): Router {
  return createRouter(handlers, {
    logDefect: (channel, thrown) => logged.push([channel, thrown]),
    checkOutput,
  });
}

/** Sends an input through the channel, whether it is a call or a task. */
export function send(router: Router, channel: string, input: unknown) {
  const context = { windowId: 1, signal: new AbortController().signal, onProgress: () => undefined };
  return Object.hasOwn(tasks, channel)
    ? router.run(channel, input, context)
    : router.call(channel, input, context);
}

function parsedCalls(inputs: { readonly [N in CallName]: unknown }): { [N in CallName]: CallInput<N> } {
  return Object.fromEntries(names(calls).map((name) => [name, calls[name].input.parse(inputs[name])])) as {
    [N in CallName]: CallInput<N>;
  };
}

function parsedTasks(inputs: { readonly [N in TaskName]: unknown }): { [N in TaskName]: TaskInput<N> } {
  return Object.fromEntries(names(tasks).map((name) => [name, tasks[name].input.parse(inputs[name])])) as {
    [N in TaskName]: TaskInput<N>;
  };
}

function names<T extends object>(table: T): (keyof T)[] {
  return Object.keys(table) as (keyof T)[];
}
