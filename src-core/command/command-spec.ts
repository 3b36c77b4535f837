// What is said of a command, and the ways to say it.

export type MenuName = 'file' | 'edit' | 'view' | 'go' | 'mark' | 'study' | 'help';

/** What the browser engine or the window system does by itself, in text fields too. */
export type CommandRole = 'cut' | 'copy' | 'paste' | 'selectAll' | 'close' | 'quit' | 'togglefullscreen';

export type CommandTitle = { readonly 'zh-CN': string; readonly en: string };

export type CommandSpec = {
  readonly id: string;
  readonly title: CommandTitle;
  /** The menu it stands in; null for none. */
  readonly menu: MenuName | null;
  /** Commands of one menu with different groups are parted by a rule. */
  readonly group: number;
  /** Shortcuts such as 'Mod+Z', the shown one first; Mod is ⌘ on macOS and Ctrl elsewhere, keys are named as in KeyboardEvent.key. */
  readonly keys: readonly string[];
  /** Whether the command palette offers it. */
  readonly palette: boolean;
  /** Set where the command is carried out outside the window; the window then binds neither its keys nor a function. */
  readonly role?: CommandRole;
};

/** Says a command that the window carries out. */
export function command<Id extends string>(
  id: Id,
  chinese: string,
  english: string,
  menu: MenuName,
  group: number,
  keys: readonly string[],
): CommandSpec & { readonly id: Id } {
  return { id, title: { 'zh-CN': chinese, en: english }, menu, group, keys, palette: true };
}

/** Says a command that the browser engine or the window system carries out. */
export function engine<Id extends string, Role extends CommandRole>(
  id: Id,
  chinese: string,
  english: string,
  menu: MenuName,
  group: number,
  keys: readonly string[],
  role: Role,
): CommandSpec & { readonly id: Id; readonly role: Role } {
  return { id, title: { 'zh-CN': chinese, en: english }, menu, group, keys, palette: false, role };
}
