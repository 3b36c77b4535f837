// What the command line takes from the system: the user's language, and where the application keeps its library.
import { homedir } from 'node:os';
import { join } from 'node:path';
import { libraryChoice } from '../application/library-choice';
import type { Language } from '../../src-core/ipc/contract';

/** The environment's variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The system's language where it is one of ours; Chinese otherwise. */
export function systemLanguage(environment: Environment): Language {
  const name = environment['LC_ALL'] ?? environment['LC_MESSAGES'] ?? environment['LANG'] ?? '';
  return name.startsWith('en') ? 'en' : 'zh-CN';
}

/** The library folder which the application uses when none is named. */
export function defaultLibraryFolder(environment: Environment): string {
  return libraryChoice(userDataFolder(environment), environment['JIANBAO_LIBRARY']).folder;
}

/** The folder where Electron keeps the application's data on this system. */
function userDataFolder(environment: Environment): string {
  const given = environment['JIANBAO_USER_DATA'];
  if (given !== undefined) return given;
  switch (process.platform) {
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support', 'Jianbao');
    case 'win32':
      return join(environment['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Jianbao');
    default:
      return join(environment['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'Jianbao');
  }
}
