import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { largestSource, readSource } from '../../../src-main/sources/read-source';

const simplified =
  '本报讯（记者 张小明）昨日上午，城东图书馆正式开馆，首日接待读者三千余人。\n\n馆长说，欢迎大家常来。\n';
const traditional =
  '（中央社記者黃淑芬屏東20日電）颱風逐漸逼近，屏東蕉農今天搶收香蕉，擔心強風吹倒蕉株，血本無歸。\n';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jianbao-sources-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function stored(name: string, bytes: Uint8Array | string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, bytes);
  return file;
}

function encode(text: string, encoding: string, addBOM = false): Buffer {
  return iconv.encode(text, encoding, { addBOM });
}

async function readText(name: string, bytes: Uint8Array) {
  const read = await readSource(await stored(name, bytes));
  return read.ok
    ? { text: read.value.text, encoding: read.value.encoding, replaced: read.value.replaced }
    : read.error.code;
}

describe('a source file', () => {
  it.each([
    ['utf-8', simplified, false, 'utf-8'],
    ['utf-8', traditional, true, 'utf-8'],
    ['utf-16le', simplified, true, 'utf-16le'],
    ['utf-16be', simplified, true, 'utf-16be'],
    ['utf-16le', traditional, false, 'utf-16le'],
    ['utf-16be', traditional, false, 'utf-16be'],
    ['gb18030', simplified, false, 'gb18030'],
    ['gb18030', `${simplified}俄探險家壯𦦙`, false, 'gb18030'],
    ['gbk', traditional, false, 'gb18030'],
    ['big5', traditional, false, 'big5'],
    ['utf-8', 'plain words\n', false, 'utf-8'],
  ] as const)('in %s is decoded: %s (byte-order mark: %s)', async (encoding, text, addBOM, expected) => {
    expect(await readText('encoded.txt', encode(text, encoding, addBOM))).toEqual({
      text,
      encoding: expected,
      replaced: 0,
    });
  });

  it('of a few characters is decoded too', async () => {
    expect(await readText('short.txt', encode('通告：停水三天。', 'gb18030'))).toMatchObject({
      encoding: 'gb18030',
    });
    expect(await readText('short.txt', encode('公告：停水三天。', 'big5'))).toMatchObject({
      encoding: 'big5',
    });
  });

  it('whose byte-order mark is wrong is decoded by what its bytes are', async () => {
    const bytes = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), encode(simplified.repeat(4), 'gb18030')]);
    expect(await readText('wrong-mark.txt', bytes)).toMatchObject({
      text: simplified.repeat(4),
      encoding: 'gb18030',
    });
  });

  it('with damaged bytes is read, and the damage counted', async () => {
    const bytes = encode(simplified.repeat(5), 'utf-8');
    bytes[9] = 0xff;
    const read = await readText('damaged.txt', bytes);
    expect(read).toMatchObject({ encoding: 'utf-8' });
    expect(typeof read === 'object' && read.replaced > 0 && read.text.includes('\ufffd')).toBe(true);
  });

  it('is given with its bytes as they are and their hash', async () => {
    const bytes = encode(simplified, 'gb18030');
    const read = await readSource(await stored('whole.txt', bytes));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(
      read.ok && [Buffer.from(read.value.bytes).equals(bytes), read.value.sha256, read.value.fileName],
    ).toEqual([true, sha256, 'whole.txt']);
  });

  it('is read through a symbolic link', async () => {
    const target = await stored('target.txt', simplified);
    const link = join(folder, 'link.txt');
    await symlink(target, link);
    expect(await readSource(link)).toMatchObject({ ok: true, value: { text: simplified } });
  });

  it('that is missing, empty, binary or in no known encoding is refused with its reason', async () => {
    const cases: readonly (readonly [string, string])[] = [
      [join(folder, 'nowhere.txt'), 'file-missing'],
      [join(await stored('plain.txt', 'x'), 'below.txt'), 'file-missing'],
      [await stored('empty.txt', ''), 'file-empty'],
      [await stored('only-mark.txt', new Uint8Array([0xef, 0xbb, 0xbf])), 'file-empty'],
      [await stored('zip.txt', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0])), 'file-binary'],
      [await stored('noughts.txt', new Uint8Array(5000)), 'file-binary'],
      [
        await stored(
          'bytes.txt',
          Uint8Array.from({ length: 4096 }, (_, index) => (index * 167 + (index >> 3)) % 256),
        ),
        'file-binary',
      ],
      [await stored('latin.txt', encode('Ünïcödé ßäç çà éè ñ '.repeat(40), 'latin1')), 'encoding-unknown'],
    ];
    for (const [file, code] of cases) {
      expect(await readSource(file)).toMatchObject({ ok: false, error: { code, file } });
    }
  });

  it('that is a folder, a pipe or a device is refused without being opened', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync('env', ['mkfifo', pipe]);
    const inner = join(folder, 'inner');
    await mkdir(inner);
    for (const file of [inner, pipe, '/dev/zero']) {
      expect(await readSource(file)).toMatchObject({ ok: false, error: { code: 'file-unreadable', file } });
    }
  });

  it('that is too large is refused before it is read', async () => {
    const file = await stored('large.txt', '天'.repeat(40));
    expect(await readSource(file, 100)).toEqual({
      ok: false,
      error: { code: 'file-too-large', file, bytes: 120, limit: 100 },
    });
    expect(largestSource).toBe(8 * 1024 * 1024);
  });
});
