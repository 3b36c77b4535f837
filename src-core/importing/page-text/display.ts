// Display lines above an article: which is 引题, 主题, 副题. A dump keeps no type size, so position, dashes, lengths and the
// habits of the script decide; the other readings are kept as alternatives.
import { countCharacters } from '../../text/han';
import { joinSpans, type SourceSpan } from '../../text/source-span';
import type { BlockRole } from '../../publication/issue';
import type { AlternativeReading, Decision, Join, Reason } from '../format';
import type { PageStyle } from './page-style';
import type { LogicalLine } from './unwrap';

export type DisplayPiece = SourceSpan &
  Decision & { readonly role: BlockRole; readonly joins: readonly Join[] };

export type DisplayReading = {
  readonly pieces: readonly DisplayPiece[];
  readonly alternatives: readonly AlternativeReading[];
};

/** A deck often says what kind of text it stands above: 专家答读者问, 春运侧记. */
const genre =
  /(?:答(?:读者|讀者|记者|記者|本报|网友|網友)?[问問]|访谈(?:录)?|訪談(?:錄)?|专访|專訪|纪实|紀實|侧记|側記|综述|綜述|述评|述評|见闻|見聞|纪事|紀事|速写|特写|启示录|随感|有感|读后)$/u;

/** A kicker tells the occasion: 財部實施新貨幣政策後, 工部局昨開董事會議. */
const occasion = /[后後中时時际際]$|昨|今[日天晨晚]|前[日天晚]|日前/u;

type DisplayUnit = SourceSpan & { readonly joins: readonly Join[] };

/** Reads the lines above one article. `isTitled` says that the first line is known to be the title, as on a web page. */
export function readDisplay(
  lines: readonly LogicalLine[],
  style: PageStyle,
  isTitled: boolean,
): DisplayReading {
  const units = joinDisplayLines(lines, style);
  const { roles, reason, confidence, alternatives } = rolesOf(units, style, isTitled);
  const pieces = units.map((unit, index) => ({
    ...unit,
    role: roles[index] ?? 'deck',
    confidence,
    reason: reason[index] ?? 'last-of-several-display-lines',
  }));
  return { pieces, alternatives };
}

/** Lines set together between empty lines are one display line broken to the column's width. */
export function joinDisplayLines(lines: readonly LogicalLine[], style: PageStyle): readonly DisplayUnit[] {
  const groups = new Map<number, LogicalLine[]>();
  for (const line of lines) {
    const group = groups.get(line.group);
    if (group === undefined) groups.set(line.group, [line]);
    else group.push(line);
  }
  return [...groups.values()].flatMap((group) => {
    if (group.length > 3) return group.map((line) => joinUnit([line]));
    const lengths = group.map((line) => countCharacters(line.text));
    const isNarrow = Math.max(...lengths) <= 12 && Math.max(...lengths) - Math.min(...lengths) <= 3;
    const isOne = group.length > 1 && group.length <= 3 && style.isSpaced && (groups.size > 1 || isNarrow);
    return isOne && group.every((line) => !/[—：:]$|^—/u.test(line.text))
      ? [joinUnit(group)]
      : group.map((line) => joinUnit([line]));
  });
}

function joinUnit(lines: readonly LogicalLine[]): DisplayUnit {
  const joins: Join[] = [];
  let length = 0;
  for (const line of lines) {
    if (length > 0) joins.push({ at: length, confidence: 0.75, reason: 'display-lines' });
    for (const join of line.joins) joins.push({ ...join, at: join.at + length });
    length += line.text.length;
  }
  return { ...joinSpans(lines.map(({ text, ranges }) => ({ text, ranges }))), joins };
}

type RoleReading = {
  readonly roles: readonly BlockRole[];
  readonly reason: readonly Reason[];
  readonly confidence: number;
  readonly alternatives: readonly AlternativeReading[];
};

function rolesOf(units: readonly DisplayUnit[], style: PageStyle, isTitled: boolean): RoleReading {
  const [first, second] = units;
  if (first === undefined || second === undefined) {
    return { roles: ['headline'], reason: ['only-display-line'], confidence: 0.95, alternatives: [] };
  }
  const leads = /(?:——|—|：|:)$/u.test(first.text);
  const dash = units.findIndex((unit, index) => index > 0 && /^(?:——|—|－－|--)/u.test(unit.text));
  if (units.length === 2) return twoLines(first, second, style, isTitled, leads, dash === 1);
  if (isTitled && !leads) return headlineFirst(units.length, 0.85, 'web-title');
  if (dash === 1) return headlineFirst(units.length, 0.85, 'dash-marks-deck');
  const isOccasion = occasion.test(first.text) && !occasion.test(second.text);
  if (style.isTraditional && !leads && !isOccasion)
    return headlineFirst(units.length, 0.6, 'traditional-order');
  return {
    roles: units.map((_, index) => (index === 0 ? 'kicker' : index === 1 ? 'headline' : 'deck')),
    reason: units.map((_, index) =>
      index === 0
        ? 'first-of-several-display-lines'
        : index === 1
          ? 'middle-of-several-display-lines'
          : 'last-of-several-display-lines',
    ),
    confidence: leads || dash === 2 ? 0.85 : 0.6,
    alternatives: [{ roles: units.map((_, index) => (index === 0 ? 'headline' : 'deck')), confidence: 0.35 }],
  };
}

function twoLines(
  first: DisplayUnit,
  second: DisplayUnit,
  style: PageStyle,
  isTitled: boolean,
  leads: boolean,
  isDashed: boolean,
): RoleReading {
  if (leads && !isDashed) {
    return {
      roles: ['kicker', 'headline'],
      reason: ['dash-marks-kicker', 'second-of-two-display-lines'],
      confidence: 0.9,
      alternatives: [],
    };
  }
  if (isDashed) return headlineFirst(2, 0.92, 'dash-marks-deck');
  if (genre.test(second.text) && mainLength(second.text) < mainLength(first.text))
    return headlineFirst(2, 0.75, 'names-the-genre');
  if (isTitled) return headlineFirst(2, 0.8, 'web-title');
  if (style.isTraditional) return headlineFirst(2, 0.6, 'traditional-order');
  const ratio = mainLength(second.text) / Math.max(1, mainLength(first.text));
  if (ratio >= 2.2 && mainLength(first.text) >= 4) return headlineFirst(2, 0.55, 'longer-line-is-deck');
  return {
    roles: ['kicker', 'headline'],
    reason: ['first-of-two-display-lines', 'second-of-two-display-lines'],
    confidence: 0.65,
    alternatives: [{ roles: ['headline', 'deck'], confidence: 0.35 }],
  };
}

function headlineFirst(count: number, confidence: number, reason: Reason): RoleReading {
  const kicker: BlockRole[] = [
    'kicker',
    'headline',
    ...Array.from({ length: count - 2 }, (): BlockRole => 'deck'),
  ];
  return {
    roles: Array.from({ length: count }, (_, index): BlockRole => (index === 0 ? 'headline' : 'deck')),
    reason: Array.from({ length: count }, () => reason),
    confidence,
    alternatives: confidence > 0.85 ? [] : [{ roles: kicker, confidence: 1 - confidence }],
  };
}

/** The length of a display line without its bracketed addition, such as a column's name. */
function mainLength(text: string): number {
  return countCharacters(text.replace(/[（(][^（）()]*[）)]$/u, ''));
}
