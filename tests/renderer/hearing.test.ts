// Reading aloud, with the system's voices played.
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { select } from '../../src-renderer/state/reader';
import { useDesk } from '../../src-renderer/state/desk';
import { followVoices, toggleHearing, useHearing } from '../../src-renderer/state/hearing';
import { issue } from './layouts';

class PlayedUtterance {
  onend: (() => void) | null = null;
  onerror: (() => void) | null = null;
  voice: unknown = null;
  lang = '';
  constructor(readonly text: string) {}
}

const spoken: PlayedUtterance[] = [];
let voices: { readonly lang: string; readonly localService: boolean }[] = [];

const system = Object.assign(new EventTarget(), {
  getVoices: () => voices,
  speak: (utterance: PlayedUtterance) => void spoken.push(utterance),
  cancel: () => spoken.at(-1)?.onend?.(),
});

const [article] = issue.articles;
if (article === undefined) throw new Error('the issue has no article');

beforeEach(() => {
  spoken.length = 0;
  voices = [{ lang: 'zh-CN', localService: true }];
  vi.stubGlobal('window', Object.assign(new EventTarget(), { speechSynthesis: system }));
  vi.stubGlobal('SpeechSynthesisUtterance', PlayedUtterance);
  useHearing.setState({ hasVoice: false, sentence: null });
  useDesk.setState({ status: 'open', issueId: issue.issueId, issue });
  select({ articleId: article.articleId, anchor: 0, focus: 1 });
});

describe('reading aloud', () => {
  test('has a voice only where one for Chinese is on this machine', () => {
    voices = [
      { lang: 'zh-CN', localService: false },
      { lang: 'en-US', localService: true },
    ];
    const stop = followVoices();
    expect(useHearing.getState().hasVoice).toBe(false);
    voices = [{ lang: 'cmn', localService: true }];
    system.dispatchEvent(new Event('voiceschanged'));
    expect(useHearing.getState().hasVoice).toBe(true);
    stop();
  });

  test('goes from sentence to sentence through the whole article, and marks each', () => {
    toggleHearing();
    const marked: string[] = [];
    for (let at = 0; useHearing.getState().sentence !== null; at++) {
      const range = useHearing.getState().sentence?.range ?? { start: 0, end: 0 };
      marked.push(article.text.slice(range.start, range.end).replaceAll('\n', ''));
      spoken[at]?.onend?.();
    }
    expect(spoken.map(({ text }) => text)).toEqual(marked);
    expect(spoken.length).toBeGreaterThan(1);
    expect(spoken.map(({ text }) => text).join('')).toBe(article.text.replaceAll('\n', ''));
  });

  test('stops when asked to, and says no more', () => {
    toggleHearing();
    toggleHearing();
    expect(useHearing.getState().sentence).toBeNull();
    expect(spoken).toHaveLength(1);
  });

  test('stops where the voice fails', () => {
    toggleHearing();
    spoken[0]?.onerror?.();
    expect(useHearing.getState().sentence).toBeNull();
    expect(spoken).toHaveLength(1);
  });
});
