// A handout in a format that another program sets: the web page itself, or the text as it will stand in the file. The page
// stands in a tree of its own, so that it has its own styles and none of the window's; there is nothing in it that runs.
import { useEffect, useRef, type ReactNode } from 'react';
import { errorMessage } from '../../src-core/strings/error-messages';
import type { HandoutChoices } from '../../src-core/study/handout-choices';
import { useDraft } from '../state/handout-draft';
import { useLanguage, useStrings } from '../strings/use-strings';

/** Shows the draft, and says what is not decided here. */
export function HandoutDraft({ choices }: { readonly choices: HandoutChoices }): ReactNode {
  const { exporting, study } = useStrings();
  const language = useLanguage();
  const { draft, error } = useDraft();
  const { format } = choices;
  return (
    <section className="export-preview" aria-label={exporting.preview.label}>
      {draft?.kind === 'page' && <DraftPage styles={draft.styles} body={draft.body} />}
      {draft?.kind === 'text' && (
        <pre className="draft-view" tabIndex={0} role="group" aria-label={exporting.preview.label}>
          {draft.text}
        </pre>
      )}
      {error !== null && (
        <p className="failure" role="alert">
          {errorMessage(error, language)}
        </p>
      )}
      <p className="preview-bar muted">{format === 'pdf' ? '' : study.handout.draft[format]}</p>
    </section>
  );
}

function DraftPage({ styles, body }: { readonly styles: string; readonly body: string }): ReactNode {
  const { exporting } = useStrings();
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = element;
    if (current === null) return;
    const root = current.shadowRoot ?? current.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    root.adoptedStyleSheets = [sheet];
    root.replaceChildren(...new DOMParser().parseFromString(body, 'text/html').body.childNodes);
    const follow = (event: Event): void => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (link === null) return;
      // The window itself goes nowhere.
      event.preventDefault();
      root.getElementById((link.getAttribute('href') ?? '').slice(1))?.scrollIntoView();
    };
    root.addEventListener('click', follow);
    return () => root.removeEventListener('click', follow);
  }, [styles, body]);
  return (
    <div
      ref={element}
      className="draft-view"
      tabIndex={0}
      role="group"
      aria-label={exporting.preview.label}
    />
  );
}
