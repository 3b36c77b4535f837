// Running commands: from a button, a key or the application menu, all the same way.
import { useSyncExternalStore } from 'react';
import { commands, findCommand, type CommandId, type WindowCommandId } from '../../src-core/command/catalog';
import { useDesk } from '../state/desk';
import { useFind } from '../state/find';
import { useHearing } from '../state/hearing';
import { useLibrary } from '../state/library';
import { useReader } from '../state/reader';
import { useSettings } from '../state/settings';
import { useStudy } from '../state/study';
import { useStudyDay } from '../state/study-day';
import { useTrail } from '../state/views';
import { isApple, isPlainKey, matchesChord, printChord } from './keys';
import { runtimes } from './runtimes';

const apple = isApple(navigator.platform);

/** Runs a command if it can do anything now; tells whether it did. */
export function run(id: WindowCommandId): boolean {
  if (!isEnabledNow(id)) return false;
  runtimes[id].run();
  return true;
}

/** Runs a command that the application menu names. While somebody types, undo and redo belong to the text field. */
export function runFromMenu(name: string): void {
  const spec = findCommand(name);
  if (spec === null || !isWindowCommand(spec.id)) return;
  if (isTyping(document.activeElement) && (spec.id === 'edit.undo' || spec.id === 'edit.redo')) {
    document.execCommand(spec.id === 'edit.undo' ? 'undo' : 'redo');
    return;
  }
  if (isTyping(document.activeElement) && spec.keys.some(isPlainKey)) return;
  run(spec.id);
}

/** Runs the command of a key stroke; tells whether there was one, and the key is then used up. */
export function runKey(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return false;
  const typing = isTyping(event.target);
  for (const { id, keys } of commands) {
    const chord = keys.find((candidate) => matchesChord(event, candidate, apple));
    if (chord === undefined || !isWindowCommand(id)) continue;
    if (typing && (isPlainKey(chord) || id === 'edit.undo' || id === 'edit.redo')) return false;
    if (isPlainKey(chord) && isBusyWithKey(event.target, chord)) return false;
    return run(id);
  }
  return false;
}

/** Whether a command would do anything now, for a component; looks again whenever the state changes. */
export function useIsEnabled(id: WindowCommandId): boolean {
  return useSyncExternalStore(subscribe, () => isEnabledNow(id));
}

/** Whether a command would do anything now. */
export function isEnabledNow(id: WindowCommandId): boolean {
  return isWithinReach(id) && runtimes[id].isEnabled();
}

/** While the room of study days covers the page, what is done to the page is out of reach. */
function isWithinReach(id: WindowCommandId): boolean {
  return !useStudy.getState().isOpen || roomCommands.test(id);
}

const roomCommands = /^(?:study|help)\.|^edit\.(?:undo|redo)$|^view\.(?:theme|language)-|^file\.new-window$/u;

/** Gives the id of a command which the window carries out itself; null for all others. */
export function toWindowCommand(id: CommandId): WindowCommandId | null {
  return isWindowCommand(id) ? id : null;
}

/** Gives a command's first shortcut as it is printed on this machine's keys; null where it has none. */
export function shortcutOf(id: CommandId): string | null {
  const [first] = findCommand(id)?.keys ?? [];
  return first === undefined ? null : printChord(first, apple);
}

/** Gives all of a command's shortcuts as printed. */
export function shortcutsOf(id: CommandId): readonly string[] {
  return (findCommand(id)?.keys ?? []).map((chord) => printChord(chord, apple));
}

function isWindowCommand(id: CommandId): id is WindowCommandId {
  return id in runtimes;
}

function subscribe(listener: () => void): () => void {
  const releases = [
    useDesk,
    useReader,
    useSettings,
    useFind,
    useTrail,
    useLibrary,
    useHearing,
    useStudy,
    useStudyDay,
  ].map((store) => store.subscribe(listener));
  return () => releases.forEach((release) => release());
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, [contenteditable="true"]');
}

/** Menus, lists and dialogs have uses of their own for plain keys, and a button for Enter. */
function isBusyWithKey(target: EventTarget | null, chord: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('[role="menu"], [role="dialog"], dialog') !== null) return true;
  return chord === 'Enter' && target.closest('button, [role="listbox"]') !== null;
}
