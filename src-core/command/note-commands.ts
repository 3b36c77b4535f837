// What is done with marks beyond their look: further passages, notes on a whole, links.
import { command } from './command-spec';

/** The commands of passages, whole notes and links. */
export const noteCommands = [
  command('mark.join', '加入当前标记', 'Add to the current mark', 'mark', 3, ['J']),
  command('mark.link', '参见另一处标记…', 'Refer to another mark…', 'mark', 3, ['L']),
  command('mark.note-article', '批注全文…', 'Note on the article…', 'mark', 3, ['Shift+N']),
  command('mark.note-issue', '批注本期…', 'Note on the issue…', 'mark', 3, ['Mod+Alt+N']),
] as const;
