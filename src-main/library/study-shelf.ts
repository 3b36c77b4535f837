// The library's study days. Each is a document of its own in the folder `study`, kept by the same means as all others:
// proved by its checksum, on the disk before it is answered, its former generation beside it. One that is damaged is set
// aside and told of, and harms no other. Removing one only says so in it.
import { join } from 'node:path';
import { Low } from 'lowdb';
import { causeOf } from '../../src-core/ipc/cause';
import { AppFailure, type AppError } from '../../src-core/ipc/app-error';
import type { LibraryNotice } from '../../src-core/ipc/library-notice';
import { fail, ok, type Result } from '../../src-core/result';
import {
  studyDayIdSchema,
  studyDaySchema,
  type StudyDay,
  type StudyDayId,
} from '../../src-core/study/study-day';
import { parseWith, wholeDocument, type DocumentFormat } from './document';
import { DurableFile, type SetAside, missing } from './durable-file';
import { ifPresent, makeFolderIn, type FileLayer } from './file-layer';
import { readError, writeError } from './storage-error';
import { writeAsItIs, writeBoth } from './write-both';

/** The name of the folder within a library. */
export const studyFolderName = 'study';

export type ShelfOptions = {
  readonly files: FileLayer;
  readonly library: string;
  readonly setAside: SetAside;
  readonly notice: (notice: LibraryNotice) => void;
  /** Whether anything can be mended now. */
  readonly isWritable: () => boolean;
  /** Makes sure that something can be written; gives the reason where it cannot. */
  readonly refusal: () => Promise<AppError | null>;
  /** Told after each change. */
  readonly onChange: () => void;
};

type Shelved = ReadonlyMap<StudyDayId, Low<StudyDay>>;

/** The document of one study day; that of another is not valid in its place. */
export const studyDayFormat = (ownId: StudyDayId): DocumentFormat<StudyDay> => ({
  ...wholeDocument('study-day', studyDaySchema),
  parse: (json) => {
    const parsed = parseWith(studyDaySchema, json);
    return parsed.ok && parsed.value.studyDayId !== ownId
      ? fail({ code: 'of-other-study-day', studyDayId: parsed.value.studyDayId })
      : parsed;
  },
});

/** Where a study day stands in its library. */
export function studyDayPath(library: string, studyDayId: StudyDayId): string {
  return join(library, studyFolderName, `${studyDayId}.json`);
}

/** The study days which names in the folder stand for, each once; a name that stands for none gives null. */
export function studyDayOfName(name: string): StudyDayId | null {
  const parsed = studyDayIdSchema.safeParse(/^(.+)\.json(?:\.bak)?$/u.exec(name)?.[1]);
  return parsed.success ? parsed.data : null;
}

export class StudyShelf {
  readonly #options: ShelfOptions;
  #shelved: Promise<Shelved> | null = null;
  #writing: Promise<unknown> = Promise.resolve();

  constructor(options: ShelfOptions) {
    this.#options = options;
  }

  /** Every study day that can be read, removed ones too, in the order of their dates. */
  async all(): Promise<Result<readonly StudyDay[], AppError>> {
    try {
      const days = [...(await this.#read()).values()].map(({ data }) => data);
      return ok(days.sort(byDate));
    } catch (error) {
      return fail(readError(join(this.#options.library, studyFolderName), error));
    }
  }

  /**
   * Stores a study day: a new one, of revision 0, or a change of the revision that it names. Gives it as it is stored,
   * with the next revision, once it is on the disk. Refused where it was changed meanwhile.
   */
  save(day: StudyDay): Promise<Result<StudyDay, AppError>> {
    const saved = this.#writing.then(() => this.#save(day));
    this.#writing = saved;
    return saved;
  }

  /** Waits for what is being written. */
  async settled(): Promise<void> {
    await this.#writing;
  }

  /** Forgets what was read. */
  forgetAll(): void {
    this.#shelved = null;
  }

  async #save(day: StudyDay): Promise<Result<StudyDay, AppError>> {
    const { library, refusal, onChange } = this.#options;
    const refused = await refusal();
    if (refused !== null) return fail(refused);
    const parsed = parseWith(studyDaySchema, { ...day, revision: day.revision + 1 });
    if (!parsed.ok) return fail({ code: 'invalid-input', where: 'study day', detail: parsed.error });
    const { studyDayId } = parsed.value;
    try {
      const shelved = await this.#read();
      const known = shelved.get(studyDayId);
      if (known === undefined && day.revision > 0) return fail({ code: 'study-day-unknown', studyDayId });
      if ((known?.data.revision ?? 0) !== day.revision)
        return fail({ code: 'study-day-changed', studyDayId });
      await this.#write(shelved, parsed.value, known);
      onChange();
      return ok(parsed.value);
    } catch (error) {
      return fail(writeError(studyDayPath(library, studyDayId), error));
    }
  }

  async #write(shelved: Shelved, day: StudyDay, known: Low<StudyDay> | undefined): Promise<void> {
    const { library, files, notice } = this.#options;
    const path = studyDayPath(library, day.studyDayId);
    const document = known ?? new Low(await this.#newFile(day.studyDayId), day);
    await writeBoth(document, day, {
      path,
      putBack: async () => {
        try {
          if (known !== undefined) await writeAsItIs(known);
          else await ifPresent(files.remove(path));
        } finally {
          // Where that fails, what is on the disk holds, and is read again; not before.
          this.#shelved = null;
        }
      },
      onSecondFailing: (error) => {
        notice({ code: 'not-tidied', path, detail: causeOf(error) });
      },
    });
    this.#shelved = Promise.resolve(new Map([...shelved, [day.studyDayId, document]]));
  }

  async #newFile(studyDayId: StudyDayId): Promise<DurableFile<StudyDay>> {
    const { files, library } = this.#options;
    await makeFolderIn(files, library, join(library, studyFolderName));
    await files.syncFolder(library);
    const file = this.#file(studyDayId);
    if ((await file.read()) === null) return file;
    // One of this name that could not be read when the others were, such as one of a newer program.
    throw new AppFailure({ code: 'study-day-changed', studyDayId });
  }

  /** However many ask at a time, the folder is read once; a failure is not kept. */
  #read(): Promise<Shelved> {
    this.#shelved ??= this.#readFolder().catch((error: unknown) => {
      this.#shelved = null;
      throw error;
    });
    return this.#shelved;
  }

  async #readFolder(): Promise<Shelved> {
    const { files, library } = this.#options;
    const names = (await ifPresent(files.list(join(library, studyFolderName)))) ?? [];
    const shelved = new Map<StudyDayId, Low<StudyDay>>();
    for (const studyDayId of new Set(names.map(studyDayOfName))) {
      const document = studyDayId === null ? null : await this.#readDay(studyDayId);
      if (document !== null) shelved.set(document.data.studyDayId, document);
    }
    return shelved;
  }

  /** Reads one study day and mends its file where it may; null for one that cannot be read, which is told. */
  async #readDay(studyDayId: StudyDayId): Promise<Low<StudyDay> | null> {
    const { library, notice, isWritable, setAside } = this.#options;
    const path = studyDayPath(library, studyDayId);
    const file = this.#file(studyDayId);
    const day = await file.read().catch((error: unknown) => {
      if (!(error instanceof AppFailure) || error.error.code !== 'library-newer') throw error;
      notice({ code: 'library-newer', path, version: error.error.version });
      return null;
    });
    const document = day === null ? null : new Low(file, day);
    if (file.generation === 'present' || (day === null && file.damaged.length === 0)) return document;
    const detail = file.damaged[0]?.detail ?? missing;
    notice({ code: day === null ? 'study-day-damaged' : 'file-rebuilt', path, detail });
    if (!isWritable()) return document;
    try {
      if (document !== null) await document.write();
      else for (const damaged of file.damaged) await setAside(damaged.path);
    } catch (error) {
      notice({ code: 'mending-failed', path, detail: causeOf(error) });
    }
    return document;
  }

  #file(studyDayId: StudyDayId): DurableFile<StudyDay> {
    const { files, library, setAside } = this.#options;
    return new DurableFile(files, studyDayPath(library, studyDayId), studyDayFormat(studyDayId), setAside);
  }
}

function byDate(one: StudyDay, other: StudyDay): number {
  const [first, second] = [one, other].map(({ date, created }) => `${date} ${created}`);
  return (first ?? '') < (second ?? '') ? -1 : Number(first !== second);
}
