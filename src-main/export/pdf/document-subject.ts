// What a document is about, as other programs show it beside its title: which issues, how many articles, how many marks.
import type { Language } from '../../../src-core/ipc/contract';
import { matterWords } from './matter-words';
import type { ExportPlan } from './planned';

/** More issues are counted, not named. */
const mostNamed = 3;

/** Gives the subject in one line. */
export function documentSubject({ parts, marks }: ExportPlan, language: Language): string {
  const words = matterWords[language];
  const issues = parts.filter(({ kind }) => kind === 'issue');
  const named = issues.slice(0, mostNamed).map(({ title }) => title);
  const names = named.join(language === 'en' ? ', ' : '、');
  const more = issues.length > mostNamed ? words.andMore(issues.length) : '';
  const articles = issues.reduce((sum, part) => sum + part.articles.length, 0);
  const space = language === 'en' && more !== '' ? ' ' : '';
  return `${names}${space}${more}${language === 'en' ? ' · ' : '　'}${words.extent(articles, marks.length)}`;
}
