// Turns the text of a block into clusters: joins what stands together, and gives each its form.
import type { BlockRole } from '../publication/issue';
import { characterClass, classOf, isDigit } from './character-class';
import type { Cluster, ClusterStyle } from './cluster';
import { formsFor, han, wordSpace, type ClusterForm } from './cluster-form';
import { pushLatinRun } from './latin-run';
import type { Em } from './model';
import { withTitleLines } from './title-lines';

/** Clusterizes `text` from `start` to `end`; the clusters cover every code unit of the range exactly once. */
export function clusterize(
  text: string,
  start: number,
  end: number,
  role: BlockRole,
  style: ClusterStyle,
): Cluster[] {
  const forms = formsFor(style);
  const isVertical = style.direction === 'vertical';
  const clusters: Cluster[] = [];
  let rotatedUntil = start;
  let previousClass = -1;
  for (let index = start; index < end;) {
    let character = classOf(text.charCodeAt(index));
    const runEnd = character === characterClass.latin ? latinRunEnd(text, index, end) : index;
    if (isLoneSign(text, index, runEnd, start, end)) {
      character = text[index] === '/' ? characterClass.solidus : characterClass.shortConnector;
    }
    if (character === characterClass.latin) {
      pushLatinRun(clusters, text, index, runEnd, role, style, {
        mayStandUpright: index >= rotatedUntil && standsAlone(text, index, runEnd, start, end),
        isGlued: previousClass === characterClass.prefix,
      });
      index = runEnd;
    } else if (character === characterClass.combining && clusters.length > 0) {
      const next = characterEnd(text, index, end);
      appendToLast(clusters, text, next);
      index = next;
      continue;
    } else {
      if (character === characterClass.open && isVertical) {
        rotatedUntil = Math.max(rotatedUntil, rotatedQuoteEnd(text, index, end));
      }
      const { form, next, display: joined } = signAt(text, index, start, end, character, forms, isVertical);
      const turns = isVertical && style.region === 'CNS' && index >= rotatedUntil;
      const display = joined ?? (turns ? quotesOfCNS.get(text.slice(index, next)) : undefined);
      clusters.push({
        start: index,
        end: next,
        text: text.slice(index, next),
        kind: form.kind,
        paint: index < rotatedUntil && form.paint === 'vertical' ? 'rotate' : form.paint,
        advance: form.advance,
        lead: form.lead,
        trail: form.trail,
        scale: 1,
        noStart: form.noStart,
        noEnd: form.noEnd,
        glued: previousClass >= characterClass.latin && isGluedTo(previousClass, character, text, index),
        isForcedEnd: character === characterClass.lineFeed,
        role,
        display,
        stops: undefined,
        // Two marks that share a cell, and those of a quotation that lies, are in its middle already.
        shift: display === undefined && index >= rotatedUntil ? form.shift : undefined,
        title: undefined,
      });
      index = next;
    }
    if (isMinus(text, clusters.at(-1), index, end, previousClass)) character = characterClass.prefix;
    previousClass = character;
  }
  return style.titles === 'wavy' && isVertical ? withTitleLines(clusters) : clusters;
}

/** In Taiwan and Hong Kong the outer quotes of 竖排 are ﹁﹂, the inner ﹃﹄: the other way round than in GB/T 15834, 5.2.3. */
const quotesOfCNS: ReadonlyMap<string, string> = new Map([
  ['“', '「'],
  ['”', '」'],
  ['‘', '『'],
  ['’', '』'],
]);

type Sign = { readonly form: ClusterForm; readonly next: number; readonly display: string | undefined };

/** The sign that begins at `index`: a character, or a pair of dashes, dots or exclamations. */
function signAt(
  text: string,
  index: number,
  start: number,
  end: number,
  character: number,
  forms: readonly (ClusterForm | undefined)[],
  isVertical: boolean,
): Sign {
  const form = forms[character] ?? han;
  const next = characterEnd(text, index, end);
  switch (character) {
    case characterClass.dash:
    case characterClass.ellipsis: {
      const isPair = next < end && classOf(text.charCodeAt(next)) === character;
      if (isPair)
        return { form: { ...form, advance: 2 }, next: characterEnd(text, next, end), display: undefined };
      // A dash by itself is a connector.
      const connector = character === characterClass.dash ? forms[characterClass.connector] : undefined;
      return {
        form: connector === undefined ? form : { ...connector, paint: 'rule' },
        next,
        display: undefined,
      };
    }
    case characterClass.full: {
      const display = isVertical ? exclamationPair(text, index, end) : undefined;
      return display === undefined
        ? { form, next, display }
        : { form: { ...form, paint: 'combine' }, next: index + 2, display };
    }
    case characterClass.solidus:
      return { form, next, display: '/' };
    case characterClass.space:
      return { form: { ...form, advance: spaceAdvance(text, index, start, end) }, next, display: undefined };
    default:
      return { form, next, display: undefined };
  }
}

/** Whether what was read last is the minus of the figure that follows, and no dash between two. */
function isMinus(
  text: string,
  last: Cluster | undefined,
  next: number,
  end: number,
  previousClass: number,
): boolean {
  if (last?.text !== '－' && last?.text !== '−') return false;
  const followsFigure = previousClass === characterClass.latin || previousClass === characterClass.wideDigit;
  const follower = next < end ? text.charCodeAt(next) : 0;
  return !followsFigure && (isDigit(follower) || classOf(follower) === characterClass.wideDigit);
}

/** Whether a unit or a full-width digit belongs to the figure before it. */
function isGluedTo(previousClass: number, character: number, text: string, index: number): boolean {
  switch (character) {
    case characterClass.suffix:
      return isFigure(previousClass, text, index);
    case characterClass.wideDigit:
      return previousClass === characterClass.wideDigit || previousClass === characterClass.prefix;
    default:
      return false;
  }
}

function characterEnd(text: string, index: number, end: number): number {
  const code = text.codePointAt(index) ?? 0;
  let next = index + (code > 0xffff ? 2 : 1);
  while (next < end) {
    const unit = text.charCodeAt(next);
    if (unit === 0xdb40)
      next += 2; // ideographic variation selectors, U+E0100 and up
    else if (unit === 0x200d && next + 1 < end) next += (text.codePointAt(next + 1) ?? 0) > 0xffff ? 3 : 2;
    else if (classOf(unit) === characterClass.combining) next += 1;
    else break;
  }
  return Math.min(next, end);
}

function appendToLast(clusters: Cluster[], text: string, end: number): void {
  const last = clusters.pop();
  if (last === undefined) return;
  const stops = last.stops && [...last.stops, ...new Array<Em>(end - last.end).fill(last.stops.at(-1) ?? 0)];
  clusters.push({ ...last, end, text: text.slice(last.start, end), stops });
}

/** ？！ and the like share one cell in 竖排 (GB/T 15834 5.1.2): the half-width marks to paint there. */
function exclamationPair(text: string, index: number, end: number): string | undefined {
  if (index + 1 >= end) return undefined;
  const first = halfMark(text.charCodeAt(index));
  const second = halfMark(text.charCodeAt(index + 1));
  return first === undefined || second === undefined ? undefined : first + second;
}

function halfMark(codeUnit: number): string | undefined {
  if (codeUnit === 0xff01) return '!';
  return codeUnit === 0xff1f ? '?' : undefined;
}

/** Where a quotation of nothing but Latin ends, or 0: its quotes lie on their side with it. */
function rotatedQuoteEnd(text: string, index: number, end: number): number {
  const opened = text[index];
  const closing = opened === '“' ? '”' : opened === '‘' ? '’' : undefined;
  if (closing === undefined) return 0;
  let letters = 0;
  for (let at = index + 1; at < end && at < index + 120; at++) {
    if (text[at] === closing) {
      const content = text.slice(index + 1, at);
      return letters > 0 && !/^(?:[A-Z]{1,4}|[A-Za-z0-9]{1,2})$/.test(content) ? at + 1 : 0;
    }
    const character = classOf(text.charCodeAt(at));
    if (character === characterClass.latin) letters += isDigit(text.charCodeAt(at)) ? 0 : 1;
    else if (character !== characterClass.space) return 0;
  }
  return 0;
}

/**
 * A space of the source: half an em between Han, a word space else. Beside a full-width mark, which brings its own white,
 * it is none (clreq, "mixed text composition": no space beside full-width punctuation).
 */
function spaceAdvance(text: string, index: number, start: number, end: number): Em {
  if (index > start && isFullWidthMark(text.charCodeAt(index - 1))) return 0;
  if (index + 1 < end && isFullWidthMark(text.charCodeAt(index + 1))) return 0;
  return isBetweenHan(text, index, start, end) ? 0.5 : wordSpace;
}

function isFullWidthMark(codeUnit: number): boolean {
  const character = classOf(codeUnit);
  return character >= characterClass.open && character <= characterClass.full;
}

function isBetweenHan(text: string, index: number, start: number, end: number): boolean {
  if (index <= start || index + 1 >= end) return false;
  return isWide(text.charCodeAt(index - 1)) && isWide(text.charCodeAt(index + 1));
}

/** A hyphen or solidus between Han characters is theirs. */
function isLoneSign(text: string, index: number, runEnd: number, start: number, end: number): boolean {
  const isSign = text[index] === '-' || text[index] === '/';
  return isSign && runEnd === index + 1 && isBetweenHan(text, index, start, end);
}

function isWide(codeUnit: number): boolean {
  const character = classOf(codeUnit);
  return character !== characterClass.latin && character !== characterClass.space;
}

function isFigure(previousClass: number, text: string, index: number): boolean {
  if (previousClass === characterClass.wideDigit) return true;
  return previousClass === characterClass.latin && isDigit(text.charCodeAt(index - 1));
}

function latinRunEnd(text: string, index: number, end: number): number {
  let next = index + 1;
  while (next < end) {
    const character = classOf(text.charCodeAt(next));
    if (character !== characterClass.latin && character !== characterClass.combining) break;
    next++;
  }
  return next;
}

/** Capitals may stand upright only where no other Latin word belongs to them. */
function standsAlone(text: string, runStart: number, runEnd: number, start: number, end: number): boolean {
  const before = runStart > start ? text[runStart - 1] : undefined;
  const after = runEnd < end ? text[runEnd] : undefined;
  return before !== ' ' && after !== ' ';
}
