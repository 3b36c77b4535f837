// What the commands of passages, whole notes and links do.
import type { noteCommands } from '../../src-core/command/note-commands';
import { openCard, targetMarks } from '../annotations/mark-actions';
import { joinSelection, markToJoin } from '../annotations/mark-passages';
import { articleAtHand, openWholeNote } from '../annotations/whole-notes';
import { useDesk } from '../state/desk';
import { selectedRange, useReader } from '../state/reader';
import type { Runtime } from './runtime';

const isIssueOpen = (): boolean => useDesk.getState().status === 'open';

/** The runtimes of passages, whole notes and links. */
export const noteRuntimes: { readonly [Id in (typeof noteCommands)[number]['id']]: Runtime } = {
  'mark.join': { run: () => void joinSelection(), isEnabled: () => markToJoin() !== null },
  'mark.link': {
    run: () => openCard('links'),
    isEnabled: () => selectedRange(useReader.getState().selection) !== null || targetMarks().length > 0,
  },
  'mark.note-article': {
    run: () => openWholeNote('article'),
    isEnabled: () => isIssueOpen() && articleAtHand() !== null,
  },
  'mark.note-issue': { run: () => openWholeNote('issue'), isEnabled: isIssueOpen },
};
