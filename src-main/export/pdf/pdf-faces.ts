// The faces of one document. A character that a face lacks is taken from the next; one that no face has is shown as
// 〓, as printers did for a missing type, still read as itself, and remembered so that the user can be told.
import type { Font } from 'fontkit';
import { bundledFaces, fallbackFaces, fontWith, type OpenFonts } from '../../fonts/font-files';
import type { Face } from '../../../src-core/typesetting/model';
import type { PdfDocument } from './pdf-document';
import { PdfFont, type Glyph } from './pdf-font';

const missingSign = '〓';

const tags: { readonly [F in Face]: string } = {
  song: 'JBSONG',
  'song-bold': 'JBSNGB',
  kai: 'JBKAIA',
  hei: 'JBHEIA',
  'hei-bold': 'JBHEIB',
  own: 'JBOWNA',
};

/** A character's text as it stands in the source with the one character that shows it. */
export type Cluster = { readonly source: string; readonly character: string };

export type FoundGlyph = { readonly font: PdfFont; readonly glyph: Glyph };

export class PdfFaces {
  readonly #document: PdfDocument;
  readonly #fonts: OpenFonts;
  readonly #others: readonly Font[];
  readonly #opened = new Map<Font, PdfFont>();
  readonly #missing = new Set<string>();

  /** `others` are looked into when no bundled face has a character. */
  constructor(document: PdfDocument, fonts: OpenFonts, others: readonly Font[]) {
    this.#document = document;
    this.#fonts = fonts;
    this.#others = others;
  }

  /** The characters that no face could show, each once, in the order they were met. */
  get missing(): readonly string[] {
    return [...this.#missing];
  }

  /** The glyph for a character and the face that has it. */
  find(face: Face, character: string, form: 'plain' | 'vert'): FoundGlyph {
    const found = this.#search(face, character, form);
    if (found !== null) return found;
    if (isInvisible(character)) return this.#required(face, ' ');
    this.#missing.add(character);
    return this.#required(face, missingSign);
  }

  /** A glyph to carry a text that is drawn otherwise, or not at all; never the sign for a missing one. */
  findCarrier(face: Face, character: string): FoundGlyph {
    return this.#search(face, character, 'plain') ?? this.#required(face, ' ');
  }

  /** Splits a text into what is shown by one glyph each: a character with the marks that follow it. */
  clusters(text: string): readonly Cluster[] {
    return (text.match(/\P{M}\p{M}*|\p{M}+/gsu) ?? []).map((source) => {
      // A character that stands alone is shown as it is: NFC would turn a compatibility ideograph into another.
      const composed = [...source].length === 1 ? [source] : [...source.normalize('NFC')];
      const [character = source] = composed;
      if (composed.slice(1).some((mark) => !isInvisible(mark))) this.#missing.add(source);
      return { source, character };
    });
  }

  /** Writes the fonts that were used. */
  embed(): void {
    for (const font of this.#opened.values()) font.embed();
  }

  #search(face: Face, character: string, form: 'plain' | 'vert'): FoundGlyph | null {
    let lastResort: FoundGlyph | null = null;
    for (const candidate of this.#candidates(face, character)) {
      const font = this.#open(candidate);
      const glyph = font.glyph(character, form);
      if (glyph === null) continue;
      if (form === 'plain' || font.turns(character)) return { font, glyph };
      lastResort ??= { font, glyph };
    }
    return lastResort;
  }

  #candidates(face: Face, character: string): readonly Font[] {
    const codePoint = character.codePointAt(0) ?? 0;
    return [
      ...fallbackFaces[face].flatMap((candidate) => fontWith(this.#fonts, candidate, character) ?? []),
      ...this.#others.filter((other) => other.hasGlyphForCodePoint(codePoint)),
    ];
  }

  #required(face: Face, character: string): FoundGlyph {
    const found = this.#search(face, character, 'plain');
    if (found === null) throw new Error(`no bundled face has ${character}`);
    return found;
  }

  #open(font: Font): PdfFont {
    let opened = this.#opened.get(font);
    if (opened === undefined) {
      opened = new PdfFont(this.#document, font, this.#tagOf(font));
      this.#opened.set(font, opened);
    }
    return opened;
  }

  #tagOf(font: Font): string {
    const known = faces.find((face) => this.#fonts[face] === font);
    return known === undefined ? `JBEXT${String.fromCharCode(65 + this.#others.indexOf(font))}` : tags[known];
  }
}

const faces: readonly Face[] = [...bundledFaces, 'own'];

/** The characters of a text that no bundled face has and that have a sign of their own. */
export function missingFrom(fonts: OpenFonts, texts: Iterable<string>): ReadonlySet<string> {
  const missing = new Set<string>();
  const known = new Set<string>();
  for (const text of texts) {
    for (const character of text) {
      if (known.has(character)) continue;
      known.add(character);
      const codePoint = character.codePointAt(0) ?? 0;
      const isBundled = faces.some((face) => fonts[face]?.hasGlyphForCodePoint(codePoint) === true);
      if (!isBundled && !isInvisible(character)) missing.add(character);
    }
  }
  return missing;
}

/** Variation selectors, joiners, control characters: part of the text, without a sign of their own. */
function isInvisible(character: string): boolean {
  return /^[\p{Default_Ignorable_Code_Point}\p{Cc}\p{White_Space}]$/u.test(character);
}
