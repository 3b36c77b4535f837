// The style that the user has chosen in the settings: the window and the PDF ask the engine for the same.
import type { Settings } from '../ipc/contract';
import type { TypesettingStyle } from './page-spec';

/** What of the settings is a matter of style. */
export type StyleSettings = Pick<Settings, 'digits' | 'punctuation' | 'prohibition' | 'titles'>;

/** Gives the style of the engine that the settings ask for. */
export function chosenStyle({ punctuation, prohibition, digits, titles }: StyleSettings): TypesettingStyle {
  return { region: punctuation, prohibition, fourDigits: digits, titles };
}
