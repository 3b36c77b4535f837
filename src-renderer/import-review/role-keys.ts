// The keys that give a piece its role.
import type { BlockRole } from '../../src-core/publication/issue';

export const roleKeys: readonly { readonly key: string; readonly role: BlockRole }[] = [
  { key: '1', role: 'kicker' },
  { key: '2', role: 'headline' },
  { key: '3', role: 'deck' },
  { key: '4', role: 'byline' },
  { key: '5', role: 'paragraph' },
  { key: '6', role: 'subhead' },
  { key: '7', role: 'verse' },
  { key: '8', role: 'caption' },
  { key: '9', role: 'credit' },
  { key: '0', role: 'label' },
];
