// How the rare characters of the issue that is read sound: see src-core/text/sounds.ts. The browser knows the characters
// of GB 2312.
import { useEffect, useMemo, useState } from 'react';
import type { Sounds } from '../../src-core/ipc/room-contract';
import type { ArticleId, Issue } from '../../src-core/publication/issue';
import {
  rarenessOf,
  soundsOf,
  type ArticleSounds,
  type IsRare,
  type ReadAloud,
} from '../../src-core/text/sounds';
import { report } from '../state/notices';
import { useSettings } from '../state/settings';

const known = new Map<Sounds, IsRare>();

/** The test for the characters that are rarer than is asked. */
export function rareAs(rarity: Exclude<Sounds, 'none'>): IsRare {
  let isRare = known.get(rarity);
  if (isRare === undefined) {
    isRare = rarenessOf(rarity, (bytes) => new TextDecoder('gb18030').decode(bytes));
    known.set(rarity, isRare);
  }
  return isRare;
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
        const sounds = soundsOf(text, rareAs(rarity), read.read);
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
