// A face as a PDF holds it: one embedded TrueType subset with two Type0 dictionaries, Identity-V for 竖排 and Identity-H
// for 横排 (ISO 32000-1, 9.7.4.3).
//
// A character is shown by an alias: a CID of its own for each triple of glyph, text and vertical metrics. A
// CIDToGIDMap leads several aliases to one glyph, so ToUnicode can be exact where `vert` maps “ and 『 to the same
// glyph, and combined digits can carry metrics which keep them in the vertical run. TrueType only: in CFF a CID is
// the glyph.
import type { Font } from 'fontkit';
import { standsVertically } from '../../fonts/vertical-forms';
import type { PdfDocument, PdfReference } from './pdf-document';
import { pdfNumber } from './pdf-document';

/** Vertical metrics in thousandths of the type's size: the way to the next character, and the pen in the glyph's own coordinates. */
export type VerticalMetrics = {
  readonly advance: number;
  readonly originX: number;
  readonly originY: number;
};

/** Where a full-width glyph hangs in vertical writing: the middle of its em box's top edge. Right for Noto's faces. */
const verticalOrigin = 880;

/** The middle of the em box above the baseline, in thousandths. */
export const emBoxCentre = verticalOrigin - 500;

type Alias = {
  readonly glyphId: number;
  readonly text: string;
  readonly width: number;
  readonly vertical: VerticalMetrics | null;
};

/** What fontkit's subset does; its published types say otherwise. */
type TrueTypeSubset = { includeGlyph(glyphId: number): number; encode(): Uint8Array };

export type Glyph = { readonly id: number; readonly width: number };

export class PdfFont {
  /** For pages' resources: the name of the dictionary for each direction. */
  readonly names: { readonly vertical: string; readonly horizontal: string };
  readonly references: { readonly vertical: PdfReference; readonly horizontal: PdfReference };
  readonly font: Font;
  readonly #document: PdfDocument;
  readonly #tag: string;
  readonly #subset: TrueTypeSubset;
  readonly #aliases: Alias[] = [{ glyphId: 0, text: '', width: 1000, vertical: null }];
  readonly #cids = new Map<string, number>();
  readonly #glyphs = new Map<string, Glyph | null>();
  readonly #outlines = new Map<number, PdfReference | null>();

  /** `tag` is six capital letters, different for each face of a document. */
  constructor(document: PdfDocument, font: Font, tag: string) {
    this.font = font;
    this.#document = document;
    this.#tag = tag;
    this.#subset = font.createSubset() as unknown as TrueTypeSubset;
    this.names = { vertical: `${tag}V`, horizontal: `${tag}H` };
    this.references = { vertical: document.ref({}), horizontal: document.ref({}) };
  }

  /** The height of capitals in thousandths of an em; older font files do not state it. */
  get capHeight(): number {
    const { capHeight } = this.font;
    return Number.isFinite(capHeight) ? this.#thousandths(capHeight) : 700;
  }

  /** The face's glyph for one character, in its `vert` form if asked; null where the face lacks it. */
  glyph(character: string, form: 'plain' | 'vert'): Glyph | null {
    const key = form + character;
    const known = this.#glyphs.get(key);
    if (known !== undefined) return known;
    const glyph = this.#findGlyph(character, form);
    this.#glyphs.set(key, glyph);
    return glyph;
  }

  /** Whether the character can stand in a vertical line. */
  turns(character: string): boolean {
    return standsVertically(this.font, character);
  }

  #findGlyph(character: string, form: 'plain' | 'vert'): Glyph | null {
    const codePoint = character.codePointAt(0);
    if (codePoint === undefined || !this.font.hasGlyphForCodePoint(codePoint)) return null;
    // Shaped alone, so that —— does not become a ligature which is narrower than its two cells.
    const [shaped] =
      form === 'vert'
        ? this.font.layout(character, ['vert']).glyphs
        : [this.font.glyphForCodePoint(codePoint)];
    return shaped === undefined ? null : { id: shaped.id, width: this.#thousandths(shaped.advanceWidth) };
  }

  /** The code that shows a glyph and is read as a text; four hexadecimal digits. */
  code(glyph: Glyph, text: string, vertical: VerticalMetrics | null): string {
    const metrics = vertical === null || isDefault(vertical, glyph) ? null : rounded(vertical);
    const key = `${glyph.id}/${glyph.width} ${metrics === null ? '' : `${metrics.advance} ${metrics.originX} ${metrics.originY}`} ${text}`;
    let cid = this.#cids.get(key);
    if (cid === undefined) {
      cid = this.#aliases.length;
      if (cid > 0xffff) throw new Error('more than 65535 different characters in one face');
      this.#cids.set(key, cid);
      this.#aliases.push({
        glyphId: this.#subset.includeGlyph(glyph.id),
        text,
        width: glyph.width,
        vertical: metrics,
      });
    }
    return hex4(cid);
  }

  /** A form with the glyph's outline at 1000 units to the em, for what is to be seen but not read; null without ink. */
  outline(glyph: Glyph): { readonly name: string; readonly form: PdfReference } | null {
    let form = this.#outlines.get(glyph.id);
    if (form === undefined) {
      form = outlineForm(this.#document, this.font, glyph.id);
      this.#outlines.set(glyph.id, form);
    }
    return form === null ? null : { name: `${this.#tag}${glyph.id}`, form };
  }

  /** Writes the font's objects; called once, when all text is set. */
  embed(): void {
    // Of what a name may hold without escapes; some font files have none at all, whatever the types say.
    const stated: unknown = this.font.postscriptName;
    const name = typeof stated === 'string' ? stated.replace(/[^\w-]/gu, '') : 'Face';
    const baseFont = `${this.#tag}+${name}`;
    const descendant = this.#document.ref({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: baseFont,
      CIDSystemInfo: {
        Registry: Buffer.from('Adobe'),
        Ordering: Buffer.from('Identity'),
        Supplement: 0,
      },
      FontDescriptor: this.#descriptor(baseFont),
      CIDToGIDMap: this.#stream(this.#glyphMap()),
      DW: 1000,
      W: [0, this.#aliases.map((alias) => alias.width)],
      DW2: [verticalOrigin, -1000],
      W2: this.#aliases.flatMap(({ vertical }, cid) =>
        vertical === null ? [] : [cid, [vertical.advance, vertical.originX, vertical.originY]],
      ),
    });
    descendant.end();
    const toUnicode = this.#stream(Buffer.from(toUnicodeMap(this.#aliases)));
    for (const [direction, encoding] of [
      ['vertical', 'Identity-V'],
      ['horizontal', 'Identity-H'],
    ] as const) {
      const reference = this.references[direction];
      reference.data = {
        Type: 'Font',
        Subtype: 'Type0',
        BaseFont: baseFont,
        Encoding: encoding,
        DescendantFonts: [descendant],
        ToUnicode: toUnicode,
      };
      reference.end();
    }
  }

  #descriptor(baseFont: string): PdfReference {
    const { bbox, italicAngle } = this.font;
    const descriptor = this.#document.ref({
      Type: 'FontDescriptor',
      FontName: baseFont,
      Flags: 4,
      FontBBox: [bbox.minX, bbox.minY, bbox.maxX, bbox.maxY].map((value) => this.#thousandths(value)),
      ItalicAngle: Number.isFinite(italicAngle) ? italicAngle : 0,
      Ascent: verticalOrigin,
      Descent: verticalOrigin - 1000,
      CapHeight: this.capHeight,
      // Not stated in the font file; readers use it only where they replace the embedded font.
      StemV: 80,
      FontFile2: this.#stream(this.#subset.encode()),
      CIDSet: this.#stream(this.#presentCids()),
    });
    descriptor.end();
    return descriptor;
  }

  /** A bit for each CID, the first the highest of its byte: all are in the subset. PDF/A-1 asks for it. */
  #presentCids(): Buffer {
    const bits = Buffer.alloc(Math.ceil(this.#aliases.length / 8));
    this.#aliases.forEach((_, cid) => {
      bits.writeUInt8(bits.readUInt8(cid >> 3) | (0x80 >> (cid & 7)), cid >> 3);
    });
    return bits;
  }

  #glyphMap(): Buffer {
    const map = Buffer.alloc(this.#aliases.length * 2);
    this.#aliases.forEach(({ glyphId }, cid) => map.writeUInt16BE(glyphId, cid * 2));
    return map;
  }

  #stream(content: Uint8Array): PdfReference {
    const reference = this.#document.ref({});
    reference.end(content);
    return reference;
  }

  #thousandths(units: number): number {
    return Math.round((units * 1000) / this.font.unitsPerEm);
  }
}

function isDefault(vertical: VerticalMetrics, glyph: Glyph): boolean {
  const { advance, originX, originY } = rounded(vertical);
  return advance === -1000 && originX === Math.round(glyph.width / 2) && originY === verticalOrigin;
}

function rounded({ advance, originX, originY }: VerticalMetrics): VerticalMetrics {
  return { advance: Math.round(advance), originX: Math.round(originX), originY: Math.round(originY) };
}

function hex4(value: number): string {
  return value.toString(16).padStart(4, '0');
}

function toUnicodeMap(aliases: readonly Alias[]): string {
  const entries = aliases.flatMap(({ text }, cid) =>
    text === '' ? [] : [`<${hex4(cid)}> <${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`],
  );
  const blocks: string[] = [];
  // A block holds at most 100 entries (Adobe Technical Note 5411).
  for (let start = 0; start < entries.length; start += 100) {
    const block = entries.slice(start, start + 100);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;
}

function outlineForm(document: PdfDocument, font: Font, glyphId: number): PdfReference | null {
  const { path } = font.getGlyph(glyphId);
  if (path.commands.length === 0) return null;
  const scale = 1000 / font.unitsPerEm;
  const box = path.bbox;
  const form = document.ref({
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [box.minX, box.minY, box.maxX, box.maxY].map((value) => value * scale),
    Resources: {},
  });
  form.end(pathOperators(path.commands, scale));
  return form;
}

type PathCommands = ReturnType<Font['getGlyph']>['path']['commands'];

function pathOperators(commands: PathCommands, scale: number): string {
  const operators: string[] = [];
  let x = 0;
  let y = 0;
  for (const { command, args } of commands) {
    const scaled = args.map((value) => value * scale);
    const [a = 0, b = 0, c = 0, d = 0] = scaled;
    switch (command) {
      case 'moveTo':
        operators.push(`${scaled.map(pdfNumber).join(' ')} m`);
        break;
      case 'lineTo':
        operators.push(`${scaled.map(pdfNumber).join(' ')} l`);
        break;
      case 'quadraticCurveTo':
        // PDF knows cubic curves only; raising the degree keeps the curve.
        operators.push(
          `${[
            x + (2 / 3) * (a - x),
            y + (2 / 3) * (b - y),
            c + (2 / 3) * (a - c),
            d + (2 / 3) * (b - d),
            c,
            d,
          ]
            .map(pdfNumber)
            .join(' ')} c`,
        );
        break;
      case 'bezierCurveTo':
        operators.push(`${scaled.map(pdfNumber).join(' ')} c`);
        break;
      case 'closePath':
        operators.push('h');
        break;
    }
    if (scaled.length >= 2) [x, y] = [scaled.at(-2) ?? 0, scaled.at(-1) ?? 0];
  }
  operators.push('f');
  return operators.join('\n');
}
