// Which encoding a Chinese text is in, and its text. Byte-order marks and strict UTF-8 settle most files; between GB18030,
// Big5 and UTF-16 the decoded texts themselves are compared: only the right one is full of common characters.
import { analyse } from 'chardet';
import iconv from 'iconv-lite';
import { fail, ok, type Result } from '../../src-core/result';
import { likeness } from './likeness';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';

export type DecodedText = { readonly text: string; readonly encoding: Encoding; readonly replaced: number };

const sampleBytes = 1 << 16;
/** A text less like Chinese or ASCII than this is in no encoding we know. */
const leastLikeness = 0.35;

const signatures: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46], // PDF
  [0x50, 0x4b, 0x03, 0x04], // ZIP: docx, epub
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0xd0, 0xcf, 0x11, 0xe0], // OLE: doc, xls
  [0x1f, 0x8b], // gzip
  [0x7f, 0x45, 0x4c, 0x46], // ELF
  [0x37, 0x7a, 0xbc, 0xaf], // 7z
  [0x52, 0x61, 0x72, 0x21], // RAR
];

/** Decodes bytes as text, or says that they are none or in no encoding known here. */
export function decodeText(bytes: Uint8Array): Result<DecodedText, 'file-binary' | 'encoding-unknown'> {
  if (signatures.some((signature) => startsWith(bytes, signature))) return fail('file-binary');
  const marked = byteOrderMark(bytes);
  if (marked !== null && isPlausible(bytes.subarray(marked.length), marked.encoding)) {
    return ok(decode(bytes.subarray(marked.length), marked.encoding));
  }
  const rest = bytes.subarray(marked?.length ?? 0);
  if (isStrictUtf8(rest)) return binaryOr(rest, 'utf-8');
  const best = bestCandidate(rest);
  return best.score < leastLikeness
    ? fail(looksBinary(rest) ? 'file-binary' : 'encoding-unknown')
    : binaryOr(rest, best.encoding);
}

function byteOrderMark(bytes: Uint8Array): { readonly encoding: Encoding; readonly length: number } | null {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return { encoding: 'utf-8', length: 3 };
  if (startsWith(bytes, [0xff, 0xfe])) return { encoding: 'utf-16le', length: 2 };
  if (startsWith(bytes, [0xfe, 0xff])) return { encoding: 'utf-16be', length: 2 };
  return null;
}

/** A byte-order mark can be wrong: the text it stands before must be one in that encoding. */
function isPlausible(bytes: Uint8Array, encoding: Encoding): boolean {
  if (bytes.length === 0) return true;
  if (encoding === 'utf-8') return isStrictUtf8(bytes) && controlShare(decode(bytes, encoding).text) < 0.02;
  const text = sampleText(bytes, encoding);
  return likeness(text) >= leastLikeness && controlShare(text) < 0.02;
}

function binaryOr(bytes: Uint8Array, encoding: Encoding): Result<DecodedText, 'file-binary'> {
  const decoded = decode(bytes, encoding);
  return controlShare(decoded.text) >= 0.02 ? fail('file-binary') : ok(decoded);
}

function decode(bytes: Uint8Array, encoding: Encoding): DecodedText {
  const decoded = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding, {
    stripBOM: true,
  });
  // UTF-16 can hold half a character; no other encoding can, and none could be written again.
  const text = decoded.replace(/\p{Surrogate}/gu, '\ufffd');
  let replaced = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) replaced++;
  return { text, encoding, replaced };
}

function isStrictUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

function bestCandidate(bytes: Uint8Array): { readonly encoding: Encoding; readonly score: number } {
  const guessed = new Map(
    analyse(bytes.subarray(0, sampleBytes)).map((match) => [
      match.name.toLowerCase(),
      match.confidence / 100,
    ]),
  );
  const candidates: readonly Encoding[] = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'];
  const scored = candidates.map((encoding) => ({
    encoding,
    // The statistics of bytes only tip the balance where the texts are equally likely.
    score: likeness(sampleText(bytes, encoding)) + 0.04 * (guessed.get(encoding) ?? 0),
  }));
  return scored.reduce((best, candidate) => (candidate.score > best.score ? candidate : best));
}

/** The decoded head of the bytes, less its last characters, which the cut may have damaged. */
function sampleText(bytes: Uint8Array, encoding: Encoding): string {
  const isCut = bytes.length > sampleBytes;
  const text = decode(isCut ? bytes.subarray(0, sampleBytes) : bytes, encoding).text;
  return isCut ? text.slice(0, -2) : text;
}

function controlShare(text: string): number {
  const sample = text.slice(0, sampleBytes);
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  const controls = sample.match(/[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/gu)?.length ?? 0;
  return sample.length === 0 ? 0 : controls / sample.length;
}

function looksBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, sampleBytes);
  const controls = sample.filter((byte) => byte < 9 || (byte > 13 && byte < 32) || byte === 127).length;
  return controls / Math.max(1, sample.length) >= 0.01;
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
