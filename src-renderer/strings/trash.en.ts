// The words of the trash for issues in English.
import { counted } from '../../src-core/strings/counted';
import type { Strings } from './zh-cn';

export const trashEn: Strings['trash'] = {
  title: 'Trash',
  open: (count) => `${counted(count, 'issue')} in the trash`,
  move: 'Move to trash',
  moved: (title, marks) =>
    marks === 0
      ? `“${title}” was moved to the trash.`
      : `“${title}” was moved to the trash, with ${counted(marks, 'mark')}.`,
  undo: 'Undo',
  inTrash: (title) => `“${title}” is in the trash; its marks are all kept.`,
  left: (title) => `“${title}” was moved to the trash in another window; its marks are all kept.`,
  restoreAndOpen: 'Restore and open',
  empty: 'The trash is empty.',
  hint: 'These issues stay in the library and its backups with all their marks, and are never cleared by themselves; restored, they are as they were.',
  list: 'Issues in the trash',
  marks: (count) => (count === 0 ? 'No marks' : counted(count, 'mark')),
  restore: 'Restore',
  restoreNamed: (title) => `Restore ${title}`,
  restoreAll: (count) => `Restore all ${count}`,
  putThere: (iso, who) =>
    [
      `Moved here ${new Date(iso).toLocaleString('en', { dateStyle: 'long', timeStyle: 'short' })}`,
      ...(who === '' ? [] : [who]),
    ].join(' · '),
  titleInTrash: (title) => `${title} (in the trash)`,
};
