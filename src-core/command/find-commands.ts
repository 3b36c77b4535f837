// Finding: words in the open issue, and commands by their names.
import { command } from './command-spec';

/** The commands of finding words in the open issue. */
export const findCommands = [
  command('edit.find', '在本期中查找', 'Find in this issue', 'edit', 3, ['Mod+F']),
  command('edit.find-next', '下一处', 'Find next', 'edit', 3, ['F3', 'Mod+G']),
  command('edit.find-previous', '上一处', 'Find previous', 'edit', 3, ['Shift+F3', 'Mod+Shift+G']),
] as const;

/** The command that offers all others. */
export const paletteCommand = {
  ...command('help.commands', '命令面板', 'Command palette', 'help', 1, ['Mod+K', 'Mod+Shift+P']),
  palette: false,
} as const;
