// The form in which text is searched: one for all the ways the same words are printed. Width, case, traditional,
// simplified and variant forms, the shapes of quotation marks and white space make no difference; every folded code
// unit knows where it came from, so that a hit is a range of the printed text.
import { Converter } from 'opencc-js/t2cn';
import type { CodeUnits, TextRange } from '../text/offsets';

export type FoldedText = {
  readonly text: string;
  /** For each folded code unit, where its source character starts and ends. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
};

let converter: ((text: string) => string) | null = null;

/** Gives a text in simplified characters. The tables are made ready when they are first asked for. */
export function toSimplified(text: string): string {
  converter ??= Converter({ from: 't', to: 'cn' });
  return converter(text);
}

/** Printed variants which the conversion table leaves alone, each with the form it is searched as. */
const variants: ReadonlyMap<string, string> = new Map(
  [
    ['敎', '教'],
    ['靑', '青'],
    ['旣', '既'],
    ['卽', '即'],
    ['飮', '饮'],
    ['鄕', '乡'],
    ['鬪', '斗'],
    ['彊', '强'],
    ['祇', '只'],
    ['著', '着'],
    ['佈', '布'],
    ['証', '证'],
    ['眞', '真'],
    ['淸', '清'],
    ['硏', '研'],
    ['査', '查'],
    ['戶', '户'],
    ['敍', '叙'],
    ['敘', '叙'],
    ['尙', '尚'],
    ['値', '值'],
    ['擧', '举'],
    ['畧', '略'],
    ['勛', '勋'],
    ['牀', '床'],
    ['囘', '回'],
    ['囬', '回'],
    ['迴', '回'],
    ['卻', '却'],
    ['腳', '脚'],
    ['銹', '锈'],
    ['鏽', '锈'],
    ['衞', '卫'],
    ['洩', '泄'],
    ['籐', '藤'],
    ['併', '并'],
    ['竝', '并'],
    ['並', '并'],
  ].map(([from = '', to = '']) => [from, to]),
);

/** Marks that are searched as one: all double and single quotation marks, all dashes, all dots of an ellipsis. */
const signs: ReadonlyMap<string, string> = new Map([
  ...[...'“”„‟〝〞＂「」『』﹁﹂﹃﹄‘’‚‛＇'].map((sign): [string, string] => [sign, '"']),
  ...[...'—–―─⸺﹘－‐‑'].map((sign): [string, string] => [sign, '-']),
  ...[...'…⋯'].map((sign): [string, string] => [sign, '…']),
  ...[...'·・•‧∙'].map((sign): [string, string] => [sign, '·']),
  ["'", '"'],
]);

/** Characters that are there for the eye or the typesetter only: they are in no search. */
const unseen = /[\s\p{Cf}\u00ad]/u;

const foldedCharacters = new Map<string, string>();

/** Folds a text; the cost grows with its length alone. */
export function foldText(text: string): FoldedText {
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let index: CodeUnits = 0;
  for (const character of text) {
    const end = index + character.length;
    const form = foldCharacter(character);
    for (let unit = 0; unit < form.length; unit++) {
      starts.push(index);
      ends.push(end);
    }
    folded += form;
    index = end;
  }
  return { text: folded, starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) };
}

/** Gives every range of the source, in UTF-16 code units, where the query stands; an empty query stands nowhere. */
export function findFolded(folded: FoldedText, query: string): readonly TextRange[] {
  const needle = foldText(query).text;
  const ranges: TextRange[] = [];
  if (needle === '') return ranges;
  for (let at = folded.text.indexOf(needle); at >= 0; at = folded.text.indexOf(needle, at + 1)) {
    const start = folded.starts[at];
    const end = folded.ends[at + needle.length - 1];
    if (start !== undefined && end !== undefined) ranges.push({ start, end });
  }
  return ranges;
}

function foldCharacter(character: string): string {
  const known = foldedCharacters.get(character);
  if (known !== undefined) return known;
  const form = unseen.test(character) ? '' : foldVisible(character);
  foldedCharacters.set(character, form);
  return form;
}

function foldVisible(character: string): string {
  const sign = signs.get(character);
  if (sign !== undefined) return sign;
  let form = '';
  for (const plain of character.normalize('NFKC').toLowerCase()) {
    if (unseen.test(plain)) continue;
    const variant = variants.get(plain) ?? plain;
    const simplified = toSimplified(variant);
    form += signs.get(simplified) ?? variants.get(simplified) ?? simplified;
  }
  return form;
}
