// What the application asks of the place it runs in. Electron answers with native dialogs and windows, the command line
// and the tests with answers of their own; the application itself knows neither.
import type { EventName, EventPayload } from '../../src-core/ipc/contract';

/** Names a window; the command line and tests use any number of their own. */
export type WindowId = number;

/** What a written file is, by the end of its name. */
export type SavedKind = 'pdf' | 'docx' | 'html' | 'md' | 'txt' | 'ics' | 'csv' | 'json' | 'jsonld';

/** Asks the user for files and folders. Paths come from here alone, never from a window. */
export interface Dialogs {
  /** The files chosen for import, as absolute paths; null when the user changed their mind. */
  openFiles(windowId: WindowId): Promise<readonly string[] | null>;
  /** The folders chosen for import, as absolute paths; null when the user changed their mind. */
  openFolder(windowId: WindowId): Promise<readonly string[] | null>;
  /**
   * The file to write, as an absolute path that ends as one of the kinds does, the first where the user named none; null
   * when the user changed their mind.
   */
  saveFile(
    windowId: WindowId,
    suggestedName: string,
    kinds: readonly [SavedKind, ...SavedKind[]],
  ): Promise<string | null>;
  /** Shows a file in the system's file manager. */
  reveal(path: string): void;
}

/** Who calls, and how it learns that nobody waits for the answer any more. */
export type CallContext = { readonly windowId: WindowId; readonly signal: AbortSignal };

/** Tells every window what happened, but for the one that is told by the answer to its own call. */
export type Emit = <N extends EventName>(name: N, payload: EventPayload<N>, exceptWindow?: WindowId) => void;
