// A small zip reader: the parts of the format (APPNOTE 4.3) an ordinary archive of files uses.
// Left out on purpose: encryption, zip64, links; an archive that needs them is refused.
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import zlib from 'node:zlib';

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const endLength = 22;
const maxCommentLength = 0xffff;
const stored = 0;
const deflated = 8;

/**
 * Writes the files of the zip at `zipPath` into `folder` and answers how many. `rename` gives each entry's path
 * below `folder`, or null to leave the entry out. Every file's length and CRC-32 are checked.
 */
export async function unzip(zipPath, folder, rename) {
  const file = await open(zipPath, 'r');
  try {
    let count = 0;
    for (const entry of await readEntries(file)) {
      const path = rename(entry.name);
      if (path === null || entry.name.endsWith('/')) continue;
      await writeEntry(file, zipPath, entry, join(folder, safePath(path)));
      count += 1;
    }
    return count;
  } finally {
    await file.close();
  }
}

async function readEntries(file) {
  const { size } = await file.stat();
  const tail = await readAt(
    file,
    Math.max(0, size - endLength - maxCommentLength),
    Math.min(size, endLength + maxCommentLength),
  );
  let end = tail.length - endLength;
  while (end >= 0 && tail.readUInt32LE(end) !== endSignature) end -= 1;
  if (end < 0) throw new Error('not a zip archive, or cut short');
  const count = tail.readUInt16LE(end + 10);
  const directoryLength = tail.readUInt32LE(end + 12);
  const directoryStart = tail.readUInt32LE(end + 16);
  if (count === 0xffff || directoryStart === 0xffffffff) throw new Error('zip64 archives are not supported');
  const directory = await readAt(file, directoryStart, directoryLength);
  const entries = [];
  for (let at = 0; entries.length < count;) {
    if (directory.readUInt32LE(at) !== entrySignature) throw new Error('the zip directory is damaged');
    const nameLength = directory.readUInt16LE(at + 28);
    const extraLength = directory.readUInt16LE(at + 30);
    const commentLength = directory.readUInt16LE(at + 32);
    entries.push({
      method: directory.readUInt16LE(at + 10),
      crc: directory.readUInt32LE(at + 16),
      compressedLength: directory.readUInt32LE(at + 20),
      length: directory.readUInt32LE(at + 24),
      // The upper half holds the Unix mode; without one the file gets the usual mode.
      mode: (directory.readUInt32LE(at + 38) >>> 16) & 0o777 || 0o644,
      localStart: directory.readUInt32LE(at + 42),
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
    });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}

async function writeEntry(file, zipPath, entry, path) {
  const local = await readAt(file, entry.localStart, 30);
  if (local.readUInt32LE(0) !== localSignature) throw new Error(`the zip entry ${entry.name} is damaged`);
  if (entry.method !== stored && entry.method !== deflated) {
    throw new Error(
      `the zip entry ${entry.name} is compressed by method ${entry.method}, which is not supported`,
    );
  }
  const start = entry.localStart + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
  await mkdir(dirname(path), { recursive: true });
  if (entry.length === 0) {
    await (await open(path, 'w', entry.mode)).close();
    return;
  }
  const check = new CheckedLength();
  const source = createReadStream(zipPath, { start, end: start + entry.compressedLength - 1 });
  const target = createWriteStream(path, { mode: entry.mode });
  if (entry.method === deflated) await pipeline(source, zlib.createInflateRaw(), check, target);
  else await pipeline(source, check, target);
  if (check.length !== entry.length || check.crc !== entry.crc) {
    await rm(path, { force: true });
    throw new Error(`the zip entry ${entry.name} does not match its checksum`);
  }
}

class CheckedLength extends Transform {
  length = 0;
  crc = 0;

  _transform(chunk, _encoding, done) {
    this.length += chunk.length;
    this.crc = zlib.crc32(chunk, this.crc);
    done(null, chunk);
  }
}

async function readAt(file, position, length) {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  if (bytesRead !== length) throw new Error('the zip archive is cut short');
  return buffer;
}

function safePath(path) {
  const isUnsafe = path.startsWith('/') || path.includes('\\') || path.split('/').includes('..');
  if (isUnsafe) throw new Error(`the zip holds an unsafe path: ${path}`);
  return path;
}
