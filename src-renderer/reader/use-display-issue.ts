// The issue in the characters it is shown in. The table of traditional forms is large and is loaded when it is first
// wanted; until then the text shows as it is printed. That of simplified forms is what searches fold by.
import { useEffect, useMemo, useState } from 'react';
import type { Script } from '../../src-core/ipc/contract';
import type { Issue } from '../../src-core/publication/issue';
import { toSimplified } from '../../src-core/search/fold';
import { displayText, type ConvertText } from '../../src-core/text/display-script';
import { report } from '../state/notices';
import { useSettings } from '../state/settings';

type Loaded = { readonly script: Script; readonly convert: ConvertText };

/** Gives the issue with its texts in the characters of the settings, every character in the place of the printed one. */
export function useDisplayIssue(issue: Issue): Issue {
  const script = useSettings((state) => state.settings.script);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  useEffect(() => {
    if (script === 'printed') return;
    let isWanted = true;
    loadConverter(script).then(
      (convert) => isWanted && setLoaded({ script, convert }),
      (error: unknown) => report({ code: 'internal', detail: `characters: ${String(error)}` }),
    );
    return () => {
      isWanted = false;
    };
  }, [script]);
  const convert = loaded?.script === script ? loaded.convert : null;
  return useMemo(() => {
    if (convert === null) return issue;
    return {
      ...issue,
      articles: issue.articles.map((article) => ({ ...article, text: displayText(article.text, convert) })),
    };
  }, [issue, convert]);
}

/** Words of Taiwan and Hong Kong stay as they are: characters alone are converted. */
async function loadConverter(script: Exclude<Script, 'printed'>): Promise<ConvertText> {
  if (script === 'simplified') return toSimplified;
  const { Converter } = await import('opencc-js/cn2t');
  return Converter({ from: 'cn', to: 't' });
}
