// The page that is shown when Jianbao cannot start: what happened, what to do, and four ways on. It has
// no script and no bridge; its buttons are links, which the main process reads and never follows. Both languages are
// shown, since at this point nothing may be known of the user.
import type { AppError } from '../../src-core/ipc/app-error';
import type { Language } from '../../src-core/ipc/contract';
import { errorMessage } from '../../src-core/strings/error-messages';

export const problemChoices = ['retry', 'reveal', 'other', 'quit'] as const;
export type ProblemChoice = (typeof problemChoices)[number];

const words = {
  'zh-CN': {
    title: '剪报没有打开',
    retry: '再试一次',
    other: '打开另一个资料库…',
    reveal: '打开所在文件夹',
    quit: '退出',
  },
  en: {
    title: 'Jianbao did not open',
    retry: 'Try again',
    other: 'Open another library…',
    reveal: 'Show the folder',
    quit: 'Quit',
  },
} as const satisfies Record<Language, Record<'title' | ProblemChoice, string>>;

/** Draws the page as a data: address; `first` is the language that comes first. */
export function problemPage(error: AppError, first: Language): string {
  const second: Language = first === 'zh-CN' ? 'en' : 'zh-CN';
  const buttons = problemChoices
    .map((choice) => {
      const label = `${words[first][choice]} <span lang="${second}">${words[second][choice]}</span>`;
      return `<a role="button" href="${addressOf(choice)}" class="${choice}"${choice === 'retry' ? ' autofocus' : ''}>${label}</a>`;
    })
    .join('');
  const html = `<!doctype html>
<html lang="${first}"><head><meta charset="utf-8"><title>${words[first].title}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>${style}</style></head>
<body><main role="alertdialog" aria-labelledby="title" aria-describedby="message">
<h1 id="title">${words[first].title}</h1>
<p id="message">${escapeHtml(errorMessage(error, first))}</p>
<p class="second" lang="${second}">${escapeHtml(errorMessage(error, second))}</p>
<nav>${buttons}</nav></main></body></html>`;
  return `data:text/html;charset=utf-8,${encodeURIComponent(html)}`;
}

/** Which button an address stands for; null for any other address. */
export function problemChoiceOf(address: string): ProblemChoice | null {
  return problemChoices.find((choice) => addressOf(choice) === address) ?? null;
}

function addressOf(choice: ProblemChoice): string {
  return `app://jianbao/problem/${choice}`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

const style = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; background: #f6f1e4; color: #1e1a15;
  font: 14px/1.7 system-ui, 'Noto Sans SC', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif; }
main { padding: 32px; display: flex; flex-direction: column; }
h1 { margin: 0 0 12px; padding-inline-start: 12px; border-inline-start: 4px solid #9b3a26; font-size: 20px; line-height: 1.4; }
p { margin: 0; overflow-wrap: anywhere; }
.second { margin-top: 16px; padding-top: 16px; border-top: 1px solid rgb(30 26 21 / 12%); font-size: 13px; color: #55493a; }
nav { margin-top: auto; padding-top: 24px; display: flex; flex-wrap: wrap; gap: 8px; }
a { padding: 6px 16px; border: 1px solid rgb(30 26 21 / 35%); border-radius: 6px; color: inherit; text-decoration: none; }
a span { margin-inline-start: 4px; font-size: 12px; opacity: 0.85; }
a.retry { background: #9b3a26; border-color: #9b3a26; color: #fffaf2; }
a:hover { filter: brightness(0.94); }
a:focus-visible { outline: 2px solid #9b3a26; outline-offset: 2px; }
`;
