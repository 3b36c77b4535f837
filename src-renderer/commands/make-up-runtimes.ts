// What the commands of the make-up do.
import { canMakeUp, isMadeUpByHand, keepOrFreePlace, makeUp, makeUpAutomatically } from '../state/make-up';
import type { Runtime } from './runtime';

/** The runtimes of weight and place. */
export const makeUpRuntimes = {
  'make-up.heavier': { run: () => makeUp('heavier'), isEnabled: () => canMakeUp('heavier') },
  'make-up.lighter': { run: () => makeUp('lighter'), isEnabled: () => canMakeUp('lighter') },
  'make-up.earlier': { run: () => makeUp('earlier'), isEnabled: () => canMakeUp('earlier') },
  'make-up.later': { run: () => makeUp('later'), isEnabled: () => canMakeUp('later') },
  'make-up.keep-place': { run: keepOrFreePlace, isEnabled: () => canMakeUp('keep') || canMakeUp('free') },
  'make-up.automatic': { run: makeUpAutomatically, isEnabled: isMadeUpByHand },
} as const satisfies Readonly<Record<string, Runtime>>;
