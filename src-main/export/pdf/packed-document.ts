// pdfkit's document with its dictionaries packed: pdfkit writes each object by itself and a table of 20 bytes for each,
// which of a document with many marks is the greater part. Here objects without streams go into object streams, and the
// table is a stream as well (ISO 32000-1, 7.5.7 and 7.5.8); and what is written is let go, so that a long document takes
// no more memory than its own table, outline and structure.
import PDFDocument from 'pdfkit';
import type { PdfReference, PdfValue } from './pdf-document';

/** What pdfkit keeps of a document that it writes; not in its published types. */
interface PdfkitDocument {
  /** How many bytes are written. */
  _offset: number;
  /** Where each object stands, by its number less one; null for one that is not written yet. */
  _offsets: (number | null)[];
  _ended: boolean;
  readonly _root: PdfReference;
  readonly _info: PdfReference;
  readonly _id: Uint8Array;
  ref(data: Record<string, PdfValue | undefined>): PdfReference;
  push(chunk: Uint8Array | null): boolean;
  _write(part: string | Uint8Array): void;
  _refEnd(reference: PdfReference): void;
  _finalize(): void;
}

const Pdfkit = PDFDocument as unknown as new (options: object) => PdfkitDocument;

/** So many objects share a stream: readers unpack all of them to see one. */
const mostInStream = 200;

type Packed = { readonly id: number; readonly text: string };

/** Where an object stands: at a byte, or so many objects into a stream. */
type Place =
  | { readonly kind: 'at'; readonly offset: number }
  | { readonly kind: 'in'; readonly stream: number; readonly index: number };

/** Takes pdfkit's options; the version must be 1.5 at least. */
export class PackedDocument extends Pdfkit {
  readonly #packed = new Map<number, Place & { readonly kind: 'in' }>();
  /** The parts of the object that is being written. */
  #parts: (string | Uint8Array)[] | null = null;
  #gathered: Packed[] = [];

  override _write(part: string | Uint8Array): void {
    // The file's first lines are written before this class has its fields.
    if (!(#parts in this)) super._write(part);
    else if (this.#parts === null) {
      if (typeof part === 'string' && /^\d+ \d+ obj$/u.test(part)) this.#parts = [part];
      else super._write(part);
    } else {
      this.#parts.push(part);
      if (part === 'endobj') this.#endObject(this.#parts);
    }
  }

  override _refEnd(reference: PdfReference): void {
    super._refEnd(reference);
    // pdfkit asks the catalog for its parts to the end, and an element of the structure whether it has a parent.
    if (reference === this._root) return;
    const { P: parent } = reference.data;
    reference.data = parent === undefined ? {} : { P: parent };
  }

  /** Writes the table in the place of pdfkit's. */
  override _finalize(): void {
    // Objects that end from here on must not end the document once more.
    this._ended = false;
    this.#endStream();
    const table = this.ref({});
    const offset = this._offset;
    this._offsets[table.id - 1] = offset;
    table.data = {
      Type: 'XRef',
      Size: this._offsets.length + 1,
      W: [1, 4, 2],
      Root: this._root,
      Info: this._info,
      ID: [this._id, this._id],
      DecodeParms: { Predictor: 12, Columns: entryLength },
    };
    table.end(this.#table());
    this._write(`startxref\n${offset}\n%%EOF`);
    this.push(null);
  }

  #endObject(parts: readonly (string | Uint8Array)[]): void {
    this.#parts = null;
    const [head = '', dictionary, ...rest] = parts;
    // No more than the dictionary and the end: there is no stream.
    if (rest.length > 1 || typeof dictionary !== 'string') {
      for (const part of parts) super._write(part);
      return;
    }
    this.#gathered.push({ id: parseInt(String(head), 10), text: dictionary });
    if (this.#gathered.length >= mostInStream) this.#endStream();
  }

  #endStream(): void {
    const objects = this.#gathered;
    if (objects.length === 0) return;
    this.#gathered = [];
    let length = 0;
    const index = objects.map(({ id, text }) => {
      const entry = `${id} ${length}`;
      length += text.length + 1;
      return entry;
    });
    const head = `${index.join(' ')}\n`;
    const stream = this.ref({ Type: 'ObjStm', N: objects.length, First: head.length });
    objects.forEach(({ id }, at) => this.#packed.set(id, { kind: 'in', stream: stream.id, index: at }));
    stream.end(Buffer.from(head + objects.map(({ text }) => `${text}\n`).join(''), 'latin1'));
  }

  /** An entry for each number, the one for number 0 first; each less the one before it, as they are deflated best. */
  #table(): Buffer {
    const table = Buffer.alloc((this._offsets.length + 1) * (entryLength + 1));
    let previous: Buffer = Buffer.alloc(entryLength);
    // Number 0 begins the list of those that are free, of which there are no others.
    previous.writeUInt16BE(0xffff, 5);
    previous.copy(table, 1);
    table.writeUInt8(upPredictor, 0);
    this._offsets.forEach((offset, at) => {
      const entry = entryOf(this.#packed.get(at + 1) ?? { kind: 'at', offset: offset ?? 0 });
      const start = (at + 1) * (entryLength + 1);
      table.writeUInt8(upPredictor, start);
      entry.forEach((byte, column) => {
        table.writeUInt8((byte - (previous[column] ?? 0)) & 0xff, start + 1 + column);
      });
      previous = entry;
    });
    return table;
  }
}

/** A kind, four bytes and two. */
const entryLength = 7;

/** Bytes are stated less those of the row above (RFC 2083, 6.4). */
const upPredictor = 2;

function entryOf(place: Place): Buffer {
  const entry = Buffer.alloc(entryLength);
  entry.writeUInt8(place.kind === 'at' ? 1 : 2, 0);
  entry.writeUInt32BE(place.kind === 'at' ? place.offset : place.stream, 1);
  if (place.kind === 'in') entry.writeUInt16BE(place.index, 5);
  return entry;
}
