// Stands between the windows and the file system. A path chosen in a dialog stays in the main process; the window gets
// a random token for it, which is good for one purpose and for that window alone. A window that is taken over can thus
// name no file that its user has not chosen.
import { randomBytes } from 'node:crypto';
import { AppFailure } from '../../src-core/ipc/app-error';
import type { WindowId } from './ports';

export type TokenPurpose =
  | 'import'
  | 'export'
  | 'reveal'
  | 'library-open'
  | 'library-new'
  | 'library-move'
  | 'library-former'
  | 'backup-write'
  | 'backup-restore';

export type Tokens = {
  /** Keeps paths and gives the token that stands for them. */
  readonly keep: (windowId: WindowId, purpose: TokenPurpose, paths: readonly string[]) => string;
  /** Gives the paths and uses the token up; throws the failure `token-unknown`. */
  readonly take: (windowId: WindowId, purpose: TokenPurpose, token: string) => readonly string[];
  /** Gives the paths and leaves the token good; throws the failure `token-unknown`. */
  readonly look: (windowId: WindowId, purpose: TokenPurpose, token: string) => readonly string[];
  /** Forgets what a window was given, when it is closed. */
  readonly forget: (windowId: WindowId) => void;
};

type Kept = {
  readonly windowId: WindowId;
  readonly purpose: TokenPurpose;
  readonly paths: readonly string[];
};

/** Makes an empty store that keeps at most `limit` tokens and drops the oldest first. */
export function createTokens(limit = 256): Tokens {
  const kept = new Map<string, Kept>();

  function look(windowId: WindowId, purpose: TokenPurpose, token: string): readonly string[] {
    const found = kept.get(token);
    if (found === undefined || found.windowId !== windowId || found.purpose !== purpose) {
      throw new AppFailure({ code: 'token-unknown' });
    }
    return found.paths;
  }

  return {
    keep(windowId, purpose, paths) {
      const token = randomBytes(24).toString('base64url');
      kept.set(token, { windowId, purpose, paths: [...paths] });
      for (const oldest of kept.keys()) {
        if (kept.size <= limit) break;
        kept.delete(oldest);
      }
      return token;
    },
    take(windowId, purpose, token) {
      const paths = look(windowId, purpose, token);
      kept.delete(token);
      return paths;
    },
    look,
    forget(windowId) {
      for (const [token, entry] of kept) if (entry.windowId === windowId) kept.delete(token);
    },
  };
}
