// The words of windows, panes, printing and hearing in English.
import type { Strings } from './zh-cn';

/** The words in English. */
export const roomEn: Strings['room'] = {
  issueMenu: 'This issue',
  open: 'Open',
  openInWindow: 'Open in a new window',
};
