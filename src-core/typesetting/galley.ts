// An article's body set in one measure, before it is parted over tiers: what a compositor would pull as a galley proof.
// Each role of text has its own form here; a line's place on the page comes later.
import type { Article, Block, BlockRole } from '../publication/issue';
import { facesOf, type PageFaces } from './faces';
import { breakLines } from './line-break';
import type { Cluster, ClusterStyle } from './cluster';
import { clusterize } from './clusterize';
import type { Cell, Em, Face, LatinMetrics } from './model';
import type { PageSpec } from './page-spec';

/** A set line that has no place yet; lengths as in {@link SetLine}. */
export type GalleyLine = {
  readonly start: number;
  readonly end: number;
  readonly cells: readonly Cell[];
  readonly inline: Em;
  readonly measure: Em;
  readonly isLast: boolean;
  readonly face: Face;
  readonly size: Em;
  /** How many rows of the page the line takes. */
  readonly rows: number;
  /** No tier ends after it. */
  readonly keepsNext: boolean;
};

/** Makes clusters of blocks in the page's style, with the advances of each face measured once. */
export type Compositor = {
  readonly spec: PageSpec;
  readonly faces: PageFaces;
  readonly clusters: (text: string, block: Block, face: Face) => Cluster[];
};

/** Gives a compositor for one page specification. */
export function createCompositor(spec: PageSpec, metrics: LatinMetrics): Compositor {
  const styles = new Map<Face, ClusterStyle>();
  const styleOf = (face: Face): ClusterStyle => {
    const known = styles.get(face);
    if (known !== undefined) return known;
    const advances = new Map<string, Em>();
    const latinAdvance = (run: string): Em => {
      let advance = advances.get(run);
      if (advance === undefined) {
        advance = metrics.latinAdvance(face, run);
        advances.set(run, advance);
      }
      return advance;
    };
    const style = { ...spec.style, direction: spec.direction, latinAdvance };
    styles.set(face, style);
    return style;
  };
  return {
    spec,
    faces: facesOf(spec.textFace),
    clusters: (text, block, face) => clusterize(text, block.start, block.end, block.role, styleOf(face)),
  };
}

/** The blocks that stand over an article: all up to its first block of another role. */
export function displayBlocks(article: Article): readonly Block[] {
  const first = article.blocks.findIndex((block) => !isDisplay(block.role));
  return first < 0 ? article.blocks : article.blocks.slice(0, first);
}

function isDisplay(role: BlockRole): boolean {
  return role === 'kicker' || role === 'headline' || role === 'deck' || role === 'label';
}

/** Sets the blocks after the display blocks in lines of `measure` characters. */
export function setBody(compositor: Compositor, article: Article, measure: number): readonly GalleyLine[] {
  const lines: GalleyLine[] = [];
  let runIn: readonly Cluster[] = [];
  const blocks = article.blocks.slice(displayBlocks(article).length);
  let verseFrom = 0;
  blocks.forEach((block, at) => {
    const next = blocks[at + 1];
    if (block.role === 'verse' && blocks[at - 1]?.role !== 'verse') verseFrom = lines.length;
    if (block.role === 'byline' && next?.role === 'paragraph' && runsIn(article.text, block)) {
      const clusters = compositor.clusters(article.text, block, compositor.faces.text);
      runIn = [...runIn, ...clusters, ...whiteBehind(article.text, block, next, clusters)];
      return;
    }
    const form = formOf(block.role, measure, next === undefined, compositor.faces);
    const clusters = compositor.clusters(article.text, block, form.face);
    pushParagraph(
      lines,
      runIn.length > 0 ? [...runIn, ...clusters] : clusters,
      form,
      compositor.spec,
      measure,
    );
    runIn = [];
    if (block.role === 'verse' && next?.role !== 'verse') keepTogether(lines, verseFrom);
  });
  return lines;
}

/** A poem of no more lines than this stands in one tier; a longer one is parted as text is. */
const mostVerseLines = 16;

function keepTogether(lines: GalleyLine[], from: number): void {
  if (lines.length - from > mostVerseLines) return;
  for (const [at, line] of lines.slice(from, -1).entries()) lines[from + at] = { ...line, keepsNext: true };
}

/** A byline that opens a report (本报讯（记者 …）, 新华社北京电) runs into its first paragraph; others (本报记者 …) stand alone. */
function runsIn(text: string, byline: Block): boolean {
  return /[讯电）】)\]：]\s*$|^本报讯|^新华社.*电/u.test(text.slice(byline.start, byline.end));
}

/** 本报讯　连日来: a cell of white behind what runs in, for the line feed; （…） and the like bring their own. */
function whiteBehind(
  text: string,
  { end, role }: Block,
  next: Block,
  clusters: readonly Cluster[],
): readonly Cluster[] {
  const last = clusters.at(-1);
  if (last === undefined || last.trail > 0) return [];
  return [
    {
      ...last,
      ...{
        start: end,
        end: next.start,
        text: text.slice(end, next.start),
        role,
        kind: 'space',
        paint: 'upright',
      },
      ...{ advance: 1, lead: 0, scale: 1, noStart: true, noEnd: false, glued: false, isForcedEnd: false },
      ...{ display: undefined, stops: undefined, shift: undefined, title: undefined },
    },
  ];
}

type Form = {
  readonly face: Face;
  readonly firstIndent: Em;
  readonly indent: Em;
  readonly align: 'start' | 'center' | 'end';
  readonly rows: number;
  readonly keepsNext: boolean;
};

const narrowMeasure = 12;

function formOf(role: BlockRole, measure: number, isFinal: boolean, faces: PageFaces): Form {
  const plain: Form = {
    face: faces.text,
    firstIndent: 0,
    indent: 0,
    align: 'start',
    rows: 1,
    keepsNext: false,
  };
  switch (role) {
    case 'paragraph':
      return { ...plain, firstIndent: measure < narrowMeasure ? 1 : 2 };
    case 'verse':
      return { ...plain, firstIndent: 2, indent: 3 };
    case 'caption':
      return { ...plain, face: faces.byline };
    case 'credit':
      return { ...plain, face: faces.byline, align: 'end' };
    case 'issuer':
    case 'date':
      return { ...plain, align: 'end' };
    case 'byline':
      return {
        ...plain,
        face: faces.byline,
        align: isFinal ? 'end' : 'center',
        keepsNext: !isFinal,
      };
    case 'kicker':
    case 'headline':
    case 'deck':
    case 'label':
    case 'subhead':
      return { ...plain, face: faces.headline, align: 'center', rows: 2, keepsNext: true };
  }
}

function pushParagraph(
  lines: GalleyLine[],
  clusters: readonly Cluster[],
  form: Form,
  spec: PageSpec,
  measure: number,
): void {
  const broken = breakLines(clusters, {
    measure,
    firstIndent: form.firstIndent,
    indent: form.indent,
    region: spec.style.region,
  });
  broken.forEach((line, at) => {
    const white = line.isLast ? measure - (line.cells.at(-1)?.boxEnd ?? 0) : 0;
    const endWhite = Math.min(1, measure / 12);
    lines.push({
      start: line.start,
      end: line.end,
      cells: line.cells,
      inline: form.align === 'end' ? Math.max(0, white - endWhite) : form.align === 'center' ? white / 2 : 0,
      measure,
      isLast: line.isLast,
      face: form.face,
      size: 1,
      rows: form.rows,
      // A paragraph's last line does not open a tier (widow); a heading does not close one.
      keepsNext: form.keepsNext || at === broken.length - 2,
    });
  });
}
