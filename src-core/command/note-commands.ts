// What is done with marks beyond their look: further passages, notes on a whole, links, and where notes show.
import { command } from './command-spec';

/** The commands of passages, whole notes and links. */
export const noteCommands = [
  command('mark.join', '加入当前标记', 'Add to the current mark', 'mark', 3, ['J']),
  command('mark.link', '参见另一处标记…', 'Refer to another mark…', 'mark', 3, ['L']),
  command('mark.note-article', '批注全文…', 'Note on the article…', 'mark', 3, ['Shift+N']),
  command('mark.note-issue', '批注本期…', 'Note on the issue…', 'mark', 3, ['Mod+Alt+N']),
] as const;

/** The commands that choose where notes show. */
export const noteDisplayCommands = [
  command('view.next-notes', '换一种批注的显示', 'Show notes in another way', 'view', 3, ['Mod+Shift+N']),
  command('view.notes-head', '眉批', 'Notes at the head', 'view', 3, []),
  command('view.notes-side', '旁批', 'Notes at the side', 'view', 3, []),
  command('view.notes-list', '批注只在标记栏', 'Notes in the list only', 'view', 3, []),
] as const;
