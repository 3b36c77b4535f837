// Classes of characters as a reader of newspapers tells them apart: Han, white, invisible, sentence ends, quotes.

const hanOnly = /^[\p{Script=Han}〇〓]+$/u;
const white = /\s/u;

/** Characters that leave no trace on paper: soft hyphen, zero-width and directional marks, controls; never white space. */
export const invisiblePattern =
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]+/g;

/** Whether the text is Han characters and nothing else; false for the empty text. */
export function isAllHan(text: string): boolean {
  return hanOnly.test(text);
}

/** Whether the code unit is white space, the ideographic space included. */
export function isWhite(character: string): boolean {
  return white.test(character);
}

/** How many characters (code points) the text has. */
export function countCharacters(text: string): number {
  let count = text.length;
  for (let index = 1; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    const before = text.charCodeAt(index - 1);
    if (unit >= 0xdc00 && unit <= 0xdfff && before >= 0xd800 && before <= 0xdbff) count--;
  }
  return count;
}

/** The width in half-width cells: two for Han and full-width characters, one for the rest. */
export function countCells(text: string): number {
  let cells = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const isWide =
      point >= 0x2e80 || (point >= 0x2014 && point <= 0x2026) || (point >= 0x2460 && point <= 0x27bf);
    cells += isWide && !(point >= 0xff61 && point <= 0xffdc) ? 2 : 1;
  }
  return cells;
}

/** The text without white space. */
export function squeeze(text: string): string {
  return text.replace(/\s+/gu, '');
}

/** 通　告 and 公 告, which are set apart in print to fill their line, as the words they are; other texts as they stand. */
export function withoutLetterSpacing(text: string): string {
  return /^\p{Script=Han}(?:\s+\p{Script=Han}){1,3}$/u.test(text) ? squeeze(text) : text;
}

const closers = '”’」』）)】〕］》〉"\'';
const fullStops = '。！？!?…．';

/**
 * Whether a passage ends where a sentence ends: at a full stop, or at closing quotes and brackets with a full stop before
 * them.
 */
export function endsSentence(text: string): boolean {
  let index = text.length - 1;
  while (index >= 0 && closers.includes(text.charAt(index))) index--;
  const last = text.charAt(index);
  if (index < 0) return false;
  if (fullStops.includes(last)) return true;
  // A call that dies away: “栀子花——白兰花——”
  if ((last === '—' || last === '～') && '”’」』'.includes(text.charAt(text.length - 1))) return true;
  // A bracketed remark after the stop: …完成。（记者张三）
  if (index < text.length - 1 && '）)】〕］'.includes(text.charAt(text.length - 1))) {
    const open = Math.max(...['（', '(', '【', '〔', '［'].map((bracket) => text.lastIndexOf(bracket)));
    if (open > 0) {
      const before = text.slice(0, open).trimEnd();
      return before !== '' && !/[（(【〔［]/u.test(before.slice(-1)) && endsAtStop(before);
    }
  }
  return false;
}

function endsAtStop(text: string): boolean {
  let index = text.length - 1;
  while (index >= 0 && closers.includes(text.charAt(index))) index--;
  return index >= 0 && fullStops.includes(text.charAt(index));
}

const pairs: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '「': '」',
  '『': '』',
  '《': '》',
  '（': '）',
  '〈': '〉',
};
const closing = new Map(Object.entries(pairs).map(([open, close]) => [close, open]));

/** Whether every quote and bracket a passage opens is closed in it, and the other way round. */
export function isBalanced(text: string): boolean {
  const { open, closed } = unbalanced(text);
  return open.length === 0 && closed.length === 0;
}

/**
 * The quotes and brackets a passage leaves open, outermost first, and how many it closes without having opened them.
 */
export function unbalanced(text: string): {
  readonly open: readonly string[];
  readonly closed: readonly string[];
} {
  const open: string[] = [];
  const closed: string[] = [];
  for (const character of text) {
    if (pairs[character] !== undefined) open.push(character);
    const opener = closing.get(character);
    if (opener === undefined) continue;
    const at = open.lastIndexOf(opener);
    if (at >= 0) open.length = at;
    else closed.push(opener);
  }
  return { open, closed };
}
