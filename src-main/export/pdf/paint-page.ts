// One page of the engine's layout on paper: text in reading order under its structure; rules, furniture and everything
// else that is only ink as artifacts.
import type { Article, ArticleId } from '../../../src-core/publication/issue';
import type { Frame, Furniture, PageLayout, Rule, SetLine } from '../../../src-core/typesetting/model';
import type { BlockStructure, IssueStructure } from './issue-structure';
import type { TierPlan } from './impose';
import type { ArticleSounds } from '../../../src-core/text/sounds';
import { outlineRun } from './outline-run';
import { paintLine, type LastPlace, type LineSetting, type PaintedLine } from './paint-line';
import { partBlocks, type Room } from './part-blocks';
import { lineOrigin, toPaperRect, toPoint, type PageGeometry } from './page-geometry';
import { pdfNumber, type PdfDocument } from './pdf-document';
import { soundOperators } from './printed-sounds';
import type { TierLine } from './reach';
import type { SpaceWord } from './seen-frames';
import { textObject, type ShownLine } from './text-object';
import { drawOut, inkCarrier } from './unseen-spaces';
import { columnWalls } from './walls';
import { rowsWithinBody, whiteRows } from './white-rows';
import { sketchWholePage, wordOperators, type SketchedFrame } from './whole-page';

export type PagePainting = LineSetting & {
  readonly document: PdfDocument;
  readonly geometry: PageGeometry;
  readonly tiers: TierPlan;
  /** What keeps readers in the order of a page that is made up as a whole 版面; null for one in tiers. */
  readonly words: readonly SpaceWord[] | null;
  readonly structure: IssueStructure;
  readonly articles: ReadonlyMap<ArticleId, Article>;
  /** The sounds of rare characters that are to stand beside them. */
  readonly sounds: ReadonlyMap<ArticleId, ArticleSounds>;
  /** Throws where the work is to stop: a page of many short articles takes seconds. */
  readonly check: () => void;
};

/** Paints into the document's current page, which must be new. */
export function paintPage(painting: PagePainting, page: PageLayout): void {
  const { document, geometry } = painting;
  const { frames, spaces } =
    painting.words === null ? sketchPage(painting, page) : sketchWhole(painting, page, painting.words);
  // pdfkit turns the page upside down for its own drawing; text is written in PDF's own coordinates.
  document.addContent(`q 1 0 0 -1 0 ${pdfNumber(geometry.height)} cm`);
  for (const frame of frames) paintFrame(painting, frame);
  paintArtifact(document, 'Layout', spaces);
  paintArtifact(document, 'Layout', page.rules.map((rule) => ruleOperators(geometry, rule)).join('\n'));
  paintArtifact(
    document,
    'Pagination',
    page.furniture.map((furniture) => furnitureOperators(painting, furniture)).join('\n'),
  );
  document.addContent('Q');
}

/** `spaces` are the operators of what is unseen. */
type SketchedPage = { readonly frames: readonly SketchedFrame[]; readonly spaces: string };

function sketchWhole(painting: PagePainting, page: PageLayout, words: readonly SpaceWord[]): SketchedPage {
  const frames = sketchWholePage(painting, page, (frame, line, previous) =>
    sketchLine(painting, frame, line, previous),
  );
  return { frames, spaces: wordOperators(painting, words) };
}

/** Makes all the page's text, and parts or draws out what readers would else take for a table. */
function sketchPage(painting: PagePainting, page: PageLayout): SketchedPage {
  let previous: LastPlace = null;
  const tierLines: TierLine[] = [];
  const sketched = page.frames.map((frame) => {
    const lines = frame.lines.flatMap((line) => {
      if (line.cells.length === 0) return [];
      const painted = sketchLine(painting, frame, line, previous);
      previous = painted.last;
      tierLines.push({ tier: tierAt(painting, frame.rect.inline), line: painted.text, isText: true });
      return [{ line, painted }];
    });
    return { frame, lines };
  });
  if (painting.direction === 'horizontal') {
    const rows = whiteRows(page).map(({ inline, block }) =>
      spaceLine(painting, tierAt(painting, inline), block),
    );
    const walls = wordOperators(painting, columnWalls(page, painting));
    return { frames: sketched, spaces: [walls, ...rows.map(textObject)].join('\n') };
  }
  const spaces = rowsWithinBody(page).map(({ inline, block }) => {
    const tier = tierAt(painting, inline);
    const line = spaceLine(painting, tier, block);
    tierLines.push({ tier, line, isText: false });
    return line;
  });
  const { body, height } = painting.geometry;
  const reaches = partBlocks(
    inOrder(tierLines),
    (tier, size, largest) => roomOf(painting, tier, size / body, largest / body),
    height,
    painting.check,
  );
  const drawn = (line: ShownLine): ShownLine => {
    const reach = reaches.get(line);
    return reach === undefined ? line : drawOut(painting.faces, line, reach);
  };
  return {
    frames: sketched.map(({ frame, lines }) => ({
      frame,
      lines: lines.map(({ line, painted }) => ({ line, painted: { ...painted, text: drawn(painted.text) } })),
    })),
    spaces: spaces.map((line) => textObject(drawn(line))).join('\n'),
  };
}

function tierAt({ tiers: { measure, gap } }: PagePainting, inline: number): number {
  return Math.floor((inline + gap / 2) / (measure + gap));
}

function inOrder(lines: readonly TierLine[]): readonly TierLine[] {
  const across = ({ line: { direction, origin } }: TierLine): number =>
    direction === 'vertical' ? -origin.x : -origin.y;
  return [...lines].sort((one, other) => one.tier - other.tier || across(one) - across(other));
}

/** How far text may reach into the page's margin before the first tier and behind the last, in em. */
const mostIntoMargin = 1.6;

/** A vertical line starts no further inside its tier, in em: every block of a tier stands beside every other. */
const mostInset = 2;

/**
 * Where the text of a vertical page's tier may reach. Sizes in em. Between tiers so much white must stay that poppler does
 * not run them together: it looks as far as an em for type of the same size, and seven tenths of an em for smaller. A
 * table needs two tiers.
 */
function roomOf({ geometry, tiers }: PagePainting, tier: number, size: number, largest: number): Room {
  const { body } = geometry;
  const { y } = toPoint(geometry, tier * (tiers.measure + tiers.gap), 0);
  // poppler sees a vertical character above its place, by its own size: large ones must not reach the tier before.
  const start = -y - body;
  const between = tiers.gap - Math.max(1.1 * size, 0.75 * largest);
  const last = tiers.count - 1;
  // The white before a tier is shared with the blocks of the one before; only those of the last need none of it.
  const before = tier === 0 ? mostIntoMargin : Math.max(0, between / 2);
  const behind = tier === last ? mostIntoMargin : Math.max(0, tier + 1 === last ? between : between / 2);
  return {
    earliest: start - before * body,
    latest: start + mostInset * body,
    end: start + (tiers.measure + behind) * body,
    isParted: tier < last,
  };
}

/** Paints a frame's lines under the structure of their blocks. */
function paintFrame(painting: PagePainting, { frame, lines }: SketchedFrame): void {
  const article = painting.articles.get(frame.articleId);
  if (article === undefined)
    throw new Error(`the layout holds an article ${frame.articleId} the issue has not`);
  let group: { structure: BlockStructure; lines: PaintedLine[] } | null = null;
  for (const { line, painted } of lines) {
    const structure = painting.structure.block(article, line.start, line.end);
    if (group !== null && group.structure !== structure) {
      paintGroup(painting, group.structure, group.lines);
      group = null;
    }
    group ??= { structure, lines: [] };
    group.lines.push(painted);
  }
  if (group !== null) paintGroup(painting, group.structure, group.lines);
}

function sketchLine(painting: PagePainting, frame: Frame, line: SetLine, previous: LastPlace): PaintedLine {
  const { geometry } = painting;
  const origin = lineOrigin(geometry, frame, line);
  const painted = paintLine(painting, line, {
    origin,
    body: geometry.body,
    previous,
  });
  const sounds = painting.sounds.get(frame.articleId);
  if (sounds === undefined) return painted;
  const spoken = soundOperators(painting, line, sounds, { origin, size: line.size * geometry.body });
  return { ...painted, ink: [painted.ink, spoken].filter((ink) => ink !== '').join('\n') };
}

function paintGroup(
  { document }: PagePainting,
  { type, element }: BlockStructure,
  lines: readonly PaintedLine[],
): void {
  const content = document.markStructureContent(type);
  for (const { text } of lines) document.addContent(textObject(text));
  document.endMarkedContent();
  element.add(content);
  paintArtifact(
    document,
    'Layout',
    lines
      .map(({ ink }) => ink)
      .filter((ink) => ink !== '')
      .join('\n'),
  );
}

function paintArtifact(document: PdfDocument, type: 'Layout' | 'Pagination', operators: string): void {
  if (operators === '') return;
  document.addContent(`/Artifact <</Type /${type}>> BDC\n${operators}\nEMC`);
}

/**
 * A row of doubled spaces, as long as the tier: text beside it may start and end anywhere. A single space is nothing to
 * poppler. In 横排 one is made as wide as its column; in 竖排 every character is an em long to poppler.
 */
function spaceLine(
  { faces, resources, geometry, tiers }: PagePainting,
  tier: number,
  block: number,
): ShownLine {
  const { direction, body } = geometry;
  const { font, glyph } = faces.findCarrier('song', inkCarrier);
  const isVertical = direction === 'vertical';
  const width = isVertical ? 1 : tiers.measure;
  const code = font.code({ ...glyph, width: width * 1000 }, '  ', null);
  const space = { font, code, isVisible: false, reach: isVertical ? body / 2 : width * body, after: NaN };
  return {
    direction,
    resources,
    size: body,
    origin: toPoint(geometry, tier * (tiers.measure + tiers.gap), block + 0.5),
    shown: Array.from({ length: isVertical ? tiers.measure : 1 }, (_, index) => ({
      ...space,
      at: index * body,
    })),
  };
}

function ruleOperators(geometry: PageGeometry, { rect, kind }: Rule): string {
  const { left, bottom, right, top } = toPaperRect(geometry, rect);
  const place = [left, bottom, right - left, top - bottom].map(pdfNumber).join(' ');
  return kind === 'box' ? `0.35 G 0.6 w ${place} re S 0 G` : `0.45 g ${place} re f 0 g`;
}

/** Furniture runs from left to right in both directions, centred in its rectangle. */
function furnitureOperators(painting: PagePainting, { rect, text, face, size }: Furniture): string {
  const { left, bottom, right, top } = toPaperRect(painting.geometry, rect);
  return outlineRun(painting, text, face, size * painting.geometry.body, {
    x: (left + right) / 2,
    y: (bottom + top) / 2,
  });
}
