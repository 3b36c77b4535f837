// A handout as one HTML file without anything from outside: it prints, upright or across, as the day's other papers do.
import type { Direction } from '../../../src-core/ipc/contract';
import type { HandoutLine, HandoutRole } from '../../../src-core/study/handout-lines';

export type HtmlOptions = {
  readonly language: string;
  readonly direction: Direction;
  readonly largePrint: boolean;
};

const elements: { readonly [R in HandoutRole]: string } = {
  kind: 'p',
  title: 'h1',
  fact: 'p',
  section: 'h2',
  entry: 'p',
  heading: 'h2',
  excerpt: 'h3',
  passage: 'blockquote',
  warning: 'p',
  citation: 'p',
  question: 'p',
  notes: 'p',
  blank: 'p',
};

/** The faces of a file: what the application sets handouts in, and what else systems have of that kind. */
const fileFaces = {
  song: '"Noto Serif SC", "Source Han Serif SC", "Songti SC", SimSun, serif',
  hei: '"Noto Sans SC", "Source Han Sans SC", "PingFang SC", SimHei, sans-serif',
  kai: '"LXGW WenKai", KaiTi, STKaiti, serif',
};

/** The same faces as the window has them, whatever the system has. */
const windowFaces: typeof fileFaces = {
  song: 'var(--font-song)',
  hei: 'var(--font-hei)',
  kai: 'var(--font-kai)',
};

/** A page in its parts, to be shown within another document. */
export type HtmlParts = { readonly styles: string; readonly body: string };

/** Gives what the document's body has, and its styles; `:host` stands for a body that is none. */
export function handoutParts(lines: readonly HandoutLine[], options: HtmlOptions): HtmlParts {
  return { styles: styles(options, windowFaces), body: lines.map(htmlOf).join('\n') };
}

/** Gives the whole document. */
export function handoutHtml(lines: readonly HandoutLine[], options: HtmlOptions): string {
  const title = lines.find(({ role }) => role === 'title')?.text ?? '';
  return [
    '<!doctype html>',
    `<html lang="${options.language}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escape(title)}</title>`,
    `<style>${styles(options, fileFaces)}</style>`,
    '</head>',
    '<body>',
    ...lines.map(htmlOf),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function htmlOf({ role, text, anchor }: HandoutLine): string {
  const element = elements[role];
  const words = escape(text);
  if (role === 'entry' && anchor !== undefined) {
    return `<p class="entry"><a href="#${anchor}">${words}</a></p>`;
  }
  const id = anchor === undefined ? '' : ` id="${anchor}"`;
  return `<${element} class="${role}"${id}>${words}</${element}>`;
}

function styles({ direction, largePrint }: HtmlOptions, { song, hei, kai }: typeof fileFaces): string {
  return `
body, :host { margin: 2em; font: ${largePrint ? '16pt' : '11pt'}/1.7 ${song}; color: #1e1a15; background: #fff; writing-mode: ${direction === 'vertical' ? 'vertical-rl' : 'horizontal-tb'}; }
h1, h2, h3 { font-family: ${hei}; break-after: avoid; margin-block: 1em 0.5em; }
h1 { font-size: 1.7em; margin-block-start: 0; }
h2 { font-size: 1.25em; }
h3 { font-size: 1.05em; }
p, blockquote { margin-block: 0.2em; margin-inline: 0; }
a { color: inherit; text-decoration: none; }
.passage { text-indent: 2em; }
.citation { text-align: end; font-size: 0.85em; }
.question, .notes { font-family: ${kai}; }
.warning { border: 1px solid #9b3a26; color: #9b3a26; padding: 0.2em 0.5em; }
.blank { block-size: 1.7em; border-block-end: 1px solid #999; }
@page { margin: 18mm 15mm; }
`;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
