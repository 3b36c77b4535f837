// Front matter: the lines between two rules of hyphens with which note programs and converters begin a file, as
//
//   ---
//   publication: 南溪日报
//   date: 2021-03-18
//   ---
//
// They say of the page what its page line says, and stand in no article. Only the simple form is read, a key and a value on
// a line; lists and nested values are set aside with the rest.
import { findDates } from '../../text/chinese-date';
import { joinSpans, sliceSpan, trimSpan, type SourceSpan } from '../../text/source-span';
import { findFurniture, withoutPageLetter, type FoundFurniture } from './furniture';
import type { RoledLine } from './line-role';
import type { Line } from './lines';
import type { LogicalLine } from './unwrap';

export type FrontMatter = {
  /** The lines as furniture, with what they state. */
  readonly furniture: readonly RoledLine[];
  /** The headline that a `title` gives, and the line of the author; empty without a title that could be one. */
  readonly title: readonly RoledLine[];
  /** The lines of the page itself. */
  readonly page: readonly Line[];
};

/** More lines than this are no front matter. */
const most = 60;
const fence = /^-{3,}$/u;
const end = /^(?:-{3,}|\.{3})$/u;
const entry = /^([\p{L}][\p{L}\p{N} _-]{0,30}?)\s?[:：]\s*(.*)$/u;

/** Parts the front matter of a page from what follows. */
export function readFrontMatter(lines: readonly Line[]): FrontMatter {
  const [opening] = lines;
  const close = lines.slice(1, most).findIndex(({ text }) => end.test(text)) + 1;
  const closing = lines[close];
  const none = { furniture: [], title: [], page: lines };
  if (opening === undefined || closing === undefined || close < 2 || !fence.test(opening.text)) return none;
  const inner = lines.slice(1, close);
  if (
    !inner.every(
      ({ text, indent }, at) => entry.test(text) || (at > 0 && (indent > 0 || /^[-#]/u.test(text))),
    )
  )
    return none;
  const entries = inner.map(partEntry);
  if (entries.every((each) => each.role === null)) return none;
  const titled = entries.find(({ role, value }) => role === 'title' && findFurniture(value.text) === null);
  const furniture = [furnitureLine(opening), furnitureLine(closing)];
  const title: RoledLine[] = [];
  for (const each of entries) {
    const stated = statedBy(each.role, each.value.text);
    if (each === titled) {
      furniture.push(furnitureLine({ ...each.line, ...each.around }));
      title.unshift({
        line: logicalLine({ ...each.line, ...each.value }),
        role: { kind: 'display', form: 'plain' },
      });
    } else
      (stated.authors !== undefined && titled !== undefined ? title : furniture).push(
        furnitureLine(each.line, stated),
      );
  }
  return { furniture, title, page: lines.slice(close + 1) };
}

/** The front matter of a page whose own text begins with a headline, which a title would only say again. */
export function withoutTitle({ furniture, title }: FrontMatter): readonly RoledLine[] {
  return [
    ...furniture,
    ...title.map(({ line, role }) => (role.kind === 'furniture' ? { line, role } : asFurniture(line))),
  ];
}

type Role = 'title' | 'publication' | 'date' | 'page' | 'section' | 'authors';

type Entry = {
  readonly line: Line;
  /** What the key names; null where it is another. */
  readonly role: Role | null;
  readonly value: SourceSpan;
  /** The line without its value. */
  readonly around: SourceSpan;
};

const keys: readonly (readonly [Role, RegExp])[] = [
  ['title', /^(?:title|headline|标题|標題|题名|題名)$/u],
  ['publication', /^(?:publication|newspaper|paper|journal|报名|報名|报纸|報紙|刊名)$/u],
  ['date', /^(?:date|pubdate|published|publicationdate|日期|出版日期|时间|時間)$/u],
  ['page', /^(?:page|pagenumber|版|版次|版号|版號)$/u],
  ['section', /^(?:section|pagename|版名|版面)$/u],
  ['authors', /^(?:authors?|byline|reporters?|作者|记者|記者)$/u],
];

function partEntry(line: Line): Entry {
  const found = entry.exec(line.text);
  const key = (found?.[1] ?? '').toLowerCase().replace(/[ _-]/gu, '');
  const given = found?.[2] ?? '';
  const quotes = /^(["']).+\1$/u.test(given) ? 1 : 0;
  const value = trimSpan(
    sliceSpan(line, line.text.length - given.length + quotes, line.text.length - quotes),
  );
  const start = line.text.lastIndexOf(value.text);
  const around = joinSpans([sliceSpan(line, 0, start), sliceSpan(line, start + value.text.length)]);
  const role = value.text === '' ? null : (keys.find(([, form]) => form.test(key))?.[0] ?? null);
  return { line, role, value, around };
}

/** What an entry states of the page. */
function statedBy(role: Role | null, value: string): Omit<FoundFurniture, 'kind' | 'confidence'> {
  switch (role) {
    case 'publication':
      return { publication: value.replace(/^《(.+)》$/u, '$1').slice(0, 40) };
    case 'date': {
      const [date] = findDates(value);
      return date === undefined ? {} : { date: date.iso };
    }
    case 'page': {
      const number = /^第?\s?([A-Za-z]?\d{1,3})\s?[版页頁]?$/u.exec(value)?.[1];
      const pageNumber = withoutPageLetter(number);
      return pageNumber === undefined ? {} : { pageNumber };
    }
    case 'section':
      return { pageName: value.slice(0, 20) };
    case 'authors': {
      const names = value.replace(/^\[|\]$/gu, '').split(/\s*[,，、;；]\s*/u);
      return { authors: names.filter((name) => name !== '') };
    }
    case 'title':
    case null:
      return {};
  }
}

function furnitureLine(line: Line, stated: Omit<FoundFurniture, 'kind' | 'confidence'> = {}): RoledLine {
  return asFurniture(logicalLine(line), stated);
}

function asFurniture(line: LogicalLine, stated: Omit<FoundFurniture, 'kind' | 'confidence'> = {}): RoledLine {
  return {
    line,
    role: { kind: 'furniture', furniture: { kind: 'front-matter', confidence: 0.98, ...stated } },
  };
}

function logicalLine(line: Line): LogicalLine {
  return {
    text: line.text,
    ranges: line.ranges,
    joins: [],
    indent: line.indent,
    blankAbove: line.blankAbove,
    group: -1,
    printed: 1,
  };
}
