// A handout as plain text, for mail and for whatever takes nothing else.
import type { HandoutLine, HandoutRole } from '../../../src-core/study/handout-lines';

/** Stands before a line; those that are not named have nothing. */
const before: { readonly [R in HandoutRole]?: string } = {
  title: '\n',
  section: '\n',
  heading: '\n【',
  excerpt: '\n',
  passage: '　　',
  warning: '※ ',
  citation: '　　—— ',
};

/** Gives the text with a line feed after each line; a blank line is a row of underscores. */
export function handoutText(lines: readonly HandoutLine[]): string {
  return lines
    .map(({ role, text }) => {
      const words = role === 'blank' ? '_'.repeat(60) : text;
      return `${before[role] ?? ''}${words}${role === 'heading' ? '】' : ''}\n`;
    })
    .join('');
}
