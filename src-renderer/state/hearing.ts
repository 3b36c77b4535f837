// Reading aloud by the voices of the system itself, sentence after sentence, with the one that is heard marked on the page.
// Only voices that work on this machine count: nothing of the text goes elsewhere. Where there is none for Chinese, there
// is no reading aloud.
import { create } from 'zustand';
import type { Article, ArticleId } from '../../src-core/publication/issue';
import type { TextRange } from '../../src-core/text/offsets';
import { unitAround } from '../reader/text-units';
import { call } from '../bridge/bridge';
import { useDesk } from './desk';
import { selectedRange, useReader, type TextPlace } from './reader';
import { useSettings } from './settings';

type HearingState = {
  readonly hasVoice: boolean;
  /** The sentence that is heard now; null while nothing is read. */
  readonly sentence: { readonly articleId: ArticleId; readonly range: TextRange } | null;
};

export const useHearing = create<HearingState>(() => ({ hasVoice: false, sentence: null }));

/** Tells readings apart: what an earlier one says on its end is not heard any more. */
let reading = 0;

/** Looks for voices now and whenever the system has others, and ends with the issue; the returned function stops that. */
export function followVoices(): () => void {
  const { speechSynthesis: system } = window;
  const look = (): void => {
    const hasVoice = voiceOf(system) !== null;
    if (hasVoice === useHearing.getState().hasVoice) return;
    useHearing.setState({ hasVoice });
    void call('app.voice', { hasVoice });
  };
  const release = useDesk.subscribe((now, before) => {
    if (now.issueId !== before.issueId || now.issue?.articles !== before.issue?.articles) stopHearing();
  });
  system.addEventListener('voiceschanged', look);
  window.addEventListener('pagehide', stopHearing);
  look();
  return () => {
    release();
    system.removeEventListener('voiceschanged', look);
    window.removeEventListener('pagehide', stopHearing);
  };
}

/** Reads from the selection on, or from where the reader is, to the end of the article; or stops. */
export function toggleHearing(): void {
  if (useHearing.getState().sentence !== null) return stopHearing();
  const from = placeToBegin();
  const article = useDesk.getState().issue?.articles.find(({ articleId }) => articleId === from?.articleId);
  if (from === null || article === undefined) return;
  reading += 1;
  hear(article, unitAround(article, from.offset, 'sentence').start, reading);
}

/** Stops at once. */
export function stopHearing(): void {
  reading += 1;
  if (useHearing.getState().sentence === null) return;
  useHearing.setState({ sentence: null });
  window.speechSynthesis.cancel();
}

function hear(article: Article, offset: number, own: number): void {
  const { speechSynthesis: system } = window;
  const voice = voiceOf(system);
  const range = sentenceFrom(article, offset);
  if (voice === null || range === null) return stopHearing();
  const utterance = new SpeechSynthesisUtterance(
    article.text.slice(range.start, range.end).replaceAll('\n', ''),
  );
  utterance.voice = voice;
  utterance.lang = voice.lang;
  utterance.onend = () => {
    if (own === reading) hear(article, range.end, own);
  };
  utterance.onerror = () => {
    if (own === reading) stopHearing();
  };
  useHearing.setState({ sentence: { articleId: article.articleId, range } });
  system.speak(utterance);
}

/** The sentence at an offset or behind it that has something to say; null at the end of the article. */
function sentenceFrom(article: Article, offset: number): TextRange | null {
  for (let at = offset; at < article.text.length;) {
    const { end } = unitAround(article, at, 'sentence');
    const range = { start: at, end: Math.max(end, at + 1) };
    if (/[\p{L}\p{N}]/u.test(article.text.slice(range.start, range.end))) return range;
    at = range.end;
  }
  return null;
}

function placeToBegin(): TextPlace | null {
  const { selection } = useReader.getState();
  const range = selectedRange(selection);
  if (selection !== null && range !== null) return { articleId: selection.articleId, offset: range.start };
  const { place } = useSettings.getState().settings;
  return place?.issueId === useDesk.getState().issueId ? place : null;
}

/** A voice of this machine for Chinese, that of the Mainland before others. */
function voiceOf(system: SpeechSynthesis): SpeechSynthesisVoice | null {
  const local = system.getVoices().filter(({ localService, lang }) => localService && isChinese(lang));
  return local.find(({ lang }) => /^(?:zh|cmn)(?:[-_](?:Hans|CN)|$)/iu.test(lang)) ?? local[0] ?? null;
}

function isChinese(lang: string): boolean {
  return /^(?:zh|cmn|yue)\b/iu.test(lang.replaceAll('_', '-'));
}
