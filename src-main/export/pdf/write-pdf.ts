// Writes a planned document page by page. What is finished goes to the file at once, so the work keeps little in memory
// and can be stopped between any two pages.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Font } from 'fontkit';
import type { Language } from '../../../src-core/ipc/contract';
import type { Sounds } from '../../../src-core/ipc/room-contract';
import type { ExportMarks, ExportStandard } from '../../../src-core/ipc/export-choices';
import { AppFailure } from '../../../src-core/ipc/app-error';
import type { OpenFonts } from '../../fonts/font-files';
import { Appearances } from './appearances';
import { Bookmarks } from './bookmarks';
import { bookletSides } from './booklet';
import { documentSubject } from './document-subject';
import { documentStructure, IssueStructure } from './issue-structure';
import { entryName, nameMark, namePlace, paintLinks, type Link } from './links';
import { MarkAnnotations } from './mark-annotations';
import { markNumber } from './mark-number';
import { paintHighlights } from './paint-highlights';
import { paintMark } from './paint-mark';
import { paintNotes } from './paint-notes';
import { paintPage, type PagePainting } from './paint-page';
import { unpackLayout } from './packed-layout';
import { PageResources } from './page-resources';
import type { Pigments } from './pigments';
import { createDocument, pdfNumber, type PdfDocument, type PdfStructure } from './pdf-document';
import { PdfFaces } from './pdf-faces';
import type { ExportPlan, PlannedPage, PlannedPart } from './planned';
import { printedSounds } from './printed-sounds';
import { indexWords } from './words';

export type PdfExportControl = {
  /** Asked before each page, and while a page takes long. */
  readonly signal?: { readonly aborted: boolean };
  /** Told after each page. */
  readonly onProgress?: (progress: { readonly page: number; readonly pages: number }) => void;
};

export type WritingOptions = {
  /** Whether marks are real annotations, or painted into the page. */
  readonly marks: ExportMarks;
  /** Whether two pages stand beside each other on a sheet, as a booklet is printed; without bookmarks and marks. */
  readonly booklet?: boolean;
  readonly standard: ExportStandard;
  readonly pigments: Pigments;
  /** How rare a character must be for its sound to stand beside it; or not at all. */
  readonly sounds?: Sounds;
  readonly now: Date;
  readonly language: Language;
};

/** The faces of a document: the bundled ones, and others for what these lack. */
export type DocumentFonts = { readonly bundled: OpenFonts; readonly others: readonly Font[] };

type Writing = {
  readonly document: PdfDocument;
  readonly plan: ExportPlan;
  readonly options: WritingOptions;
  readonly bookmarks: Bookmarks;
  readonly appearances: Appearances;
  /** The document's own element of the structure. */
  readonly root: PdfStructure;
};

/** Gives `write` the document's bytes; answers the characters that no face has. Throws 'cancelled' where it is stopped. */
export async function writePdf(
  plan: ExportPlan,
  options: WritingOptions,
  control: PdfExportControl,
  { bundled, others }: DocumentFonts,
  write: (bytes: Uint8Array) => Promise<void>,
): Promise<readonly string[]> {
  const { pages, title } = plan;
  const [first] = pages;
  if (first === undefined) throw new Error('a document has at least one page');
  const { width, height, direction } = first.part.sheet.geometry;
  const document = createDocument({
    width: width * (options.booklet === true ? 2 : 1),
    height,
    language: 'zh-CN',
    title,
    author: authorsOf(plan),
    subject: documentSubject(plan, options.language),
    now: options.now,
    standard: options.standard,
  });
  const root = documentStructure(document, title);
  const writing: Writing = {
    document,
    plan,
    options,
    bookmarks: new Bookmarks(document, plan),
    appearances: new Appearances(document),
    root,
  };
  const faces = new PdfFaces(document, bundled, others);
  const resources = new PageResources(document);
  const paintings = new Map<PlannedPart, PagePainting>();
  const paintingOf = async (page: PlannedPage): Promise<PagePainting> => {
    let painting = paintings.get(page.part);
    if (painting === undefined) {
      const { kind, articles } = page.part;
      const { sounds = 'none' } = options;
      painting = {
        document,
        geometry: page.part.sheet.geometry,
        tiers: page.part.sheet.tiers,
        words: null,
        direction: page.part.sheet.geometry.direction,
        faces,
        resources,
        structure: new IssueStructure(document, root, page.part.structure),
        articles: new Map(page.part.articles.map((article) => [article.articleId, article])),
        sounds: sounds === 'none' || kind !== 'issue' ? new Map() : await printedSounds(articles, sounds),
        check: () => stopIfCancelled(control),
      };
      paintings.set(page.part, painting);
    }
    return { ...painting, tiers: page.tiers, words: page.words };
  };
  const sides = options.booklet === true ? bookletSides(pages.length, direction) : null;
  for (const [index, side] of (sides ?? pages.map((_page, at) => [at])).entries()) {
    stopIfCancelled(control);
    document.addPage();
    for (const [half, number] of side.entries()) {
      const page = number === null ? undefined : pages[number];
      if (page === undefined) continue;
      if (sides === null) writePage(writing, await paintingOf(page), page, index);
      else {
        document.addContent(`q 1 0 0 1 ${pdfNumber(half * width)} 0 cm`);
        paintPage(await paintingOf(page), unpackLayout(page.layout));
        document.addContent('Q');
      }
    }
    await drain(document, write);
    control.onProgress?.({ page: index + 1, pages: sides?.length ?? pages.length });
    // Lets a request to stop come through.
    await nextTurn();
  }
  stopIfCancelled(control);
  root.end();
  faces.embed();
  writing.bookmarks.count();
  if (sides === null) document._root.data['PageLabels'] = { Nums: pageLabels(pages) };
  document.end();
  await drain(document, write);
  stopIfCancelled(control);
  return faces.missing;
}

function writePage(
  { document, plan, options, bookmarks, appearances, root }: Writing,
  painting: PagePainting,
  page: PlannedPage,
  index: number,
): void {
  const { geometry, direction } = painting;
  const setting = { direction, pigments: options.pigments };
  const isPainted = options.marks !== 'live';
  const painted = [
    ...page.samples.map(({ sample, piece }) => ({ annotation: sample, piece })),
    ...(isPainted ? page.marks.map(({ mark, piece }) => ({ annotation: mark.annotation, piece })) : []),
  ];
  paintHighlights(document, painted, setting);
  paintPage(painting, unpackLayout(page.layout));
  for (const { annotation, piece } of painted) paintMark(document, annotation, piece, setting);
  const annotations = new MarkAnnotations(document, geometry, painting.structure, {
    ...options,
    appearances,
  });
  const links: Link[] = [...page.links];
  for (const { mark, piece } of page.marks) {
    if (options.marks !== 'painted') annotations.add(mark, piece);
    if (!piece.isFirst) continue;
    nameMark(document, geometry, mark, piece);
    const rect = plan.isNumbered ? markNumber(painting, mark, piece) : null;
    const destination = entryName(mark.number);
    if (rect !== null && plan.places.has(destination)) links.push({ rect, destination });
  }
  if (plan.band !== null) {
    const beside = { ...painting, tiers: page.part.sheet.tiers };
    paintNotes(beside, page.notes, { band: plan.band, pigments: options.pigments });
  }
  for (const { name, rect } of page.places) namePlace(document, geometry, name, rect);
  paintLinks(document, links, { geometry, structure: root, words: indexWords[options.language].link });
  bookmarks.add(page, index);
}

function authorsOf({ marks }: ExportPlan): string {
  return [...new Set(marks.map(({ annotation }) => annotation.author))]
    .filter((name) => name !== '')
    .join('；');
}

/** Pages are called by the numbers printed on them, also where sheets are left out (ISO 32000-1, 12.4.2). */
function pageLabels(
  pages: readonly PlannedPage[],
): readonly (number | { readonly S: string; readonly St: number })[] {
  return pages.flatMap(({ label: { style, number } }, index) => {
    const previous = pages[index - 1]?.label;
    const goesOn = previous?.style === style && previous.number === number - 1;
    return goesOn ? [] : [index, { S: style === 'roman' ? 'r' : 'D', St: number }];
  });
}

/** Moves what the document has written so far to the file. */
async function drain(document: PdfDocument, write: (bytes: Uint8Array) => Promise<void>): Promise<void> {
  for (;;) {
    const chunk: unknown = document.read();
    if (!(chunk instanceof Uint8Array)) return;
    await write(chunk);
  }
}

/** Throws 'cancelled' where the work is to stop. */
export function stopIfCancelled({ signal }: PdfExportControl): void {
  if (signal?.aborted === true) throw new AppFailure({ code: 'cancelled' });
}
