// What the commands of finding do.
import { useDesk } from '../state/desk';
import { openDialog } from '../state/dialogs';
import { openFind, stepFind, useFind } from '../state/find';
import type { Runtime } from './runtime';

const canStep = (): boolean => useFind.getState().isOpen && useFind.getState().hits.length > 0;

/** The runtimes of finding words in the open issue and commands by their names. */
export const findRuntimes = {
  'edit.find': { run: openFind, isEnabled: () => useDesk.getState().status === 'open' },
  'edit.find-next': { run: () => stepFind(1), isEnabled: canStep },
  'edit.find-previous': { run: () => stepFind(-1), isEnabled: canStep },
  'help.commands': { run: () => openDialog('palette'), isEnabled: () => true },
} as const satisfies Readonly<Record<string, Runtime>>;
