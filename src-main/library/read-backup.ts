// Reads a backup. Nothing in it is believed before it is proved: names come from the manifest's narrow pattern, sizes are
// bounded by it, and each file's hash must agree.
import { Readable } from 'node:stream';
import { fromRandomAccessReaderPromise, RandomAccessReader, type Entry, type ZipFile } from 'yauzl';
import { systemCause } from '../../src-core/ipc/cause';
import type { Detail } from '../../src-core/ipc/detail';
import { AppFailure } from '../../src-core/ipc/app-error';
import { manifestName, manifestSchema, type Manifest } from './backup-format';
import { parseJson } from './document';
import { fileErrorCode, type FileLayer, type ReadableFile } from './file-layer';
import { sha256 } from './issue-folder';
import { schemaVersion } from './migrations';
import { describe } from './storage-error';

/** The manifest of ten thousand issues is a few megabytes. */
const mostManifestBytes = 256 * 1024 * 1024;

export type Backup = {
  readonly manifest: Manifest;
  /** Reads one file of the manifest; throws AppFailure where it is not as the manifest says. */
  read(path: string): Promise<Uint8Array>;
  /** Reads every file; throws AppFailure at the first that is not as the manifest says. */
  verify(): Promise<void>;
  close(): Promise<void>;
};

/** Opens a backup; throws AppFailure where it is none, is damaged, or was made by a newer program. */
export async function readBackup(files: FileLayer, path: string): Promise<Backup> {
  const file = await openFile(files, path);
  try {
    const zip = await openZip(file, path);
    const damaged = (detail: Detail): AppFailure =>
      new AppFailure({ code: 'backup-unusable', file: path, detail });
    const entries = await listEntries(zip).catch((error: unknown) => {
      throw damaged(backupFault(error));
    });
    const readEntry = async (name: string, most: number): Promise<Uint8Array> => {
      const entry = entries.get(name);
      if (entry === undefined) throw damaged({ code: 'entry', name, fault: 'missing' });
      if (entry.uncompressedSize > most) throw damaged({ code: 'entry', name, fault: 'too-large' });
      try {
        return await readAll(zip, entry);
      } catch (error) {
        throw damaged(systemCause(error) ?? { code: 'entry', name, fault: 'unreadable' });
      }
    };
    const json = parseJson(await readEntry(manifestName, mostManifestBytes));
    const version = schemaOf(json);
    if (version > schemaVersion) throw new AppFailure({ code: 'backup-newer', file: path, version });
    const parsed = manifestSchema.safeParse(json);
    if (!parsed.success) throw damaged({ code: 'manifest-unreadable' });
    const listed = new Map(parsed.data.files.map((entry) => [entry.path, entry]));
    const read = async (name: string): Promise<Uint8Array> => {
      const entry = listed.get(name);
      if (entry === undefined) throw damaged({ code: 'entry', name, fault: 'not-listed' });
      const bytes = await readEntry(name, entry.bytes);
      if (sha256(bytes) !== entry.sha256) throw damaged({ code: 'entry', name, fault: 'checksum' });
      return bytes;
    };
    return {
      manifest: parsed.data,
      read,
      verify: async () => {
        for (const name of listed.keys()) await read(name);
      },
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function openFile(files: FileLayer, path: string): Promise<ReadableFile> {
  try {
    return await files.openToRead(path);
  } catch (error) {
    if (fileErrorCode(error) === 'ENOENT') throw new AppFailure({ code: 'file-missing', file: path });
    throw new AppFailure({ code: 'backup-unusable', file: path, detail: backupFault(error) });
  }
}

async function openZip(file: ReadableFile, path: string): Promise<ZipFile> {
  try {
    return await fromRandomAccessReaderPromise(new PieceReader(file), file.bytes, { autoClose: false });
  } catch (error) {
    throw new AppFailure({ code: 'backup-unusable', file: path, detail: backupFault(error) });
  }
}

/** What the system answered; anything else is said of a file that is no zip, or a broken one. */
function backupFault(error: unknown): Detail {
  return systemCause(error) ?? { code: 'no-backup', said: describe(error) };
}

/** How much of a file is read at once, in bytes. */
const pieceBytes = 256 * 1024;

/** Reads the zip through the library's own file layer; who opened the file closes it. */
class PieceReader extends RandomAccessReader {
  readonly #file: ReadableFile;

  constructor(file: ReadableFile) {
    super();
    this.#file = file;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.#pieces(start, end), { objectMode: false });
  }

  async *#pieces(start: number, end: number): AsyncGenerator<Uint8Array> {
    for (let position = start; position < end;) {
      const piece = await this.#file.read(position, Math.min(pieceBytes, end - position));
      if (piece.length === 0) return;
      position += piece.length;
      yield piece;
    }
  }
}

function listEntries(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    zip.on('entry', (entry: Entry) => {
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.on('end', () => {
      resolve(entries);
    });
    zip.on('error', reject);
    zip.readEntry();
  });
}

async function readAll(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const stream = await zip.openReadStreamPromise(entry);
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) {
    if (piece instanceof Uint8Array) pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function schemaOf(json: unknown): number {
  return typeof json === 'object' && json !== null && 'schema' in json && typeof json.schema === 'number'
    ? json.schema
    : 0;
}
