// Lines that only their neighbours explain: verse, and lists such as results, prices and programmes.
import { countCharacters } from '../../text/han';
import type { LineRole } from './line-role';
import type { LogicalLine } from './unwrap';

/** Lines of verse are short, closed by punctuation, and as long as their neighbours. */
export function settleVerse(lines: readonly LogicalLine[], roles: LineRole[]): void {
  const isVerseLine = (index: number): boolean => {
    const line = lines[index];
    const kind = roles[index]?.kind;
    if (line === undefined || (kind !== 'body' && kind !== 'display' && kind !== 'verse')) return false;
    return line.text.length <= 20 && /^[\p{Script=Han}，、；]{3,}[，。；！？、]$/u.test(line.text);
  };
  for (let index = 0; index < lines.length; index++) {
    let end = index;
    while (isVerseLine(end)) end++;
    const run = lines.slice(index, end);
    const isEven = run
      .slice(1)
      .every((line, at) => Math.abs(line.text.length - (run[at]?.text.length ?? 0)) <= 5);
    const twins = run.filter((line, at) => run[at + 1]?.text.length === line.text.length).length;
    if (run.length >= 2 && isEven && twins >= 1 && twins >= (run.length - 1) * 0.3) {
      for (let at = index; at < end; at++) roles[at] = { kind: 'verse' };
    }
    index = Math.max(index, end - 1);
  }
}

const figures =
  /[0-9０-９]|[一二三四五六七八九十百千万萬〇零两兩]{2,}|[一二三四五六七八九〇零][比:：][一二三四五六七八九〇零]/u;

/** One entry of a list, such as who won what: 男双：张甲/李乙. */
const entry = /^\p{Script=Han}{2,5}[：:]\s?[^。！？，；：“]{1,16}$/u;

/** A time of day and what is on: 19:38 焦点访谈. */
const programme = /^\d{1,2}[:：.]\d{2}(?:\s|\p{Script=Han})/u;

/** Short lines in a row that all have figures and end no sentence are a list. */
export function settleLists(lines: readonly LogicalLine[], roles: LineRole[]): void {
  const isListLine = (index: number): boolean => {
    const role = roles[index];
    const text = lines[index]?.text ?? '';
    if (role?.kind === 'body') return role.dateline === null && entry.test(text);
    if (role?.kind !== 'display' || role.form !== 'plain') return false;
    return entry.test(text) || (countCharacters(text) <= 36 && figures.test(text));
  };
  for (let index = 0; index < lines.length; index++) {
    let end = index;
    while (isListLine(end)) end++;
    const below = roles[end]?.kind;
    // Display lines stand above text in threes at most, and the last line before it may be a headline.
    const isHead = below === 'body' || below === 'byline';
    const isProgramme = end > index && programme.test(lines[index]?.text ?? '');
    if (isProgramme || end - index >= (isHead ? 5 : 3)) {
      for (let at = index; at < (isHead && !isProgramme ? end - 1 : end); at++) roles[at] = { kind: 'list' };
    }
    index = Math.max(index, end - 1);
  }
}
