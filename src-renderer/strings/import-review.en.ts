// The words of imports of many pages, and of the review of what was recognised, in English.
import type { Strings } from './zh-cn';

export const importManyEn: Strings['importMany'] = {
  searching: 'Looking for files…',
  cancelled: 'Cancelled. ',
  others: (count) =>
    `; ${count} ${count === 1 ? 'file that is no .txt was' : 'files that are no .txt were'} left alone`,
  known: (count) => `Already in the library (${count})`,
  isKnown: 'The same file as ',
  alike: (count) => `Imported, but much alike (${count})`,
  isAlike: 'Most of the text is also in ',
  storeKnown: 'Import anyway',
  more: (count) => `${count} more`,
  dropHere: 'Drop files or folders here to import them',
};
