// Which characters of a text are rare, and how they sound here: the reading is the word's, since many characters have
// several. How common a character is, is told by GB 2312: its first level holds the 3,755 that print uses every day, its
// second 3,008 that it uses less, and all others are rare. A traditional form counts as its simplified one.
import { useEffect, useMemo, useState } from 'react';
import type { Sounds } from '../../src-core/ipc/room-contract';
import type { ArticleId, Issue } from '../../src-core/publication/issue';
import { toSimplified } from '../../src-core/search/fold';
import { report } from '../state/notices';
import { useSettings } from '../state/settings';

/** The sounds of an article's rare characters, by their offsets. */
export type ArticleSounds = ReadonlyMap<number, string>;

/** Gives the readings of the characters of a passage, one for each. */
export type ReadAloud = (passage: string) => readonly string[];

/** Finds the sounds of the characters that are rarer than is asked. */
export function soundsOf(text: string, rarity: Exclude<Sounds, 'none'>, read: ReadAloud): ArticleSounds {
  const sounds = new Map<number, string>();
  let start = 0;
  for (const passage of text.split(passageEnd)) {
    const characters = [...passage];
    if (characters.some((character) => isRare(character, rarity))) {
      const readings = read(passage);
      let offset = start;
      characters.forEach((character, at) => {
        const sound = readings[at];
        if (sound !== undefined && sound !== character && isRare(character, rarity)) {
          sounds.set(offset, sound);
        }
        offset += character.length;
      });
    }
    start += passage.length;
  }
  return sounds;
}

/** Behind the end of each sentence or line: words do not reach over it. */
const passageEnd = /(?<=[\n。！？；])/u;

/** Whether a Han character is rare; with 'uncommon' those of the second level count too. */
export function isRare(character: string, rarity: Exclude<Sounds, 'none'>): boolean {
  if (!/\p{Script=Han}/u.test(character) || character === '〇' || character === '々') return false;
  return !commonTo(rarity).has(toSimplified(character));
}

const known = new Map<Sounds, ReadonlySet<string>>();

function commonTo(rarity: Exclude<Sounds, 'none'>): ReadonlySet<string> {
  let characters = known.get(rarity);
  if (characters === undefined) {
    characters = new Set(rowsOfStandard(0xb0, rarity === 'uncommon' ? 0xd7 : 0xf7));
    known.set(rarity, characters);
  }
  return characters;
}

/** The characters of so many rows of GB 2312, of which the browser knows the order. */
function rowsOfStandard(first: number, last: number): string {
  const bytes: number[] = [];
  for (let row = first; row <= last; row++) for (let cell = 0xa1; cell <= 0xfe; cell++) bytes.push(row, cell);
  return new TextDecoder('gb18030').decode(Uint8Array.from(bytes));
}

/** Gives the sounds that the settings ask for, of the articles that have rare characters; none until the readings are loaded. */
export function useSounds(issue: Issue): ReadonlyMap<ArticleId, ArticleSounds> {
  const rarity = useSettings((state) => state.settings.sounds);
  const [read, setRead] = useState<{ readonly read: ReadAloud } | null>(null);
  const isWanted = rarity !== 'none';
  useEffect(() => {
    if (!isWanted) return;
    let isAwaited = true;
    loadReadings().then(
      (loaded) => isAwaited && setRead({ read: loaded }),
      (error: unknown) => report({ code: 'internal', detail: `readings: ${String(error)}` }),
    );
    return () => {
      isAwaited = false;
    };
  }, [isWanted]);
  return useMemo(() => {
    if (read === null || rarity === 'none') return noSounds;
    return new Map(
      issue.articles.flatMap(({ articleId, text }) => {
        const sounds = soundsOf(text, rarity, read.read);
        return sounds.size === 0 ? [] : [[articleId, sounds] as const];
      }),
    );
  }, [issue, rarity, read]);
}

const noSounds: ReadonlyMap<ArticleId, ArticleSounds> = new Map();

/** The table of readings is large, and is loaded when it is first wanted. */
async function loadReadings(): Promise<ReadAloud> {
  const { pinyin } = await import('pinyin-pro');
  return (passage) => pinyin(passage, { type: 'array' });
}
