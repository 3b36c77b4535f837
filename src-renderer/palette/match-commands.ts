// Which commands fit what somebody types: by their names in either language, or by the reading of the Chinese one, whole or
// by its first letters.
import type { CommandTitle } from '../../src-core/command/command-spec';
import { pinyinInitials } from './pinyin-initials';

/**
 * Gives those that fit, best first: names that begin with what is typed, then words that do, then all others.
 * @param read how Chinese is read in Latin letters, as far as that is known
 */
export function matchCommands<C extends { readonly title: CommandTitle }>(
  commands: readonly C[],
  typed: string,
  read: (chinese: string) => string = () => '',
): readonly C[] {
  const wanted = plain(typed);
  if (wanted === '') return commands;
  return commands
    .map((command) => ({ command, rank: rankOf(command.title, wanted, read) }))
    .filter(({ rank }) => rank < notFitting)
    .sort((one, other) => one.rank - other.rank)
    .map(({ command }) => command);
}

const notFitting = 3;

function rankOf(title: CommandTitle, wanted: string, read: (chinese: string) => string): number {
  const chinese = title['zh-CN'];
  const names = [chinese, title.en, pinyinInitials(chinese), read(chinese)];
  if (names.some((name) => plain(name).startsWith(wanted))) return 0;
  const words = [...title.en.split(/[\s:(]+/u), ...chinese.split(/[：（、]/u)];
  if (
    [...words, ...words.map(pinyinInitials), ...words.map(read)].some((word) =>
      plain(word).startsWith(wanted),
    )
  )
    return 1;
  return names.some((name) => plain(name).includes(wanted)) ? 2 : notFitting;
}

/** Case, width, white space and signs make no difference. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{P}]/gu, '');
}
