// What a character is to the compositor: the classes clreq's rules speak of ("Glyphs, sizes and positions of punctuation
// marks", "Prohibition rules for line start and line end"). One table over the Basic Multilingual Plane; everything
// that no rule names is a full-width character, as ideographs are.

export const characterClass = {
  han: 0,
  open: 1, // opening brackets and quotes
  close: 2, // closing brackets and quotes
  pause: 3, // ，、
  stop: 4, // 。．
  full: 5, // ：；！？
  interpunct: 6,
  connector: 7, // ～
  solidus: 8,
  dash: 9, // —, set in pairs
  ellipsis: 10, // …, set in pairs
  longDash: 11, // ⸺, two em by itself
  latin: 12, // proportional type: letters, European digits, their punctuation
  space: 13,
  wideSpace: 14,
  combining: 15, // belongs to the character before it
  lineFeed: 16,
  wideDigit: 17,
  suffix: 18, // full-width ％ ℃ ‰, kept with the figure before
  prefix: 19, // full-width ￥ ￡ ＄, kept with the figure after
  shortConnector: 20, // –
} as const;

const opening = '「『《〈（【〖〔［｛“‘﹁﹃〝';
const closing = '」』》〉）】〗〕］｝”’﹂﹄〞〟';

const table = buildTable();

function buildTable(): Uint8Array {
  const classes = new Uint8Array(0x10000);
  const assign = (characters: string, value: number): void => {
    for (const character of characters) classes[character.charCodeAt(0)] = value;
  };
  const assignRange = (from: number, to: number, value: number): void => {
    classes.fill(value, from, to + 1);
  };
  assignRange(0x00, 0x1f, characterClass.space);
  assignRange(0x21, 0x58f, characterClass.latin); // ASCII to Armenian
  assignRange(0x1e00, 0x1fff, characterClass.latin);
  assign('±×÷§¶', characterClass.han); // full-width in a Chinese face
  assignRange(0x7f, 0x9f, characterClass.combining);
  assignRange(0x300, 0x36f, characterClass.combining);
  assignRange(0x200b, 0x200f, characterClass.combining);
  assignRange(0x202a, 0x202e, characterClass.combining);
  assignRange(0x2060, 0x206f, characterClass.combining);
  assignRange(0x20d0, 0x20ff, characterClass.combining);
  assignRange(0x302a, 0x302f, characterClass.combining);
  assignRange(0xfe00, 0xfe0f, characterClass.combining);
  assign('\u00ad\ufeff', characterClass.combining);
  assignRange(0x2000, 0x200a, characterClass.space);
  assign(' \t\u00a0\u202f\u205f', characterClass.space);
  assign('\u3000', characterClass.wideSpace);
  assign('\n\r\u2028\u2029', characterClass.lineFeed);
  assign('′″‐‑€₤₩', characterClass.latin);
  assign(opening, characterClass.open);
  assign(closing, characterClass.close);
  assign('，、', characterClass.pause);
  assign('。．｡', characterClass.stop);
  assign('：；！？', characterClass.full);
  assign('·・‧•', characterClass.interpunct);
  assign('～〜－', characterClass.connector);
  assign('–', characterClass.shortConnector);
  assign('／', characterClass.solidus);
  assign('—―', characterClass.dash);
  assign('…⋯', characterClass.ellipsis);
  assign('⸺', characterClass.longDash);
  assignRange(0xff10, 0xff19, characterClass.wideDigit);
  assign('％‰℃℉', characterClass.suffix);
  assign('￥￡＄￠№', characterClass.prefix);
  return classes;
}

/** The class of a UTF-16 code unit; surrogates count as Han, variation selectors outside the plane are found elsewhere. */
export function classOf(codeUnit: number): number {
  return table[codeUnit] ?? characterClass.han;
}

/** Whether a code unit is a European digit. */
export function isDigit(codeUnit: number): boolean {
  return codeUnit >= 0x30 && codeUnit <= 0x39;
}
