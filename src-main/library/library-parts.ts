// What a library in use is made of.
import type { AppError } from '../../src-core/ipc/app-error';
import type { IssueId } from '../../src-core/publication/issue';
import type { Result } from '../../src-core/result';
import type { LowDocument } from './durable-file';
import type { FileLayer } from './file-layer';
import type { Catalog } from './formats';
import type { Heartbeat, LibraryLock } from './lock';
import type { Notices } from './notices';
import type { Quarantine } from './quarantine';
import type { WriteAccess } from './write-access';

export type LibraryParts = {
  readonly path: string;
  readonly files: FileLayer;
  readonly now: () => string;
  readonly quarantine: Quarantine;
  readonly catalog: LowDocument<Catalog>;
  readonly notices: Notices;
  readonly snapshotAfter: number;
  readonly openIssues: number;
  readonly openJournals: number;
  /** Whether automatic backups are made. */
  readonly makesBackups: boolean;
  readonly acquire: () => Promise<Result<LibraryLock, AppError>>;
  readonly heartbeat: Heartbeat;
  /** Whether the folder still holds the library; true until it is open for the first time. */
  readonly isThere: () => Promise<boolean>;
  /** Reads the library's own documents; gives the issues whose rows must be made anew. */
  readonly load: (access: WriteAccess) => Promise<readonly IssueId[]>;
};
