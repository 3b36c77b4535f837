// The journal of one issue: a header line and then one line for each edit, written and on the disk before the edit is
// answered. A line is a checksum, a length and JSON, so that a torn end is told from a whole record, and one damaged
// record does not take those after it along. After the last line there may be zeros: space that was set aside for records
// to come. No record holds a zero, so they are told from one that was torn.
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { editSchema } from '../../src-core/annotation/edit';
import { issueIdSchema, type IssueId } from '../../src-core/publication/issue';
import { hexadecimal, parseJson } from './document';
import { migrate, schemaVersion } from './migrations';

const headerSchema = z.strictObject({
  jianbao: z.literal('journal'),
  schema: z.int().min(1),
  issueId: issueIdSchema,
  generation: z.int().min(1),
  /** The number of the last record before this journal; records of an older journal past it were never answered. */
  base: z.int().min(0),
});
export type JournalHeader = z.infer<typeof headerSchema>;

const recordSchema = z.strictObject({
  seq: z.int().min(1),
  kind: z.enum(['edit', 'undo', 'redo']),
  /** The step that was undone or made again. */
  of: z.int().min(1).optional(),
  /** The edit continues the newest step and forms one with it. */
  joins: z.literal(true).optional(),
  /** When it was recorded, ISO 8601, by the library's clock. */
  at: z.string().max(40),
  edit: editSchema,
  inverse: editSchema,
});
export type JournalRecord = z.infer<typeof recordSchema>;

export type ReadJournal = {
  /** Null where the first line is not a whole header. */
  readonly header: JournalHeader | null;
  readonly records: readonly JournalRecord[];
  /** How many lines before the last whole one are damaged. */
  readonly damagedLines: number;
  /** Where the last whole line ends, in bytes. */
  readonly wholeBytes: number;
  /** How many zeros follow it up to the end: space set aside. 0 where anything else follows, which was torn. */
  readonly spaceBytes: number;
};

/** The name of a journal file; not `.log`, which tidying programs delete. */
export function journalName(generation: number): string {
  return `journal-${String(generation).padStart(8, '0')}.jnl`;
}

/** The generation in a journal file's name; null for other names. */
export function journalGeneration(name: string): number | null {
  const match = /^journal-(\d{8})\.jnl$/.exec(name);
  return match?.[1] === undefined ? null : Number(match[1]);
}

export function encodeHeader(issueId: IssueId, generation: number, base: number): Uint8Array {
  const header: JournalHeader = { jianbao: 'journal', schema: schemaVersion, issueId, generation, base };
  return encodeLine(header);
}

export function encodeRecord(record: JournalRecord): Uint8Array {
  return encodeLine(record);
}

/** Reads all whole lines of a journal. */
export function readJournal(bytes: Uint8Array): ReadJournal {
  const lines: { readonly json: unknown; readonly end: number }[] = [];
  let damaged = 0;
  let damagedBeforeLast = 0;
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(10, start);
    if (end < 0) break;
    const json = decodeLine(bytes.subarray(start, end));
    if (json === undefined) {
      damaged++;
    } else {
      lines.push({ json, end: end + 1 });
      damagedBeforeLast = damaged;
    }
    start = end + 1;
  }
  const wholeBytes = lines.at(-1)?.end ?? 0;
  const rest = bytes.subarray(wholeBytes);
  const header = headerSchema.safeParse(lines[0]?.json);
  const ownLines = lines.slice(header.success ? 1 : 0).map(({ json }) => json);
  const records = header.success ? recordsOf(ownLines, header.data.schema) : recordsWithoutHeader(ownLines);
  return {
    header: header.success ? header.data : null,
    records,
    damagedLines: damagedBeforeLast + lines.length - records.length - (header.success ? 1 : 0),
    wholeBytes,
    spaceBytes: rest.every((byte) => byte === 0) ? rest.length : 0,
  };
}

function recordsOf(lines: readonly unknown[], schema: number): readonly JournalRecord[] {
  return lines
    .map((json) => recordSchema.safeParse(migrate('record', schema, json)))
    .filter((parsed) => parsed.success)
    .map((parsed) => parsed.data);
}

/** A journal is of one schema; without its header, of the newest one in which most of its records are valid. */
function recordsWithoutHeader(lines: readonly unknown[]): readonly JournalRecord[] {
  let most: readonly JournalRecord[] = [];
  for (let schema = schemaVersion; schema >= 1; schema--) {
    const records = recordsOf(lines, schema);
    if (records.length > most.length) most = records;
  }
  return most;
}

/** A checksum takes eight digits. */
const checksumBytes = 8;

/** The longest that can stand before the JSON: the checksum, a space, the length, a space. */
const longestHead = checksumBytes + 20;

/** Short lines are written one after the other into pieces of memory of this size, in bytes. */
const slabBytes = 64 * 1024;
let slab = Buffer.allocUnsafeSlow(slabBytes);
let slabUsed = 0;

// In one pass over the JSON, and without a copy: it stands in the way of every acknowledged edit.
function encodeLine(value: unknown): Uint8Array {
  const json = JSON.stringify(value);
  // A UTF-16 code unit takes three bytes at most.
  const room = longestHead + json.length * 3 + 1;
  if (room > slabBytes)
    return writeLine(json, Buffer.allocUnsafeSlow(longestHead + Buffer.byteLength(json) + 1), 0);
  if (slabUsed + room > slabBytes) {
    slab = Buffer.allocUnsafeSlow(slabBytes);
    slabUsed = 0;
  }
  const line = writeLine(json, slab, slabUsed);
  slabUsed = line.byteOffset + line.length;
  return line;
}

/** Writes a line into memory, from a position on or a little after it, and gives it. */
function writeLine(json: string, memory: Buffer, position: number): Uint8Array {
  const body = position + longestHead;
  const bytes = memory.write(json, body, 'utf8');
  const length = ` ${bytes} `;
  const start = body - length.length - checksumBytes;
  memory.write(length, start + checksumBytes, 'latin1');
  memory[body + bytes] = 10;
  const line = memory.subarray(start, body + bytes + 1);
  line.write(hexadecimal(crc32(line.subarray(checksumBytes + 1, -1))), 0, 'latin1');
  return line;
}

function decodeLine(line: Uint8Array): unknown {
  const checksum = Buffer.from(line.subarray(0, 9)).toString('latin1');
  const covered = line.subarray(9);
  if (checksum !== `${hexadecimal(crc32(covered))} `) return undefined;
  const space = covered.indexOf(32);
  const json = covered.subarray(space + 1);
  if (Buffer.from(covered.subarray(0, space)).toString('latin1') !== String(json.length)) return undefined;
  return parseJson(json);
}
