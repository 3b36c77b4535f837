// Reads a backup. Nothing in it is believed before it is proved: names come from the manifest's narrow pattern, sizes are
// bounded by it, and each file's hash must agree.
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { AppFailure } from '../../src-core/ipc/app-error';
import { manifestName, manifestSchema, type Manifest } from './backup-format';
import { parseJson } from './document';
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
  close(): void;
};

/** Opens a backup; throws AppFailure where it is none, is damaged, or was made by a newer program. */
export async function readBackup(path: string): Promise<Backup> {
  const zip = await openZip(path);
  try {
    const damaged = (detail: string): AppFailure => new AppFailure({ code: 'library-damaged', path, detail });
    const entries = await listEntries(zip).catch((error: unknown) => {
      throw damaged(describe(error));
    });
    const readEntry = async (name: string, most: number): Promise<Uint8Array> => {
      const entry = entries.get(name);
      if (entry === undefined) throw damaged(`${name} is missing`);
      if (entry.uncompressedSize > most) throw damaged(`${name} is larger than it was`);
      try {
        return await readAll(zip, entry);
      } catch (error) {
        throw damaged(`${name}: ${describe(error)}`);
      }
    };
    const json = parseJson(await readEntry(manifestName, mostManifestBytes));
    const version = schemaOf(json);
    if (version > schemaVersion) throw new AppFailure({ code: 'library-newer', path, version });
    const parsed = manifestSchema.safeParse(json);
    if (!parsed.success) throw damaged('the manifest is not valid');
    const files = new Map(parsed.data.files.map((file) => [file.path, file]));
    const read = async (name: string): Promise<Uint8Array> => {
      const file = files.get(name);
      if (file === undefined) throw damaged(`${name} is not in the manifest`);
      const bytes = await readEntry(name, file.bytes);
      if (sha256(bytes) !== file.sha256) throw damaged(`${name}: the hash does not agree`);
      return bytes;
    };
    return {
      manifest: parsed.data,
      read,
      verify: async () => {
        for (const name of files.keys()) await read(name);
      },
      close: () => {
        zip.close();
      },
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function openZip(path: string): Promise<ZipFile> {
  try {
    return await openPromise(path, { lazyEntries: true, autoClose: false });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new AppFailure({ code: 'file-missing', file: path });
    }
    throw new AppFailure({ code: 'library-damaged', path, detail: `no backup: ${describe(error)}` });
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
