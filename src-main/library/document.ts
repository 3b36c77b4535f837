// A document of the library on disk: one header line that says what it is, in which schema, how long, and with which
// checksum; then the document as JSON. What does not agree with its header is damaged, and is not read.
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { notValid, type Damage, type NotValid } from '../../src-core/ipc/detail';
import { fail, ok, type Result } from '../../src-core/result';
import { migrate, schemaVersion } from './migrations';

/** What a document is: which of the library's files it may stand in. */
export type DocumentKind = 'library' | 'catalog' | 'issue' | 'annotations' | 'study-day' | 'tags' | 'trash';

/** How one kind of document is written and read. */
export type DocumentFormat<T> = {
  readonly kind: DocumentKind;
  /** The document as JSON, in pieces, so that a large one can be written without holding everything else up. */
  readonly pieces: (value: T) => Iterable<string>;
  /** Reads the document of the present schema; says what is wrong with one that is not valid. */
  readonly parse: (json: unknown) => Result<T, Damage>;
};

export type DocumentFault =
  | { readonly code: 'damaged'; readonly detail: Damage }
  | { readonly code: 'newer'; readonly version: number };

const headerSchema = z.strictObject({
  jianbao: z.string(),
  schema: z.int().min(1),
  bytes: z.int().min(0),
  crc32: z.string(),
});

/** How large a piece is encoded at once, in characters; a few milliseconds of work at most. */
const pieceCharacters = 100_000;

/** Encodes a document for its file, giving other work a turn between pieces. */
export async function encodeDocument<T>(format: DocumentFormat<T>, value: T): Promise<readonly Uint8Array[]> {
  const body: Buffer[] = [];
  let checksum = 0;
  let bytes = 0;
  let waiting = '';
  const take = (): void => {
    const piece = Buffer.from(waiting);
    checksum = crc32(piece, checksum);
    bytes += piece.length;
    body.push(piece);
    waiting = '';
  };
  for (const piece of format.pieces(value)) {
    waiting += piece;
    if (waiting.length < pieceCharacters) continue;
    take();
    await nextTurn();
  }
  take();
  const header = { jianbao: format.kind, schema: schemaVersion, bytes, crc32: hexadecimal(checksum) };
  return [Buffer.from(`${JSON.stringify(header)}\n`), ...body];
}

/** Reads a document back, older schemas too; a damaged or newer one is a fault. */
export function decodeDocument<T>(format: DocumentFormat<T>, bytes: Uint8Array): Result<T, DocumentFault> {
  const damaged = (detail: Damage): Result<T, DocumentFault> => fail({ code: 'damaged', detail });
  const headerEnd = bytes.indexOf(10);
  if (headerEnd < 0) return damaged({ code: bytes.length === 0 ? 'empty' : 'header-missing' });
  const header = headerSchema.safeParse(parseJson(bytes.subarray(0, headerEnd)));
  if (!header.success) return damaged({ code: 'header-unreadable' });
  if (header.data.jianbao !== format.kind) return damaged({ code: 'other-kind', kind: header.data.jianbao });
  if (header.data.schema > schemaVersion) return fail({ code: 'newer', version: header.data.schema });
  const body = bytes.subarray(headerEnd + 1);
  if (body.length !== header.data.bytes)
    return damaged({ code: 'other-length', bytes: body.length, written: header.data.bytes });
  if (hexadecimal(crc32(body)) !== header.data.crc32) return damaged({ code: 'checksum' });
  const parsed = format.parse(migrate(format.kind, header.data.schema, parseJson(body)));
  return parsed.ok ? parsed : damaged(parsed.error);
}

/** The schema that a document's header names; null where there is no readable header. */
export function documentSchema(bytes: Uint8Array): number | null {
  const headerEnd = bytes.indexOf(10);
  const header = headerEnd < 0 ? null : headerSchema.safeParse(parseJson(bytes.subarray(0, headerEnd)));
  return header?.success === true ? header.data.schema : null;
}

/** A format whose document is small enough to be made in one piece and is checked by its schema. */
export function wholeDocument<T>(kind: DocumentKind, schema: z.ZodType<T>): DocumentFormat<T> {
  return {
    kind,
    pieces: (value) => [JSON.stringify(value)],
    parse: (json) => parseWith(schema, json),
  };
}

/** Checks a value against a schema; the failure is the first thing that is wrong. */
export function parseWith<T>(schema: z.ZodType<T>, json: unknown): Result<T, NotValid> {
  const parsed = schema.safeParse(json);
  return parsed.success ? ok(parsed.data) : fail(notValid(parsed.error));
}

/** A checksum as eight hexadecimal digits. */
export function hexadecimal(checksum: number): string {
  return checksum.toString(16).padStart(8, '0');
}

/** Parses UTF-8 JSON; undefined where it is none. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** Lets other work have its turn. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
