// Rebuilds what changes in an issue, its annotations and its history, from the newest good snapshot and the journals
// after it. Reading changes nothing on the disk; what was found wrong is told as findings, for the caller to mend.
import { join } from 'node:path';
import type { Damage } from '../../src-core/ipc/detail';
import type { Annotation, AnnotationId } from '../../src-core/annotation/annotation';
import { makeEdit } from '../../src-core/annotation/apply-edit';
import type { Edit } from '../../src-core/annotation/edit';
import { describeEdit } from '../../src-core/annotation/describe-edit';
import {
  afterEdit,
  afterJoinedEdit,
  afterRedo,
  afterUndo,
  emptyHistory,
  whatFits,
  type StepHistory,
} from '../../src-core/annotation/step-history';
import type { StepLabel } from '../../src-core/annotation/history';
import { AppFailure } from '../../src-core/ipc/app-error';
import type { IssueId } from '../../src-core/publication/issue';
import { lowDocument, type LowDocument, type SetAside } from './durable-file';
import { ifPresent, type FileLayer } from './file-layer';
import { annotationsFormat, type IssueState } from './formats';
import { journalGeneration, journalName, readJournal, type JournalRecord, type ReadJournal } from './journal';
import { schemaVersion } from './migrations';
import type { Salvaged } from './salvage';

/** The name of an issue's snapshot. */
export const snapshotName = 'annotations.json';

/** The state of an issue while it is changed. */
export type LiveState = {
  readonly issueId: IssueId;
  seq: number;
  readonly annotations: Map<AnnotationId, Annotation>;
  history: StepHistory;
};

export type JournalFile = {
  readonly generation: number;
  /** The number of the last record before it. */
  readonly base: number;
  /** Its length up to the end of the last whole line. */
  readonly bytes: number;
  /** How many zeros follow, which were set aside for records to come. */
  readonly spaceBytes: number;
};

/** How long a journal is known to have been, from elsewhere. */
export type KnownJournal = { readonly generation: number; readonly bytes: number };

/** Something that is not as it was written. */
export type Finding =
  | { readonly code: 'damaged-snapshot'; readonly path: string; readonly detail: Damage }
  | { readonly code: 'missing-snapshot'; readonly path: string }
  /** No copy of the snapshot was good, and a backup made at that instant took its place. */
  | { readonly code: 'salvaged'; readonly path: string; readonly made: string }
  | { readonly code: 'damaged-journal'; readonly path: string; readonly detail: Damage }
  | {
      readonly code: 'torn-tail';
      readonly path: string;
      readonly wholeBytes: number;
      readonly tail: Uint8Array;
    }
  | {
      readonly code: 'records-lost';
      readonly path: string;
      readonly first: number;
      readonly last: number | null;
    };

export type Replayed = {
  readonly state: LiveState;
  /** Oldest first. */
  readonly journals: readonly JournalFile[];
  /** The newest generation of all files that are named as journals, good or not; 0 where there are none. */
  readonly lastGeneration: number;
  /** Whether the journal that was written last is of a former schema, in which nothing is written any more. */
  readonly isJournalFormer: boolean;
  readonly snapshot: LowDocument<IssueState>;
  /** The number of the last record in the snapshot that was read. */
  readonly snapshotSeq: number;
  readonly findings: readonly Finding[];
};

/**
 * Reads one issue's annotations and history; throws what the file system answers, and AppFailure for a newer schema.
 * @param known zeros are space set aside only after so many bytes; before, they stand where records were
 * @param salvage gives what the backups hold of it, where no snapshot is good and the journals alone do not have all
 */
export async function replayIssue(
  files: FileLayer,
  folder: string,
  issueId: IssueId,
  setAside: SetAside,
  known: KnownJournal | null,
  salvage: () => Promise<Salvaged | null> = () => Promise.resolve(null),
): Promise<Replayed> {
  const path = join(folder, snapshotName);
  const findings: Finding[] = [];
  const snapshot = snapshotDocument(files, folder, issueId, setAside);
  await snapshot.low.read();
  const { damaged, generation } = snapshot.file;
  findings.push(...damaged.map((file) => ({ code: 'damaged-snapshot' as const, ...file })));
  if (generation !== 'present' && damaged.every((file) => file.path !== path)) {
    findings.push({ code: 'missing-snapshot', path });
  }
  const generations = await journalGenerations(files, folder);
  const journals = await readJournals(files, folder, issueId, generations, known, findings);
  const places = journals.map(({ generation: number, read }) => ({
    generation: number,
    base: read.header?.base ?? 0,
    bytes: read.wholeBytes,
    spaceBytes: read.spaceBytes,
  }));
  const own = rebuild(folder, snapshot.low.data, null, journals, places, findings);
  const isLost = generation === null && own.findings.some(tellsOfLostRecords);
  const salvaged = isLost ? await salvage() : null;
  const { state, findings: found } =
    salvaged === null
      ? own
      : rebuild(folder, salvaged.state, salvaged.made, journals, places, [
          ...findings,
          { code: 'salvaged', path, made: salvaged.made },
        ]);
  return {
    state,
    journals: places,
    lastGeneration: generations.at(-1) ?? 0,
    isJournalFormer: journals.at(-1)?.read.header?.schema !== schemaVersion,
    snapshot,
    snapshotSeq: snapshot.low.data.seq,
    findings: found,
  };
}

/** A journal that is damaged may have lost any of its records, without a gap to show for it. */
function tellsOfLostRecords({ code }: Finding): boolean {
  return code === 'records-lost' || code === 'damaged-journal';
}

/** Puts the journals on top of a snapshot, or of what a backup held that was `made` at an instant. */
function rebuild(
  folder: string,
  from: IssueState,
  made: string | null,
  journals: readonly FoundJournal[],
  places: readonly JournalFile[],
  known: readonly Finding[],
): { readonly state: LiveState; readonly findings: readonly Finding[] } {
  const { issueId, seq, history, annotations } = from;
  const findings = [...known];
  const state: LiveState = {
    issueId,
    seq,
    annotations: new Map(annotations.map((annotation) => [annotation.annotationId, annotation])),
    history,
  };
  if (!isContinued(from, places)) {
    const lost = join(folder, journalName(from.journal));
    findings.push({ code: 'records-lost', path: lost, first: seq + 1, last: null });
  }
  replayJournals(state, journals, made, findings);
  return { state, findings };
}

/** An issue's snapshot in lowdb. A snapshot of another issue is not a good one. */
export function snapshotDocument(
  files: FileLayer,
  folder: string,
  issueId: IssueId,
  setAside: SetAside,
): LowDocument<IssueState> {
  const empty: IssueState = { issueId, seq: 0, journal: 1, annotations: [], history: emptyHistory };
  return lowDocument(files, join(folder, snapshotName), annotationsFormat(issueId), empty, setAside);
}

/** Whether there is a journal that begins no later than a snapshot ends: its own, or one that took over from it. */
export function isContinued(
  { seq, journal }: Pick<IssueState, 'seq' | 'journal'>,
  journals: readonly JournalFile[],
): boolean {
  return journals.some(({ generation, base }) => generation >= journal && base <= seq);
}

/** Makes a recorded edit part of a state: its marks, its history, its number. */
export function replayRecord(state: LiveState, record: JournalRecord, bytes: number): void {
  const label = labelOf(state, record);
  const fitting = whatFits(state.annotations, record.edit);
  if (fitting !== null) makeEdit(state.annotations, fitting);
  state.seq = Math.max(state.seq, record.seq);
  state.history = historyAfter(state.history, record, label, bytes);
}

/** The history after a record. */
export function historyAfter(
  history: StepHistory,
  record: JournalRecord,
  label: StepLabel,
  bytes: number,
): StepHistory {
  const step = { seq: record.seq, label, edit: record.inverse, bytes };
  if (record.kind === 'undo') return afterUndo(history, record.of ?? 0, step);
  if (record.kind === 'redo') return afterRedo(history, record.of ?? 0, step);
  return record.joins === true ? afterJoinedEdit(history) : afterEdit(history, step);
}

function labelOf(state: LiveState, record: JournalRecord): StepLabel {
  const waiting = record.kind === 'undo' ? state.history.undo : state.history.redo;
  const step = record.kind === 'edit' ? undefined : [...waiting].findLast(({ seq }) => seq === record.of);
  return step?.label ?? describeEdit(record.edit, state.annotations);
}

type FoundJournal = { readonly generation: number; readonly path: string; readonly read: ReadJournal };

async function journalGenerations(files: FileLayer, folder: string): Promise<readonly number[]> {
  return (await files.list(folder))
    .map(journalGeneration)
    .filter((generation) => generation !== null)
    .sort((one, other) => one - other);
}

async function readJournals(
  files: FileLayer,
  folder: string,
  issueId: IssueId,
  generations: readonly number[],
  known: KnownJournal | null,
  findings: Finding[],
): Promise<readonly FoundJournal[]> {
  const journals: FoundJournal[] = [];
  for (const generation of generations) {
    const path = join(folder, journalName(generation));
    const bytes = await ifPresent(files.readFile(path));
    if (bytes === null) continue;
    const read = readJournal(bytes);
    const isLast = generation === generations.at(-1);
    if (read.header !== null && read.header.schema > schemaVersion) {
      throw new AppFailure({ code: 'library-newer', path, version: read.header.schema });
    }
    if (read.header !== null && read.header.issueId !== issueId) {
      const detail = { code: 'of-other-issue', issueId: read.header.issueId } as const;
      findings.push({ code: 'damaged-journal', path, detail });
      continue;
    }
    if (read.header === null || read.damagedLines > 0) {
      const detail: Damage =
        read.header === null
          ? { code: 'journal-header-missing' }
          : { code: 'lines-damaged', lines: read.damagedLines };
      findings.push({ code: 'damaged-journal', path, detail });
    } else if (isLast && read.wholeBytes < bytes.length && !endsInSpace(read, generation, known)) {
      const tail = bytes.subarray(read.wholeBytes);
      findings.push({ code: 'torn-tail', path, wholeBytes: read.wholeBytes, tail });
    }
    journals.push({ generation, path, read });
  }
  return journals;
}

function endsInSpace(
  { wholeBytes, spaceBytes }: ReadJournal,
  generation: number,
  known: KnownJournal | null,
): boolean {
  return spaceBytes > 0 && (known?.generation !== generation || known.bytes <= wholeBytes);
}

/**
 * @param made when the backup was made from which the state is; what is younger than that is not in it, whatever its
 *   number: the issue may have been lost, restored and marked since
 */
function replayJournals(
  state: LiveState,
  journals: readonly FoundJournal[],
  made: string | null,
  findings: Finding[],
): void {
  for (const [index, { path, read, generation }] of journals.entries()) {
    const follower = journals[index + 1];
    const next = follower?.read.header?.base ?? Number.POSITIVE_INFINITY;
    if (read.header !== null && read.header.base > state.seq) {
      findings.push({ code: 'records-lost', path, first: state.seq + 1, last: read.header.base });
      state.seq = read.header.base;
    }
    const last = read.records.filter(({ seq }) => seq <= next).at(-1)?.seq ?? read.header?.base ?? 0;
    const isDamaged = findings.some((finding) => finding.code === 'damaged-journal' && finding.path === path);
    // Journals that were forgotten may be back after a loss of power, and not all of them.
    const isFollowed = follower?.generation === generation + 1 && next !== Number.POSITIVE_INFINITY;
    if (isFollowed && last < next && !isDamaged) {
      findings.push({ code: 'damaged-journal', path, detail: { code: 'ends-early', last, next } });
    }
    for (const record of read.records) {
      const isYounger = made !== null && record.at > made;
      if ((record.seq <= state.seq && !isYounger) || record.seq > next) continue;
      if (isYounger) for (const id of addedBy(record.edit)) state.annotations.delete(id);
      if (record.seq > state.seq + 1) {
        findings.push({ code: 'records-lost', path, first: state.seq + 1, last: record.seq - 1 });
      }
      replayRecord(state, record, JSON.stringify(record.inverse).length);
    }
  }
}

/** The marks that an edit adds: where it is younger than a backup, what that has under the same names is older. */
function addedBy(edit: Edit): readonly AnnotationId[] {
  const singles = edit.type === 'batch' ? edit.edits : [edit];
  return singles.flatMap((single) => (single.type === 'add' ? [single.annotation.annotationId] : []));
}
