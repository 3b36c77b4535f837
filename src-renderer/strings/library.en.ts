// The words of the library dialog, in English.
import { counted } from '../../src-core/strings/counted';
import { restoredStudyDays as studyDays, type LibraryWords } from './library-words';

export const libraryEn: LibraryWords = {
  title: 'Library',
  present: 'This library',
  counts: (issues, marks, bytes) =>
    `${counted(issues, 'issue')}, ${counted(marks, 'mark')}, ${size(bytes)} on disk`,
  reveal: 'Show the folder',
  move: 'Move…',
  check: 'Check',
  sound: (issues, marks) =>
    `Checked ${counted(issues, 'issue')} and ${counted(marks, 'mark')}: every file is whole.`,
  unsound: (issues, marks, problems) =>
    `Checked ${counted(issues, 'issue')} and ${counted(marks, 'mark')}: ${counted(problems, 'problem')}. No file was changed; make a backup first, then restore from an earlier one.`,
  problems: 'Problems found',
  backups: 'Backups',
  lastBackup: (made, count) =>
    made === null
      ? 'No automatic backup yet; one is made every hour while marks change.'
      : `Last automatic backup: ${new Date(made).toLocaleString('en', { dateStyle: 'long', timeStyle: 'short' })}, ${count} kept in its folder “backups”.`,
  backUp: 'Back up now…',
  restore: 'Restore from a backup…',
  others: 'Other libraries',
  away: ' (not found now)',
  open: 'Open',
  openNamed: (path) => `Open the library ${path}`,
  openOther: 'Open a library…',
  create: 'New library…',
  unsaved: 'Some edits are not saved yet; save them again or let them go before you change the library.',
  working: {
    switch: () => 'Changing the library…',
    move: (done, total) => (total === 0 ? 'Checking the library…' : `Moving: ${done} of ${total} files`),
    check: (done, total) => (total === 0 ? 'Checking…' : `Checking: ${done} of ${total} issues`),
    'back-up': () => 'Backing up and proving it…',
    restore: () => 'Backing up what is here, then restoring…',
    remove: () => 'Removing the former library…',
  },
  moved: (path) => `Moved to ${path} and proved; the library there is in use from now on.`,
  formerStays: (path) => `The former library is still at ${path}.`,
  keepFormer: 'Keep the former one',
  removeFormer: 'Remove the former one',
  removed: (left) =>
    left === 0
      ? 'The former library was removed.'
      : `The former library was removed; ${counted(left, 'other file')} in its folder ${left === 1 ? 'was' : 'were'} left alone.`,
  backedUp: (path, issues, marks, damaged) =>
    `Backed up to ${path} and proved: ${counted(issues, 'issue')}, ${counted(marks, 'mark')}.${
      damaged > 0
        ? ` Damage in the library: ${counted(damaged, 'issue')}, kept as far as that could be; restore from an earlier backup.`
        : ''
    }`,
  restored: (done) =>
    [
      `Restored: ${counted(done.issuesAdded, 'issue')} and ${counted(done.marksAdded + done.marksRestored, 'mark')} back, ${counted(done.marksChanged, 'mark')} changed back`,
      done.issuesRestored > 0 ? `; ${counted(done.issuesRestored, 'issue')} restored from the trash` : '',
      done.issuesMended > 0 ? `; ${counted(done.issuesMended, 'issue')} mended` : '',
      studyDays(done) > 0 ? `; ${counted(studyDays(done), 'study day')} as they were` : '',
      done.tagsChanged > 0 ? `; names and colors of ${counted(done.tagsChanged, 'tag')} as they were` : '',
      done.issuesOnlyHere > 0 ? `; ${counted(done.issuesOnlyHere, 'issue')} only here kept` : '',
      done.marksOnlyHere > 0 ? `; ${counted(done.marksOnlyHere, 'mark')} only here kept` : '',
      done.issuesWithoutText > 0 ? `; ${counted(done.issuesWithoutText, 'issue')} without text not back` : '',
      `. What was here before is backed up in ${done.before}.`,
    ].join(''),
};

function size(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
