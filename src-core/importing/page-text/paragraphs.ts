// Paragraphs cut by the page: a piece that breaks off in mid-sentence, or inside a quotation, goes on in the next one. A cut
// that happens to fall on a full stop shows only in the geometry: the pieces between column feet are equally long.
import { endsSentence, squeeze, unbalanced } from '../../text/han';
import type { Join } from '../format';
import { isWordCut, type PageStyle } from './page-style';

const bullet =
  /^(?:[（(][一二三四五六七八九十0-9]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|[0-9]{1,2}[、．.](?!\d)|[①-⑩●■◆◎□○★☆▲△▼◇•※]|[问問答][：:])/u;
const contact = /(?:电话|電話|热线|邮箱|信箱|网址|地址|传真|微信|QQ|邮编|联系人)[：:]?/u;

type Verdict = Pick<Join, 'confidence' | 'reason'>;

/** One of an article's running paragraphs; `printed` is its length on the page, dateline included. */
export type RunningText = { readonly text: string; readonly printed: number };

/** For each paragraph but the first, the reason to join it to the one before, or null. */
export function findJoins(running: readonly RunningText[], style: PageStyle): readonly (Verdict | null)[] {
  const joins = running.map(({ text }, index) => {
    const above = running[index - 1];
    return above === undefined ? null : joinOf(above.text, text, style);
  });
  if (!style.isOldStyle) findColumnFeet(running, joins);
  return joins;
}

function joinOf(above: string, text: string, style: PageStyle): Verdict | null {
  if (/^[，。、；：！？）》」』”’]/u.test(text) && !endsSentence(above))
    return { confidence: 0.97, reason: 'mid-sentence' };
  if (bullet.test(text) && !/[，]$/u.test(above)) return null;
  if (style.isOldStyle) {
    const breaksOff = above.length >= 30 && /[\p{Script=Han}]$/u.test(above) && /、/u.test(above);
    return breaksOff ? { confidence: 0.6, reason: 'mid-sentence' } : null;
  }
  if (endsSentence(above)) return openQuote(above, text);
  if (above.length >= 6 && isWordCut(style, above, text)) return { confidence: 0.97, reason: 'mid-sentence' };
  if (above.length < 12 || /[：:]$/u.test(above)) return null;
  if (/[，、]$/u.test(above)) return { confidence: 0.95, reason: 'mid-sentence' };
  if (/[；;]$/u.test(above)) return bullet.test(above) ? null : { confidence: 0.6, reason: 'mid-sentence' };
  const isRunning = /[，。、“「]/u.test(above);
  if (!isRunning || contact.test(above)) return null;
  if (/\p{Script=Han}$/u.test(above))
    return { confidence: above.length >= 20 ? 0.95 : 0.75, reason: 'mid-sentence' };
  if (/[”’」』》]$/u.test(above))
    return above.length >= 20 ? { confidence: 0.75, reason: 'mid-sentence' } : null;
  return above.length >= 30 ? { confidence: 0.65, reason: 'mid-sentence' } : null;
}

/** A quotation of several paragraphs opens its quotes anew in each; one that was cut does not. */
function openQuote(above: string, text: string): Verdict | null {
  const open = unbalanced(above).open.find((mark) => '“「（《'.includes(mark));
  if (open === undefined || text.startsWith(open)) return null;
  return unbalanced(text).closed.includes(open) ? { confidence: 0.8, reason: 'open-quote' } : null;
}

/**
 * Joins at column feet. From the certain cuts follows the length of a column; where it puts a foot at the end of a
 * paragraph, the paragraph is joined to the next only if it is a single short statement and the next opens nothing new.
 */
function findColumnFeet(running: readonly RunningText[], joins: (Verdict | null)[]): void {
  const ends: number[] = [];
  let total = 0;
  for (const { printed } of running) {
    total += printed;
    ends.push(total);
  }
  const cuts = joins.flatMap((join, index) =>
    join !== null && join.confidence >= 0.9 ? [ends[index - 1] ?? 0] : [],
  );
  const column = columnLength(cuts);
  if (column === null) return;
  const lengths = running.map(({ printed }) => printed).sort((one, other) => one - other);
  const median = lengths[Math.floor(lengths.length / 2)] ?? 0;
  for (const [index, { text }] of running.entries()) {
    const above = running[index - 1]?.text;
    if (above === undefined || joins[index] !== null) continue;
    const end = ends[index - 1] ?? 0;
    const from = cuts.filter((cut) => cut < end).at(-1) ?? 0;
    const to = cuts.find((cut) => cut > end);
    if (to === undefined) continue;
    const columns = Math.round((to - from) / column);
    const foot = columns > 1 ? ((end - from) * columns) / (to - from) : 0;
    const isAtFoot =
      columns > 1 &&
      Math.abs(foot - Math.round(foot)) <= 0.06 &&
      Math.round(foot) > 0 &&
      Math.round(foot) < columns;
    const sentences = above.match(/[。！？]/gu)?.length ?? 0;
    const isFragment = joins[index - 1] === null && sentences === 1 && squeeze(above).length <= median * 0.6;
    if (isAtFoot && isFragment && !opensAnew(text)) joins[index] = { confidence: 0.6, reason: 'column-foot' };
  }
}

/** The length all certain cuts agree on, within a line or two; null where they do not. */
function columnLength(cuts: readonly number[]): number | null {
  const pieces = cuts.map((cut, index) => cut - (cuts[index - 1] ?? 0));
  const shortest = Math.min(...pieces);
  if (pieces.length < 2 || shortest < 60) return null;
  const counts = pieces.map((piece) => Math.round(piece / shortest));
  const column = (cuts.at(-1) ?? 0) / counts.reduce((sum, count) => sum + count, 0);
  const agrees = pieces.every(
    (piece, index) => Math.abs(piece - (counts[index] ?? 1) * column) <= Math.max(8, column * 0.05),
  );
  return agrees ? column : null;
}

/** Whether a paragraph opens a new movement: a quotation, or a setting closed by a comma (调研中，…; 会上，…). */
function opensAnew(text: string): boolean {
  return (
    /^[“「]/u.test(text) ||
    /^[^，。]{1,8}(?:中|上|后|時|时|说|據|据悉|间|期间|介绍)，/u.test(text) ||
    /^(?:据|同时|此外|另外|目前|近年来|随后|接着|下一步|当天|昨天|今天)[^。]{0,10}，/u.test(text)
  );
}
