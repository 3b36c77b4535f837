// The part of pdfkit that the PDF export stands on, typed by what it does (the published types lag behind it): objects
// written by hand through `ref`, page content, structure, outline. pdfkit's own text and fonts are not used: it keeps
// one Unicode value for each glyph and knows no vertical writing.
import type { Readable } from 'node:stream';
import PDFDocument from 'pdfkit';
import type { ExportStandard } from '../../../src-core/ipc/export-choices';
import { PackedDocument } from './packed-document';

/** A value as pdfkit writes it: a string becomes a name, bytes a string, an object a dictionary. */
export type PdfValue =
  | number
  | boolean
  | string
  | Uint8Array
  | Date
  | MetadataText
  | PdfReference
  | readonly PdfValue[]
  | { readonly [key: string]: PdfValue | undefined };

/** An indirect object. Its dictionary may be completed until it is ended. */
export interface PdfReference {
  readonly id: number;
  data: Record<string, PdfValue | undefined>;
  write(chunk: string | Uint8Array): void;
  end(chunk?: string | Uint8Array): void;
}

declare const structureContent: unique symbol;
/** A marked piece of one page's content. */
export type PdfStructureContent = { readonly [structureContent]: true };

/** An element of the structure tree. */
export interface PdfStructure {
  add(child: PdfStructure | PdfStructureContent): PdfStructure;
  end(): void;
}

export interface PdfOutline {
  readonly outlineData: Record<string, PdfValue>;
  readonly options: { readonly expanded?: boolean };
  readonly children: readonly PdfOutline[];
  addItem(
    title: string,
    options: { pageNumber: number; top: number; left: number; expanded?: boolean },
  ): PdfOutline;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly dictionary: PdfReference;
  readonly fonts: Record<string, PdfReference>;
  readonly xobjects: Record<string, PdfReference>;
  readonly ext_gstates: Record<string, PdfReference>;
  readonly annotations: PdfReference[];
}

export interface PdfDocument extends Readable {
  readonly page: PdfPage;
  readonly outline: PdfOutline;
  /** The catalog; pdfkit offers no other way to page labels and viewer preferences. */
  readonly _root: PdfReference;
  ref(data: Record<string, PdfValue | undefined>): PdfReference;
  addPage(): PdfDocument;
  addContent(operators: string): PdfDocument;
  annotate(
    x: number,
    y: number,
    width: number,
    height: number,
    dictionary: Record<string, PdfValue | PdfStructure | undefined>,
  ): PdfDocument;
  /** Names a place on the current page; `top` is counted in points from its upper edge. */
  addNamedDestination(name: string, kind: 'XYZ', left: number, top: number, zoom: null): void;
  appendXML(xml: string): void;
  struct(type: string, options?: { title?: string; lang?: string; alt?: string }): PdfStructure;
  addStructure(structure: PdfStructure): PdfDocument;
  markStructureContent(type: string): PdfStructureContent;
  endMarkedContent(): PdfDocument;
  end(): void;
}

export type DocumentDescription = {
  readonly width: number;
  readonly height: number;
  readonly language: string;
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly now: Date;
  readonly standard: ExportStandard;
};

/** Begins a tagged document without pages. Lengths in points. */
export function createDocument(description: DocumentDescription): PdfDocument {
  const information: Record<string, PdfValue> = {
    Producer: new MetadataText('Jianbao 剪报'),
    Creator: new MetadataText('Jianbao 剪报'),
    CreationDate: description.now,
    ModDate: description.now,
    Title: new MetadataText(description.title),
    ...(description.author === '' ? {} : { Author: new MetadataText(description.author) }),
    ...(description.subject === '' ? {} : { Subject: new MetadataText(description.subject) }),
  };
  const isArchive = description.standard === 'pdfa-1b';
  // PDF/A-1 is made of PDF 1.4 (ISO 19005-1, 6.1.1), which knows no object streams.
  const Document = isArchive ? PDFDocument : PackedDocument;
  const document = new Document({
    autoFirstPage: false,
    // A falsy font keeps pdfkit from embedding Helvetica.
    font: '',
    size: [description.width, description.height],
    margin: 0,
    // pdfkit then adds the colour profile and says so in the metadata.
    ...(isArchive ? { pdfVersion: '1.4', subset: 'PDF/A-1b' } : { pdfVersion: '1.7' }),
    tagged: true,
    lang: description.language,
    displayTitle: true,
    info: information,
  }) as unknown as PdfDocument;
  document.appendXML(
    `<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:language><rdf:Bag><rdf:li>${escapeXml(
      description.language,
    )}</rdf:li></rdf:Bag></dc:language></rdf:Description>`,
  );
  return document;
}

/**
 * Text of the document information. pdfkit writes it into a PDF string as it is, and into the XMP metadata by way of
 * `toString` without escaping it; so `toString` escapes.
 */
export class MetadataText extends String {
  override toString(): string {
    return escapeXml(this.valueOf());
  }
}

function escapeXml(text: string): string {
  return (
    text
      // Characters that XML 1.0 does not allow at all, lone surrogates among them.
      .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\u{FFFD}')
      .replace(/&/gu, '&amp;')
      .replace(/</gu, '&lt;')
      .replace(/>/gu, '&gt;')
      .replace(/"/gu, '&quot;')
  );
}

/** A text string of a dictionary: UTF-16BE with a byte order mark, whatever its characters. */
export function pdfText(text: string): Uint8Array {
  return Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, 'utf16le').swap16()]);
}

/** A number as content streams write it, to a thousandth. */
export function pdfNumber(value: number): string {
  const rounded = Math.round(value * 1000) / 1000;
  return Object.is(rounded, -0) ? '0' : String(rounded);
}

/** A factor as content streams write it, with places enough for glyphs at 1000 units to the em. */
export function pdfScale(value: number): string {
  return String(Math.round(value * 1e6) / 1e6);
}
