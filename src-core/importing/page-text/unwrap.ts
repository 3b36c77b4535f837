// Second pass: printed lines become logical lines. A text may be wrapped at one width throughout, or, as in old papers, at
// the width of each article's column; or every line is a paragraph already. A line is taken as wrapped when its block's
// lines are equally long and mostly break off between full stops, which verse and headlines do not.
import { endsSentence, isBalanced, isWhite } from '../../text/han';
import { joinSpans, type SourceSpan } from '../../text/source-span';
import type { Join } from '../format';
import type { Line } from './lines';
import { hasOldPunctuation, usesIndents } from './text-habits';

export type LogicalLine = SourceSpan & {
  readonly joins: readonly Join[];
  readonly indent: number;
  readonly blankAbove: number;
  /** Lines without an empty line between them have the same group. */
  readonly group: number;
  /** How many printed lines it was made of. */
  readonly printed: number;
};

type Measure = 'characters' | 'cells';
type Wrap = {
  readonly width: number;
  readonly measure: Measure;
  /** Every line is filled to the width unless what follows must not part from it. */
  readonly isExact: boolean;
};

const endMark = /[，。；：、！？,;:!?”’」』）)》…—.]$/u;
/** A Latin word or number that leaves much of a line empty when it does not fit. */
const longWord = /^[A-Za-z0-9.,'-]{3,}/u;
/** What is cut off a byline or a page line is a short rest. */
const longestRest = 14;
const innerMark = /[，。；：、！？「“]/u;

/**
 * What a line is by its form: `alone` is never joined to its neighbours, `opening` is a dateline with its text, `credited` a
 * caption with its credit.
 */
export type LineForm = 'alone' | 'opening' | 'credited' | 'other';

/** Joins the lines that were only cut by the width of the setting; `formOf` tells the form of a line. */
export function unwrapLines(
  lines: readonly Line[],
  formOf: (text: string) => LineForm,
): readonly LogicalLine[] {
  const stands = (text: string) => formOf(text) === 'alone';
  const isIndented = usesIndents(lines);
  const isOld = hasOldPunctuation(lines);
  const groups = groupLines(lines);
  const whole = findWrap(
    interiorLines(groups, isIndented).filter(({ text }) => !stands(text)),
    isIndented,
  );
  const local = whole === null ? groups.map((group) => localWrap(group, isOld, stands)) : [];
  const known = local.flatMap((wrap) => (wrap === null ? [] : [wrap]));
  return groups.flatMap((group, index) => {
    const wrap = whole ?? local[index] ?? (group.length === 2 ? shortGroupWrap(group, known, isOld) : null);
    return joinGroup(group, index, wrap, isIndented, formOf);
  });
}

function groupLines(lines: readonly Line[]): readonly (readonly Line[])[] {
  const groups: Line[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last === undefined || line.blankAbove > 0) groups.push([line]);
    else last.push(line);
  }
  return groups;
}

function interiorLines(groups: readonly (readonly Line[])[], isIndented: boolean): readonly Line[] {
  return groups.flatMap((group) =>
    group.filter((_, index) => {
      const next = group[index + 1];
      return next !== undefined && !(isIndented && next.indent >= 3);
    }),
  );
}

/** The one width at which most lines break off, or null where the text is not wrapped at one width. */
function findWrap(lines: readonly Line[], isIndented: boolean): Wrap | null {
  if (lines.length < 4) return null;
  for (const measure of ['characters', 'cells'] as const) {
    const slack = measure === 'characters' ? 2 : 3;
    const counts = new Map<number, number>();
    for (const line of lines) counts.set(line[measure], (counts.get(line[measure]) ?? 0) + 1);
    let best = { width: 0, count: 0 };
    for (const width of counts.keys()) {
      let count = 0;
      for (let near = width - slack; near <= width; near++) count += counts.get(near) ?? 0;
      if (count > best.count) best = { width, count };
    }
    const full = lines.filter((line) => line[measure] <= best.width && line[measure] >= best.width - slack);
    const broken = full.filter((line) => !endMark.test(line.text)).length;
    const isLongEnough = best.width >= (measure === 'characters' ? 10 : 20) && best.width <= 160;
    // Where paragraphs are indented, their first lines are as wide as the others; headlines alone do not make a width.
    const openers = lines.filter((line) => line.indent >= 3);
    const fullOpeners = openers.filter((line) => full.includes(line)).length;
    if (isIndented && fullOpeners < Math.max(1, openers.length * 0.6)) continue;
    if (isLongEnough && best.count >= lines.length * 0.6 && broken >= full.length * 0.5) {
      const wrap = { width: best.width, measure };
      return { ...wrap, isExact: isExact(lines, wrap) };
    }
  }
  return filledWrap(lines);
}

/**
 * The width of a text whose short paragraphs and display lines hide it: no line is longer, and nearly every line that breaks
 * off in a sentence is exactly as long.
 */
function filledWrap(lines: readonly Line[]): Wrap | null {
  const width = lines.reduce((widest, line) => Math.max(widest, line.characters), 0);
  const cut = lines.filter((line) => line.characters >= 10 && !endMark.test(line.text));
  const full = cut.filter((line) => line.characters === width).length;
  const isFilled = width >= 16 && width <= 80 && full >= 3 && full >= cut.length * 0.75;
  return isFilled ? { width, measure: 'characters', isExact: true } : null;
}

/** Whether nearly all lines that break off in a sentence are as wide as can be. */
function isExact(lines: readonly Line[], wrap: Pick<Wrap, 'width' | 'measure'>): boolean {
  let whole = 0;
  let short = 0;
  for (const [index, line] of lines.entries()) {
    if (endMark.test(line.text) || line[wrap.measure] < wrap.width - slackOf(wrap)) continue;
    const next = lines[index + 1];
    if (line[wrap.measure] >= wrap.width) whole++;
    else if (next !== undefined && !isPushedOn(line, next, wrap)) short++;
  }
  return whole >= 4 && short <= (whole + short) * 0.25;
}

/** Whether the next line begins with what must not part from its rest: a bracket, a mark's own character, a Latin word. */
function isPushedOn(line: Line, next: Line, wrap: Pick<Wrap, 'width' | 'measure'>): boolean {
  if (/^[“‘「『（《〈【〔]|^.[，。、；：！？”’」』）》〉】〕…]/u.test(next.text)) return true;
  const word = /^[A-Za-z0-9.,'-]+/u.exec(next.text.slice(0, 60))?.[0] ?? '';
  return word.length > 1 && line[wrap.measure] + word.length > wrap.width;
}

function slackOf({ measure }: Pick<Wrap, 'measure'>): number {
  return measure === 'characters' ? 2 : 4;
}

function localWrap(group: readonly Line[], isOld: boolean, stands: (text: string) => boolean): Wrap | null {
  if (group.length < 3) return null;
  const interior = group.slice(0, -1);
  const last = group.at(-1);
  const width = interior.reduce((widest, line) => Math.max(widest, line.characters), 0);
  const first = interior[0];
  const isEven = interior.every((line, index) => line.characters >= width - (index === 0 ? 3 : 2));
  const broken = interior.filter((line) => !endMark.test(line.text)).length;
  const isProse =
    group.some((line) => innerMark.test(line.text.slice(0, -1))) ||
    (isOld && broken > 0 && broken < interior.length);
  const isWrapped =
    first !== undefined &&
    last !== undefined &&
    width >= 5 &&
    width <= 80 &&
    isEven &&
    isProse &&
    last.characters <= width + 1 &&
    // Every short column of old papers breaks at some of its many pauses; verse breaks at all of them.
    broken >= interior.length * (isOld ? 0.15 : 0.5) &&
    !group.some((line) => stands(line.text));
  return isWrapped ? { width, measure: 'characters', isExact: false } : null;
}

/**
 * Two lines are too few to tell; they are wrapped if the first is as wide as other columns of this page. In old papers,
 * whose dumps keep every printed line, it is enough that the first is the longer one.
 */
function shortGroupWrap(group: readonly Line[], known: readonly Wrap[], isOld: boolean): Wrap | null {
  const [first, second] = group;
  if (first === undefined || second === undefined || !innerMark.test(first.text + second.text)) return null;
  const fits = known.find(
    (wrap) => Math.abs(wrap.width - first.characters) <= 1 && second.characters <= first.characters + 1,
  );
  const isLonger = isOld && first.characters >= 7 && second.characters <= first.characters + 1;
  return fits === undefined && !isLonger
    ? null
    : { width: first.characters, measure: 'characters', isExact: false };
}

function joinGroup(
  group: readonly Line[],
  index: number,
  wrap: Wrap | null,
  isIndented: boolean,
  formOf: (text: string) => LineForm,
): readonly LogicalLine[] {
  const logical: LogicalLine[] = [];
  let open: Line[] = [];
  const close = () => {
    const first = open[0];
    if (first === undefined) return;
    logical.push({
      ...joinWrapped(open, wrap),
      indent: first.indent,
      blankAbove: first.blankAbove,
      group: index,
      printed: open.length,
    });
    open = [];
  };
  for (const line of group) {
    const last = open.at(-1);
    const continues =
      last !== undefined &&
      wrap !== null &&
      isFull(last, line, wrap) &&
      (last[wrap.measure] >= wrap.width || !wrap.isExact || formOf(line.text) !== 'alone') &&
      !(isIndented && line.indent >= 3) &&
      !isApart(open, line, formOf);
    if (!continues) close();
    open.push(line);
  }
  close();
  return logical;
}

/** Whether a line stands alone by its form, and is not the rest of a line or of a dateline's paragraph. */
function isApart(open: readonly Line[], line: Line, formOf: (text: string) => LineForm): boolean {
  const before = open.map(({ text }) => text).join('');
  const isAlone = formOf(line.text) === 'alone';
  const wasAlone = formOf(before) === 'alone';
  if (!isAlone && !wasAlone) return false;
  const whole = formOf(before + line.text);
  // …在操场上跳绳。记者 马 / 宇平摄: the cut fell within the credit.
  if (whole === 'credited' && !endsSentence(before)) return false;
  // A whole line of furniture is not continued by one of running text.
  if (wasAlone && !isAlone && isBalanced(before) && line.characters >= longestRest) return true;
  if (whole === 'opening') return isAlone;
  return whole !== 'alone' || (isAlone && formOf(before) === 'alone' && isBalanced(before));
}

function isFull(line: Line, next: Line, wrap: Wrap): boolean {
  const length = line[wrap.measure];
  if (length >= wrap.width) return true;
  const isNear = length >= wrap.width - slackOf(wrap);
  if (isNear) return !wrap.isExact || isPushedOn(line, next, wrap);
  return longWord.test(next.text.slice(0, 60)) && isPushedOn(line, next, wrap);
}

function joinWrapped(
  lines: readonly Line[],
  wrap: Wrap | null,
): SourceSpan & { readonly joins: readonly Join[] } {
  const spans: SourceSpan[] = [];
  const joins: Join[] = [];
  let length = 0;
  let last: Line | undefined;
  for (const line of lines) {
    if (last !== undefined) {
      if (wrap !== null && isBetweenWords(last, line, wrap)) {
        spans.push({ text: ' ', ranges: [last.lineBreak] });
        length += 1;
      }
      joins.push({ at: length, confidence: 0.95, reason: 'hard-wrap' });
    }
    spans.push(line);
    length += line.text.length;
    last = line;
  }
  return { ...joinSpans(spans.map(({ text, ranges }) => ({ text, ranges }))), joins };
}

/** A line that breaks off before a Latin word that did not fit needs the space which the line end stood for. */
function isBetweenWords(line: Line, next: Line, wrap: Wrap): boolean {
  const isLatin = /[A-Za-z,.;]$/u.test(line.text) && /^[A-Za-z]/u.test(next.text);
  return isLatin && line[wrap.measure] < wrap.width && !isWhite(line.text.slice(-1));
}
