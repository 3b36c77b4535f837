// Writes what is set about tags.
import type { TagTrait } from '../../src-core/annotation/tag-traits';
import { changeSettings } from '../state/settings';

/** Keeps these aliases and colours in the place of those kept before. */
export function keepTraits(traits: readonly TagTrait[]): void {
  void changeSettings({ tagTraits: traits.map((trait) => ({ ...trait, aliases: [...trait.aliases] })) });
}
