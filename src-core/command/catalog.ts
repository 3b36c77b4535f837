// Every command of the application as data. The menu, the shortcuts, the palette and the help sheet are drawn from this
// one list; what a command does lives in the window, and the type of the ids makes sure that none is forgotten there.
import type { MarkColor, MarkStyle } from '../annotation/annotation';
import { markColors, markStyles } from '../annotation/palette';
import type { Language, Theme } from '../ipc/contract';
import {
  command,
  engine,
  type CommandRole,
  type CommandSpec,
  type CommandTitle,
  type MenuName,
} from './command-spec';
import { findCommands, paletteCommand } from './find-commands';
import {
  directionCommands,
  faceCommands,
  hearingCommand,
  issueCommands,
  sideCommand,
  viewCommands,
  wayCommands,
} from './view-commands';
import { makeUpCommands } from './make-up-commands';
import { noteCommands, noteDisplayCommands } from './note-commands';
import { studyCommands } from './study-commands';

/** The menus in the order of the menu bar. */
export const menus: readonly { readonly name: MenuName; readonly title: CommandTitle }[] = [
  { name: 'file', title: { 'zh-CN': '文件', en: 'File' } },
  { name: 'edit', title: { 'zh-CN': '编辑', en: 'Edit' } },
  { name: 'view', title: { 'zh-CN': '显示', en: 'View' } },
  { name: 'go', title: { 'zh-CN': '前往', en: 'Go' } },
  { name: 'mark', title: { 'zh-CN': '标记', en: 'Mark' } },
  { name: 'study', title: { 'zh-CN': '学习日', en: 'Study' } },
  { name: 'help', title: { 'zh-CN': '帮助', en: 'Help' } },
];

const themes = ['paper', 'white', 'sepia', 'dark', 'contrast'] as const satisfies readonly Theme[];

const themeTitles = {
  paper: { 'zh-CN': '纸色', en: 'Paper' },
  white: { 'zh-CN': '白色', en: 'White' },
  sepia: { 'zh-CN': '旧纸', en: 'Sepia' },
  dark: { 'zh-CN': '深色', en: 'Dark' },
  contrast: { 'zh-CN': '高对比', en: 'High contrast' },
} as const satisfies Record<Theme, CommandTitle>;

const colorTitles = {
  gamboge: { 'zh-CN': '藤黄', en: 'Gamboge' },
  cinnabar: { 'zh-CN': '朱砂', en: 'Cinnabar' },
  rouge: { 'zh-CN': '胭脂', en: 'Rouge' },
  malachite: { 'zh-CN': '石绿', en: 'Malachite' },
  indigo: { 'zh-CN': '花青', en: 'Indigo' },
  ochre: { 'zh-CN': '赭石', en: 'Ochre' },
  violet: { 'zh-CN': '黛紫', en: 'Violet' },
  ink: { 'zh-CN': '淡墨', en: 'Light ink' },
  custom: { 'zh-CN': '自调', en: 'Own color' },
} as const satisfies Record<MarkColor, CommandTitle>;

const styleTitles = {
  highlight: { 'zh-CN': '高亮', en: 'Highlight' },
  underline: { 'zh-CN': '直线', en: 'Line' },
  wavy: { 'zh-CN': '波浪线', en: 'Wavy line' },
  emphasis: { 'zh-CN': '着重号', en: 'Dots' },
  circle: { 'zh-CN': '圈点', en: 'Circles' },
  strike: { 'zh-CN': '删除线', en: 'Strike out' },
  box: { 'zh-CN': '方框', en: 'Box' },
} as const satisfies Record<MarkStyle, CommandTitle>;

const styleKeys: Record<MarkStyle, string> = {
  highlight: 'H',
  underline: 'U',
  wavy: 'W',
  emphasis: 'D',
  circle: 'O',
  strike: 'S',
  box: 'X',
};

const languages = ['zh-CN', 'en'] as const satisfies readonly Language[];

const languageNames: Record<Language, string> = { 'zh-CN': '中文', en: 'English' };

const catalog = [
  command('file.new-window', '新窗口', 'New window', 'file', 0, ['Mod+N']),
  command('file.import', '导入报纸…', 'Import…', 'file', 1, ['Mod+O']),
  command('file.import-folder', '导入文件夹…', 'Import a folder…', 'file', 1, ['Mod+Shift+O']),
  command('file.review', '校对导入…', 'Review the import…', 'file', 1, ['Mod+J']),
  command('file.export-pdf', '导出 PDF…', 'Export PDF…', 'file', 1, ['Mod+E']),
  command('file.export-marks', '导出标记…', 'Export marks…', 'file', 1, ['Mod+Alt+E']),
  command('file.print', '打印…', 'Print…', 'file', 1, ['Mod+P']),
  command('file.library', '资料库…', 'Library…', 'file', 3, ['Mod+Shift+L']),
  command('file.trash-issue', '把本期移到废纸篓', 'Move this issue to the trash', 'file', 3, []),
  command('file.trash', '废纸篓…', 'Trash…', 'file', 3, []),
  engine('file.close-window', '关闭窗口', 'Close window', 'file', 2, ['Mod+W'], 'close'),
  engine('file.quit', '退出', 'Quit', 'file', 2, ['Mod+Q'], 'quit'),

  command('edit.undo', '撤销', 'Undo', 'edit', 1, ['Mod+Z']),
  command('edit.redo', '重做', 'Redo', 'edit', 1, ['Mod+Shift+Z', 'Mod+Y']),
  engine('edit.cut', '剪切', 'Cut', 'edit', 2, ['Mod+X'], 'cut'),
  engine('edit.copy', '拷贝', 'Copy', 'edit', 2, ['Mod+C'], 'copy'),
  engine('edit.paste', '粘贴', 'Paste', 'edit', 2, ['Mod+V'], 'paste'),
  engine('edit.select-all', '全选', 'Select all', 'edit', 2, ['Mod+A'], 'selectAll'),
  ...findCommands,

  ...viewCommands,
  command('view.toggle-direction', '切换竖排与横排', 'Switch vertical and horizontal', 'view', 1, ['Mod+T']),
  ...directionCommands,
  command('view.font-larger', '放大字号', 'Larger text', 'view', 2, ['Mod+=', 'Mod++']),
  command('view.font-smaller', '缩小字号', 'Smaller text', 'view', 2, ['Mod+-']),
  command('view.font-reset', '恢复字号', 'Default text size', 'view', 2, ['Mod+0']),
  ...faceCommands,
  command('view.toggle-shelf', '显示或隐藏书架', 'Show or hide the shelf', 'view', 3, ['Mod+B']),
  command('view.toggle-marks', '显示或隐藏标记栏', 'Show or hide the marks', 'view', 3, ['Mod+Shift+B']),
  sideCommand,
  ...themes.map((theme) => themeCommand(theme)),
  ...languages.map((language) => languageCommand(language)),
  ...makeUpCommands,
  ...noteDisplayCommands,
  hearingCommand,
  command('view.toggle-caret', '键盘光标', 'Keyboard caret', 'view', 7, ['F7']),
  engine('view.fullscreen', '全屏', 'Full screen', 'view', 7, ['F11'], 'togglefullscreen'),

  ...wayCommands,
  command('go.next-article', '下一篇', 'Next article', 'go', 1, ['Mod+]']),
  command('go.previous-article', '上一篇', 'Previous article', 'go', 1, ['Mod+[']),
  ...issueCommands,
  command('go.next-mark', '下一个标记', 'Next mark', 'go', 2, [']']),
  command('go.previous-mark', '上一个标记', 'Previous mark', 'go', 2, ['[']),
  command('go.next-mark-here', '同一处的下一个标记', 'Next mark at this place', 'go', 2, ['\\']),
  command('go.next-zone', '到下一栏（书架、版面、标记）', 'To the next zone (shelf, page, marks)', 'go', 3, [
    'F6',
  ]),
  command('go.previous-zone', '到前一栏', 'To the previous zone', 'go', 3, ['Shift+F6']),

  ...markColors.map((color, index) => colorCommand(color, index + 1)),
  ...markStyles.map((style) => styleCommand(style)),
  command('mark.open', '打开标记', 'Open mark', 'mark', 3, ['Enter']),
  command('mark.edit-note', '编辑批注', 'Edit note', 'mark', 3, ['N']),
  command('mark.edit-tags', '编辑标签', 'Edit tags', 'mark', 3, ['T']),
  ...noteCommands,
  ...markStyles.map((style) => addStyleCommand(style)),
  command('mark.cite', '拷贝引文（GB/T 7714）', 'Copy quotation (GB/T 7714)', 'mark', 5, ['Mod+Shift+C']),
  command('mark.cite-footnote', '拷贝引文（脚注）', 'Copy quotation (footnote)', 'mark', 5, ['Mod+Alt+C']),
  command('mark.cite-markdown', '拷贝引文（Markdown）', 'Copy quotation (Markdown)', 'mark', 5, [
    'Mod+Shift+M',
  ]),
  command('mark.tags', '管理标签…', 'Manage tags…', 'mark', 6, ['Mod+Shift+T']),
  command('mark.remove', '删除标记', 'Remove mark', 'mark', 4, ['Delete', 'Backspace']),

  ...studyCommands,

  paletteCommand,
  command('help.keys', '键盘快捷键', 'Keyboard shortcuts', 'help', 1, ['F1']),
  command('help.about', '关于剪报', 'About Jianbao', 'help', 1, []),
] as const;

/** Names a command. */
export type CommandId = (typeof catalog)[number]['id'];

/** Names a command that the window carries out itself. */
export type WindowCommandId = Exclude<
  CommandId,
  Extract<(typeof catalog)[number], { role: CommandRole }>['id']
>;

/** All commands, in the order in which menus list them. */
export const commands: readonly (CommandSpec & { readonly id: CommandId })[] = catalog;

/** Gives a command by its id; null where there is none of that name. */
export function findCommand(id: string): (CommandSpec & { readonly id: CommandId }) | null {
  return commands.find((spec) => spec.id === id) ?? null;
}

function themeCommand(theme: Theme): CommandSpec & { readonly id: `view.theme-${Theme}` } {
  const { 'zh-CN': chinese, en } = themeTitles[theme];
  return command(`view.theme-${theme}`, `主题：${chinese}`, `Theme: ${en}`, 'view', 4, []);
}

function colorCommand(
  color: MarkColor,
  digit: number,
): CommandSpec & { readonly id: `mark.color-${MarkColor}` } {
  const { 'zh-CN': chinese, en } = colorTitles[color];
  return command(`mark.color-${color}`, `标记：${chinese}`, `Mark: ${en}`, 'mark', 1, [String(digit)]);
}

function styleCommand<S extends MarkStyle>(style: S): CommandSpec & { readonly id: `mark.style-${S}` } {
  const title = styleTitles[style];
  const id = `mark.style-${style}` as const;
  return command(id, `样式：${title['zh-CN']}`, `Style: ${title.en}`, 'mark', 2, [styleKeys[style]]);
}

function addStyleCommand<S extends MarkStyle>(
  style: S,
): CommandSpec & { readonly id: `mark.add-style-${S}` } {
  const { 'zh-CN': chinese, en } = styleTitles[style];
  const id = `mark.add-style-${style}` as const;
  return {
    ...command(id, `叠加：${chinese}`, `Add: ${en}`, 'mark', 2, [`Shift+${styleKeys[style]}`]),
    menu: null,
  };
}

function languageCommand<L extends Language>(
  language: L,
): CommandSpec & { readonly id: `view.language-${L}` } {
  const name = languageNames[language];
  const id = `view.language-${language}` as const;
  return command(id, `语言：${name}`, `Language: ${name}`, 'view', 6, []);
}
