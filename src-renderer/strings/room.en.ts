// The words of windows, panes, printing and hearing in English.
import type { Strings } from './zh-cn';

/** The words in English. */
export const roomEn: Strings['room'] = {
  issueMenu: 'This issue',
  open: 'Open',
  openInWindow: 'Open in a new window',

  secondPane: { vertical: 'The same text, vertical', horizontal: 'The same text, horizontal' },
  parallel: 'Vertical and horizontal side by side',

  miniature: 'The page in small',
  seenPart: (across, down) => `The part in sight is at ${across}% across and ${down}% down`,

  readAloud: 'Read aloud',
  stopReading: 'Stop reading',

  print: {
    title: 'Print',
    where: 'The finished pages open in the system’s PDF reader, where you choose the printer and the copies.',
    button: 'Print',
    opened: (pages) =>
      `${pages === 1 ? 'One page is' : `${pages} pages are`} open in the system’s PDF reader. Print from there.`,
  },
};
