// What was thrown, or failed, as the detail of what is told of it.
import { AppFailure, type AppError } from './app-error';
import type { Detail, Problem } from './detail';

/** What lies behind something that was thrown: a failure, an answer of the system, or else a defect of ours. */
export function causeOf(thrown: unknown): Detail {
  if (thrown instanceof AppFailure) return detailOf(thrown.error);
  return (
    systemCause(thrown) ?? { code: 'defect', said: thrown instanceof Error ? thrown.message : String(thrown) }
  );
}

/** What the system answered, with its error number and the file that it names; null where it is not the system's. */
export function systemCause(thrown: unknown): Extract<Problem, { code: 'system' }> | null {
  if (!(thrown instanceof Error) || !('code' in thrown) || typeof thrown.code !== 'string') return null;
  // Node's own codes, such as ERR_INVALID_ARG_TYPE, tell of defects.
  if (!/^E[A-Z0-9]+$/u.test(thrown.code)) return null;
  const path = 'path' in thrown && typeof thrown.path === 'string' ? thrown.path : null;
  return { code: 'system', errno: thrown.code, path, said: thrown.message };
}

/** What a failure has to say within a sentence about something else. */
export function detailOf(error: AppError): Detail {
  if ('detail' in error && error.code !== 'internal') return error.detail;
  switch (error.code) {
    case 'internal':
      return { code: 'defect', said: error.detail };
    case 'library-locked':
      return error.owner;
    case 'disk-full':
      return { code: 'system', errno: 'ENOSPC', path: error.path, said: error.code };
    case 'file-missing':
      return { code: 'file-gone', file: error.file };
    case 'file-empty':
      return { code: 'empty' };
    case 'library-newer':
      return { code: 'newer-library', version: error.version };
    case 'library-absent':
      return { code: 'library-gone' };
    case 'library-silent':
      return { code: 'no-answer', seconds: error.seconds };
    default:
      return { code: 'failure', failure: error.code };
  }
}
