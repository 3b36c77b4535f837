// A newspaper page's text becomes blocks, in passes: printed lines → logical lines → roles → articles → paragraphs. Each pass
// only adds to what the one before knew, and every character keeps its place in the source.
import {
  defaultLimits,
  type Diagnostic,
  type Furniture,
  type PageParser,
  type ParsedBlock,
  type Stated,
} from '../format';
import type { TextRange } from '../../text/offsets';
import { assemble } from './assemble';
import { finishBlocks } from './finish';
import { readFrontMatter, withoutTitle } from './front-matter';
import type { RoledLine } from './line-role';
import { readLines } from './lines';
import { readMetadata } from './metadata';
import { readPageStyle } from './page-style';
import { assignRoles, lineForm } from './roles';
import { unwrapLines } from './unwrap';

/** Metadata of this confidence or more is taken as the page's own; below, it is only offered. */
const sureEnough = 0.5;
/** A decision below this is one a person should look at. */
const doubtful = 0.6;

/** Parses the text of one newspaper page. Never throws; nothing of the text is lost without a diagnostic. */
export const parsePageText: PageParser = (text, limits = defaultLimits, habits = []) => {
  const { lines, dropped, end } = readLines(text, limits);
  const front = readFrontMatter(lines);
  const logical = unwrapLines(front.page, (line) => lineForm(line, habits));
  const style = readPageStyle(logical);
  const own = assignRoles(logical, style, habits);
  const roled = [
    ...(hasOwnHeadline(own) ? withoutTitle(front) : [...front.furniture, ...front.title]),
    ...own,
  ];
  const assembly = assemble(roled, style);
  const finished = finishBlocks(assembly.drafts, style);
  const furniture = inReadingOrder([...assembly.furniture, ...finished.furniture]);
  const articles = finished.blocks.filter((block) => block.type === 'article').length;
  const codes = finished.codes.map(({ iso, furniture: code }) => ({ iso, ...extent(code.ranges) }));
  const metadata = readMetadata(roled, codes, articles, noticeDates(finished.blocks));
  const publication = chosen(metadata.publication);
  const publicationDate = chosen(metadata.publicationDate);
  const pageNumber = chosen(metadata.pageNumber);
  const pageName = chosen(metadata.pageName);
  return {
    ...(publication === undefined ? {} : { publication }),
    ...(publicationDate === undefined ? {} : { publicationDate }),
    ...(pageNumber === undefined ? {} : { pageNumber }),
    ...(pageName === undefined ? {} : { pageName }),
    blocks: finished.blocks,
    furniture,
    diagnostics: diagnose(text, end, dropped, finished.blocks, lines.length),
    alternatives: metadata,
  };
};

/** Whether the first thing on the page that is no furniture is a line that heads what follows. */
function hasOwnHeadline(roled: readonly RoledLine[]): boolean {
  const first = roled.find(({ role }) => role.kind !== 'furniture' && role.kind !== 'date');
  return first !== undefined && /^(?:display|label|notice-title)$/u.test(first.role.kind);
}

function chosen(readings: readonly Stated[]): string | undefined {
  const best = readings[0];
  return best !== undefined && best.confidence >= sureEnough ? best.value : undefined;
}

function noticeDates(blocks: readonly ParsedBlock[]): readonly { iso: string; start: number; end: number }[] {
  return blocks.flatMap((block) =>
    block.pieces
      .filter((piece) => piece.role === 'date')
      .map((piece) => ({ iso: block.date ?? '', ...extent(piece.ranges) })),
  );
}

function extent(ranges: readonly TextRange[]): TextRange {
  return { start: ranges[0]?.start ?? 0, end: ranges.at(-1)?.end ?? 0 };
}

function inReadingOrder(furniture: readonly Furniture[]): readonly Furniture[] {
  return [...furniture].sort((one, other) => extent(one.ranges).start - extent(other.ranges).start);
}

function diagnose(
  text: string,
  end: number,
  dropped: readonly TextRange[],
  blocks: readonly ParsedBlock[],
  lines: number,
): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const isControl = (range: TextRange) => {
    const unit = text.charCodeAt(range.start);
    return unit < 0x20 || (unit >= 0x7f && unit <= 0x9f);
  };
  const controls = dropped.filter(isControl);
  const marks = dropped.filter((range) => !isControl(range));
  if (controls.length > 0) {
    diagnostics.push({
      code: 'control-characters-dropped',
      severity: 'warning',
      ranges: controls,
      detail: String(controls.length),
    });
  }
  if (marks.length > 0) {
    diagnostics.push({
      code: 'invisible-characters-dropped',
      severity: 'info',
      ranges: marks,
      detail: String(marks.length),
    });
  }
  const replaced = [...text.slice(0, end).matchAll(/\ufffd+/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  if (replaced.length > 0) {
    diagnostics.push({
      code: 'replacement-characters',
      severity: 'warning',
      ranges: replaced,
      detail: String(replaced.length),
    });
  }
  if (end < text.length) {
    diagnostics.push({
      code: 'text-cut-at-limit',
      severity: 'warning',
      ranges: [{ start: end, end: text.length }],
      detail: String(end),
    });
  }
  if (lines === 0) diagnostics.push({ code: 'no-text', severity: 'warning', ranges: [] });
  for (const block of blocks) diagnostics.push(...diagnoseBlock(block));
  return diagnostics;
}

function diagnoseBlock(block: ParsedBlock): readonly Diagnostic[] {
  const isBare = block.type === 'article' && block.pieces.every((piece) => piece.role !== 'headline');
  const first = block.pieces[0];
  const headless: Diagnostic[] =
    isBare && first !== undefined
      ? [{ code: 'article-without-headline', severity: 'warning', ranges: first.ranges.slice(0, 1) }]
      : [];
  const doubts = block.pieces
    .filter((piece) => piece.confidence < doubtful)
    .map((piece): Diagnostic => ({
      code: 'doubtful-decision',
      severity: 'info',
      ranges: piece.ranges,
      detail: piece.role,
    }));
  return [...headless, ...doubts];
}
