// Inputs that are broken in every way that was thought of, made by code: none brings the importer down. Each is either
// refused with a reason, or read with every character of its text in a block, in the furniture, or in a diagnostic.
import fc from 'fast-check';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPage } from '../../../src-main/sources/read-page';
import { largestSource } from '../../../src-main/sources/read-source';
import { accountFor, nothingLost } from '../../core/importing/coverage';

const words =
  '山前县重修石桥\n\n本报讯（记者 林远）南门外的石桥昨日修好了，挑担的、推车的都从桥上走，孩子们趴在栏杆上看水。\n';
const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8');
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

/** Bytes that look random and are the same each time. */
function noise(length: number, seed: number): Buffer {
  const bytes = Buffer.alloc(length);
  let state = seed;
  for (let at = 0; at < length; at++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes[at] = state >>> 24;
  }
  return bytes;
}

/** A lone half of a surrogate pair now and then, which no UTF-8 can hold. */
const lone = utf16(words.replace(/石/gu, '\ud842').replace(/桥/gu, '\udc00'));

/** What is expected of each: the code of a refusal, or the code of a diagnostic, or null where it is simply read. */
const inputs: readonly (readonly [name: string, bytes: Buffer, reason: string | null])[] = [
  ['nothing', Buffer.alloc(0), 'file-empty'],
  ['a byte-order mark alone', Buffer.from([0xef, 0xbb, 0xbf]), 'file-empty'],
  ['white space alone', utf8(' \u3000\t\n'.repeat(500)), 'no-text'],
  ['zero-width characters alone', utf8('\u200b\u200c\u2060'.repeat(200)), 'no-text'],
  ['random bytes', noise(50_000, 1), 'file-binary'],
  ['other random bytes', noise(3, 7), null],
  ['NULs', Buffer.alloc(20_000), 'file-binary'],
  ['a text with NULs in it', utf8(words.repeat(20).replace('石', '\0\0')), 'control-characters-dropped'],
  ['a text after a page of NULs', Buffer.concat([Buffer.alloc(4096), utf8(words)]), 'file-binary'],
  ['a picture', Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47]), noise(5000, 3)]), 'file-binary'],
  ['lone surrogates', Buffer.concat([Buffer.from([0xff, 0xfe]), lone]), 'replacement-characters'],
  [
    'UTF-16 of an odd length',
    Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(words.repeat(5)), Buffer.from([0x4e])]),
    null,
  ],
  ['UTF-8 under the mark of UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), utf8(words.repeat(9))]), null],
  [
    'UTF-8 under the other mark of UTF-16',
    Buffer.concat([Buffer.from([0xfe, 0xff]), utf8(words.repeat(9))]),
    null,
  ],
  [
    'GB18030 under the mark of UTF-8',
    Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), iconv.encode(words.repeat(9), 'gb18030')]),
    null,
  ],
  ['UTF-8 cut in a character', utf8(words.repeat(50)).subarray(0, 4001), null],
  ['UTF-8 with a damaged byte', damaged(utf8(words.repeat(50)), 1000), 'replacement-characters'],
  ['GB18030 with a damaged byte', damaged(iconv.encode(words.repeat(50), 'gb18030'), 1001), null],
  [
    'two encodings in one file',
    Buffer.concat([utf8(words.repeat(20)), iconv.encode(words, 'gb18030')]),
    'replacement-characters',
  ],
  ['a million blank lines', utf8('\n'.repeat(1_000_000) + words), null],
  ['a million lines of one character', utf8('桥\n'.repeat(1_000_000)), 'text-cut-at-limit'],
  ['one line of two million characters', utf8('桥上看水，'.repeat(400_000)), null],
  ['one line without any mark', utf8('桥'.repeat(2_500_000)), null],
  ['a text as long as it may be', utf8(words.repeat(Math.floor(largestSource / utf8(words).length))), null],
  ['brackets in brackets', utf8(`${'（'.repeat(200_000)}桥${'）'.repeat(200_000)}`), null],
  ['every kind of bracket, never closed', utf8('“‘（《「『【〔'.repeat(30_000)), null],
  ['closed before it is opened', utf8('”’）》」』】〕'.repeat(30_000)), null],
  ['bylines of bylines', utf8('本报讯（记者 '.repeat(40_000)), null],
  ['numbers without end', utf8('１２３4567890.'.repeat(80_000)), null],
  ['dates without end', utf8('2022年10月11日'.repeat(50_000)), null],
  ['credits without end', utf8('陆新 徐晶 摄\n'.repeat(20_000)), null],
  ['titles without end', utf8('石桥昨日修好\n\n'.repeat(20_000)), null],
  ['line ends of every kind', utf8(words.repeat(30).replace(/\n/gu, '\r\n\u2028\r\u0085\u000b')), null],
  ['combining marks on one letter', utf8(`a${'\u0301'.repeat(100_000)}\n${words}`), null],
  [
    'directions that turn',
    utf8('\u202e\u202d\u2066\u2069'.repeat(1000) + words),
    'invisible-characters-dropped',
  ],
];

function damaged(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = 0xff;
  return copy;
}

async function reasonsFor(name: string, bytes: Buffer): Promise<readonly string[]> {
  const read = await readPage({ fileName: `${name}.txt`, bytes });
  if (!read.ok) return [read.error.code];
  const { source, page } = read.value;
  expect(accountFor(source.text, page)).toEqual(nothingLost);
  return page.diagnostics.map(({ code }) => code);
}

describe('a broken input', () => {
  it.each(inputs)(
    '%s brings nothing down, and the reason is told',
    { timeout: 120_000 },
    async (name, bytes, reason) => {
      const reasons = await reasonsFor(name, bytes);
      if (reason !== null) expect(reasons).toContain(reason);
    },
  );

  it('is never thrown at, whatever the bytes', { timeout: 120_000 }, async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 600 }).map((array) => Buffer.from(array)),
      fc.string({ unit: 'binary', maxLength: 300 }).map(utf16),
      fc
        .tuple(
          fc.constantFrom('gb18030', 'big5', 'utf-16be', 'utf8'),
          fc.nat(400),
          fc.uint8Array({ maxLength: 4 }),
        )
        .map(([encoding, at, put]) => {
          const text = iconv.encode(words.repeat(2), encoding);
          const cut = at % text.length;
          return Buffer.concat([text.subarray(0, cut), Buffer.from(put), text.subarray(cut + 1)]);
        }),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (given) => {
        const reasons = await reasonsFor('fuzz', given);
        expect(Array.isArray(reasons)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a broken file', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jianbao-broken-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('of one line of 200 MB is refused before it is read', async () => {
    const file = join(folder, 'line.txt');
    const handle = await open(file, 'w');
    await handle.truncate(200 * 1024 * 1024);
    await handle.close();
    expect(await readPage({ file })).toMatchObject({ ok: false, error: { code: 'file-too-large', file } });
  });

  it('that is a folder is refused', async () => {
    expect(await readPage({ file: folder })).toMatchObject({ ok: false, error: { code: 'file-unreadable' } });
    expect(await readPage({ file: join(folder, 'none') })).toMatchObject({
      ok: false,
      error: { code: 'file-missing' },
    });
    await writeFile(join(folder, 'under'), words);
    expect(await readPage({ file: join(folder, 'under', 'it') })).toMatchObject({ ok: false });
  });
});
