// The masthead 报头 of an issue's first page: the paper's name, the day, the issue's number and how many pages it has; and
// beside it the 报眼, which here tells what stands on the other pages. It lies where reading starts, at the top right in
// 竖排, and is furniture: in no article, and an artifact in the PDF. In 竖排 its characters stand one below the other.
import { articleTitle } from '../publication/article-text';
import type { Issue } from '../publication/issue';
import { dateInNumerals, dateWords, inNumerals } from './date-words';
import { pageNumberWords, textWidth } from './furniture';
import type { Em, Face, Furniture, Rect } from './model';
import type { PageSpec } from './page-spec';

/** What a masthead says. */
export type MastheadWords = {
  readonly name: string;
  readonly details: readonly string[];
  /** What stands on the other pages, one line for each. */
  readonly contents: readonly string[];
};

/** A masthead set over a span of tiers. */
export type Masthead = {
  /** How many rows of the page it takes, its border included. */
  readonly rows: number;
  /** From its own start. */
  readonly furniture: readonly Furniture[];
  /** The borders of the masthead and the 报眼. */
  readonly boxes: readonly Rect[];
  /** Whether the span is neither too short for it nor so long that it looks lost. */
  readonly isCompact: boolean;
};

/** The words of an issue's masthead; null where its name is not known, or the first page here is not the issue's first. */
export function mastheadWords(issue: Issue, direction: PageSpec['direction']): MastheadWords | null {
  const [first] = issue.pages;
  if (issue.publication === undefined || issue.publication.trim() === '') return null;
  if (first?.number !== undefined && !/^(?:第|[A-Za-z])?0*[1１一](?:[版页頁])?$/u.test(first.number))
    return null;
  const isVertical = direction === 'vertical';
  const count = (value: number): string => (isVertical ? inNumerals(value) : String(value));
  const date =
    issue.date === undefined ? [] : [isVertical ? dateInNumerals(issue.date) : dateWords(issue.date)];
  const number =
    issue.issueNumber === undefined
      ? []
      : [`第${isVertical ? inNumerals(Number(issue.issueNumber)) : issue.issueNumber}期`];
  const pages = issue.pages.length > 1 ? [`今日${count(issue.pages.length)}版`] : [];
  const details = [...date, [...number, ...pages].join('　')].filter((words) => words !== '');
  return { name: issue.publication.trim(), details, contents: contentsOf(issue, count) };
}

/** A line of contents is cut to this many characters. */
const longestTitle = 13;
const mostContents = 6;

function contentsOf(issue: Issue, count: (value: number) => string): readonly string[] {
  return issue.pages.slice(1, 1 + mostContents).flatMap(({ number, articleIds }, at) => {
    const article = issue.articles.find(({ articleId }) => articleId === articleIds[0]);
    if (article === undefined) return [];
    const called =
      number === undefined || /^\d+$/u.test(number)
        ? `${count(Number(number ?? at + 2))}版`
        : pageNumberWords(number);
    const title = [...articleTitle(article).replaceAll(/\s+/gu, '　')];
    const words =
      title.length > longestTitle ? `${title.slice(0, longestTitle - 1).join('')}…` : title.join('');
    return [`${called}　${words}`];
  });
}

const largestName: Em = 5.2;
const leastName: Em = 2;
/** From one character of the name to the next, in em of its size. */
const nameSpacing = 1.12;
const padding: Em = 0.9;
const detailSize: Em = 0.95;
const contentsSize: Em = 0.9;
const lineStep: Em = 1.5;

/** The shortest span that holds a masthead, and the longest over which one does not look lost. */
const mastheadSpan = { least: 13, most: 46 } as const;

/** Over a span of at least this many em the 报眼 stands at the end of the masthead's lines, else after them. */
const leastShared: Em = 32;
/** The share of the span that the name then takes. */
const nameShare = 0.56;
const betweenBoxes: Em = 1;

/** Sets a masthead over `span` em; without the 报眼 where it would take more than `mostRows`. */
export function setMasthead(words: MastheadWords, spec: PageSpec, span: Em, mostRows: number): Masthead {
  const isShared = words.contents.length > 0 && span >= leastShared;
  const nameSpan = isShared ? Math.round(span * nameShare) : span;
  const name = setName(words, spec, nameSpan);
  if (words.contents.length === 0) return boxed([{ part: name, inline: 0, row: 0, span }], spec);
  const inline = isShared ? nameSpan + betweenBoxes : 0;
  const eye = setContents(words, spec, span - inline);
  const parts: readonly BoxedPart[] = [
    { part: name, inline: 0, row: 0, span: nameSpan },
    { part: eye, inline, row: isShared ? 0 : rowsFor(name.blockSize, spec) + 1, span: span - inline },
  ];
  const whole = boxed(parts, spec);
  return whole.rows <= mostRows
    ? whole
    : boxed([{ part: setName(words, spec, span), inline: 0, row: 0, span }], spec);
}

/** Lines with how far they reach along the block axis, in em. */
type Part = { readonly furniture: readonly Furniture[]; readonly blockSize: Em };

/** A part and where its box stands. */
type BoxedPart = { readonly part: Part; readonly inline: Em; readonly row: number; readonly span: Em };

/** Boxes that end together where they stand beside each other along the line. */
function boxed(parts: readonly BoxedPart[], spec: PageSpec): Masthead {
  const { linePitch } = spec;
  const endOf = ({ part, row }: BoxedPart): number => row + rowsFor(part.blockSize, spec);
  const rows = Math.max(...parts.map(endOf));
  const boxes = parts.map((box): Rect => {
    const isFollowed = parts.some(({ row }) => row > box.row);
    const end = isFollowed ? endOf(box) : rows;
    return {
      inline: box.inline,
      block: box.row * linePitch,
      inlineSize: box.span,
      blockSize: (end - box.row) * linePitch,
    };
  });
  const furniture = parts.flatMap(({ part, inline }, at) => {
    const { block = 0, blockSize = 0 } = boxes[at] ?? {};
    // In the middle of its box.
    const before = block + (blockSize - part.blockSize) / 2;
    return part.furniture.map((piece) => ({
      ...piece,
      rect: { ...piece.rect, inline: piece.rect.inline + inline, block: piece.rect.block + before },
    }));
  });
  const span = Math.max(...boxes.map(({ inline, inlineSize }) => inline + inlineSize));
  return { rows, furniture, boxes, isCompact: span >= mastheadSpan.least && span <= mastheadSpan.most };
}

function setName({ name, details }: MastheadWords, spec: PageSpec, span: Em): Part {
  const size = Math.max(
    leastName,
    Math.min(largestName, (span - 2 * padding) / ([...name].length * nameSpacing)),
  );
  const thickness = size * 1.15;
  const first = padding + thickness + (details.length > 0 ? 0.4 : 0);
  return {
    furniture: [
      ...setLine(name, 'song-bold', size, nameSpacing, spec, {
        span,
        block: padding,
        thickness,
        from: undefined,
      }),
      ...details.flatMap((detail, at) =>
        setLine(detail, 'song', detailSize, 1, spec, {
          span,
          block: first + at * lineStep,
          thickness: lineStep,
          from: undefined,
        }),
      ),
    ],
    blockSize: first + details.length * lineStep + padding,
  };
}

function setContents({ contents }: MastheadWords, spec: PageSpec, span: Em): Part {
  const heading = 1.9;
  return {
    furniture: [
      ...setLine('本期要目', 'hei-bold', 1.05, 1.3, spec, {
        span,
        block: padding,
        thickness: heading,
        from: undefined,
      }),
      ...contents.flatMap((entry, at) =>
        setLine(entry, 'song', contentsSize, 1, spec, {
          span,
          block: padding + heading + at * lineStep,
          thickness: lineStep,
          from: padding,
        }),
      ),
    ],
    blockSize: padding + heading + contents.length * lineStep + padding,
  };
}

function rowsFor(blockSize: Em, { linePitch }: PageSpec): number {
  return Math.ceil(blockSize / linePitch - 1e-9);
}

type LinePlace = {
  readonly span: Em;
  readonly block: Em;
  readonly thickness: Em;
  /** Where the line starts; in the middle of the span where it is not said. */
  readonly from: Em | undefined;
};

/** In 竖排 a piece for every character, since furniture runs from left to right; in 横排 one for the line. */
function setLine(
  text: string,
  face: Face,
  size: Em,
  spacing: number,
  { direction }: PageSpec,
  { span, block, thickness, from }: LinePlace,
): readonly Furniture[] {
  const isVertical = direction === 'vertical';
  const pieces = isVertical || spacing > 1 ? [...text] : [text];
  const steps = pieces.map((piece) => (isVertical ? 1 : textWidth(piece)) * size * spacing);
  const length = steps.reduce((sum, step) => sum + step, 0);
  const room = span - 2 * padding;
  // A line that is too long is drawn together.
  const shrink = Math.min(1, room / length);
  let inline = from ?? (span - length * shrink) / 2;
  return pieces.flatMap((piece, at) => {
    const step = (steps[at] ?? 0) * shrink;
    const rect = { inline, block, inlineSize: step, blockSize: thickness };
    inline += step;
    return piece.trim() === ''
      ? []
      : [{ kind: 'masthead' as const, rect, text: piece, face, size: size * Math.max(shrink, 0.6) }];
  });
}
