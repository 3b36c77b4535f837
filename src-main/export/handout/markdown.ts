// A handout as Markdown (CommonMark), to be edited anywhere.
import type { HandoutLine } from '../../../src-core/study/handout-lines';

/** Gives the text; what a user or a paper wrote is escaped, so that it stays what it is. */
export function handoutMarkdown(lines: readonly HandoutLine[]): string {
  return `${lines.map(markdownOf).join('\n\n')}\n`;
}

function markdownOf({ role, text }: HandoutLine): string {
  const words = escape(text);
  switch (role) {
    case 'kind':
    case 'fact':
      return words;
    case 'title':
      return `# ${words}`;
    case 'section':
    case 'heading':
      return `## ${words}`;
    case 'excerpt':
      return `### ${words}`;
    case 'entry':
      return `- ${words}`;
    case 'passage':
      return `> ${words}`;
    case 'warning':
      return `**${words}**`;
    case 'citation':
      return `—— ${words}`;
    case 'question':
      return `*${words}*`;
    case 'notes':
      return words;
    case 'blank':
      return '\\_'.repeat(40);
  }
}

/** Escapes what CommonMark would take for markup, anywhere or at the start of a line. */
function escape(text: string): string {
  return text
    .replace(/[\\`*_[\]<>&~|]/gu, (sign) => `\\${sign}`)
    .replace(/^(\s*)([#+-])(?=\s|$)/u, '$1\\$2')
    .replace(/^(\s*\d+)([.)])(?=\s|$)/u, '$1\\$2');
}
