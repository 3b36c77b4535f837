// The ways in which an issue is shown, and the ways from place to place.
import type { Flow, View } from '../ipc/contract';
import type { TextFace } from '../typesetting/faces';
import { command, type CommandSpec, type CommandTitle } from './command-spec';

const viewTitles = {
  page: { 'zh-CN': '版面', en: 'Whole page' },
  article: { 'zh-CN': '文章', en: 'Article' },
  issue: { 'zh-CN': '通读', en: 'Whole issue' },
} as const satisfies Record<View, CommandTitle>;

const viewKeys: Record<View, string> = { page: 'Alt+1', article: 'Alt+2', issue: 'Alt+3' };

const flowTitles = {
  paged: { 'zh-CN': '分屏排版', en: 'In screens' },
  scrolled: { 'zh-CN': '连续排版', en: 'Continuous' },
} as const satisfies Record<Flow, CommandTitle>;

/** The commands that choose what the window shows of an issue. */
export const viewCommands = [
  viewCommand('page'),
  viewCommand('article'),
  viewCommand('issue'),
  flowCommand('paged'),
  flowCommand('scrolled'),
] as const;

const faceTitles = {
  song: { 'zh-CN': '宋', en: 'Song' },
  kai: { 'zh-CN': '楷', en: 'Kai' },
  hei: { 'zh-CN': '黑', en: 'Hei' },
} as const satisfies Record<Exclude<TextFace, 'own'>, CommandTitle>;

/** The commands that choose a bundled face; in the palette alone, since the choice stands in the window. */
export const faceCommands = [faceCommand('song'), faceCommand('kai'), faceCommand('hei')] as const;

/** The commands that choose how lines run. */
export const directionCommands = [
  command('view.direction-vertical', '竖排', 'Vertical', 'view', 1, []),
  command('view.direction-horizontal', '横排', 'Horizontal', 'view', 1, []),
  command('view.toggle-parallel', '竖横对照', 'Vertical and horizontal side by side', 'view', 1, ['Alt+4']),
] as const;

/** The command that reads aloud and stops; only where the system has a voice. */
export const hearingCommand = command('view.read-aloud', '朗读或停下', 'Read aloud, or stop', 'view', 7, [
  'Mod+R',
]);

/** The command that puts the shelf to the other side of the window, and the marks to where it was. */
export const sideCommand = command(
  'view.swap-sides',
  '书架与标记互换左右',
  'Swap shelf and marks',
  'view',
  3,
  [],
);

/** The commands that lead to other issues, and back to where one was. */
export const wayCommands = [
  command('go.back', '后退', 'Back', 'go', 0, ['Alt+ArrowLeft']),
  command('go.forward', '前进', 'Forward', 'go', 0, ['Alt+ArrowRight']),
] as const;

/** The commands that lead from issue to issue. */
export const issueCommands = [
  command('go.next-issue', '下一期', 'Next issue', 'go', 1, ['Mod+PageDown']),
  command('go.previous-issue', '上一期', 'Previous issue', 'go', 1, ['Mod+PageUp']),
] as const;

function viewCommand<V extends View>(view: V): CommandSpec & { readonly id: `view.as-${V}` } {
  const { 'zh-CN': chinese, en } = viewTitles[view];
  const id = `view.as-${view}` as const;
  return command(id, `视图：${chinese}`, `View: ${en}`, 'view', 0, [viewKeys[view]]);
}

function faceCommand<F extends keyof typeof faceTitles>(
  face: F,
): CommandSpec & { readonly id: `view.face-${F}` } {
  const { 'zh-CN': chinese, en } = faceTitles[face];
  const id = `view.face-${face}` as const;
  return { ...command(id, `字体：${chinese}`, `Face: ${en}`, 'view', 2, []), menu: null };
}

function flowCommand<F extends Flow>(flow: F): CommandSpec & { readonly id: `view.flow-${F}` } {
  const { 'zh-CN': chinese, en } = flowTitles[flow];
  const id = `view.flow-${flow}` as const;
  return command(id, chinese, en, 'view', 0, []);
}
