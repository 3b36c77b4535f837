// 参见 across issues: the marks of other issues that a mark refers to and those that refer to it, each with its issue.
import { ArrowLeft, ArrowRight, X } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import type { Annotation } from '../../src-core/annotation/annotation';
import type { LinkedMark } from '../../src-core/ipc/link-contract';
import { call } from '../bridge/bridge';
import { useIssueTitle } from '../library/issue-title';
import { useDesk } from '../state/desk';
import { report } from '../state/notices';
import { useStrings } from '../strings/use-strings';
import { goToMarkElsewhere, removeLinkElsewhere } from './mark-links';
import { markTitle } from './mark-title';

/** Reads the links of a mark with other issues, again when they are written. */
export function useLinkedElsewhere({
  issueId,
  annotationId,
  linksElsewhere,
}: Annotation): readonly LinkedMark[] {
  const [linked, setLinked] = useState<readonly LinkedMark[]>([]);
  const isWritten = useDesk(({ outgoing }) => outgoing.letters.length === 0);
  useEffect(() => {
    if (!isWritten) return;
    let isStale = false;
    void call('annotations.linked', { issueId, annotationId }).then((result) => {
      if (isStale) return;
      if (result.ok) setLinked(result.value);
      else report(result.error);
    });
    return () => {
      isStale = true;
    };
  }, [issueId, annotationId, linksElsewhere, isWritten]);
  return linked;
}

/** Draws them as rows of a list. */
export function LinksElsewhere(props: {
  readonly mark: Annotation;
  readonly linked: readonly LinkedMark[];
}): ReactNode {
  const { mark, linked } = props;
  return linked.map((link) => (
    <LinkRow key={`${link.goes} ${link.issueId} ${link.annotationId}`} mark={mark} link={link} />
  ));
}

function LinkRow({ mark, link }: { readonly mark: Annotation; readonly link: LinkedMark }): ReactNode {
  const { desk } = useStrings();
  const issueTitle = useIssueTitle();
  const Icon = link.goes === 'out' ? ArrowRight : ArrowLeft;
  const isGone = link.issue === null || link.mark === null || link.mark.removed !== undefined;
  const words = link.mark === null ? '' : markTitle(link.mark, desk);
  const title = link.issue === null ? words : desk.inIssue(words, issueTitle(link.issue));
  return (
    <li className="link-row">
      <Icon size={14} aria-hidden="true" />
      {isGone ? (
        <span className="muted">{desk.linkGone(title)}</span>
      ) : (
        <button
          type="button"
          className="place-link"
          title={title}
          aria-label={link.goes === 'out' ? desk.goToLink(title) : desk.goToLinking(title)}
          onClick={() => void goToMarkElsewhere(link)}
        >
          {title}
        </button>
      )}
      {link.goes === 'out' && (
        <button
          type="button"
          className="small-button"
          aria-label={desk.removeLink(title)}
          onClick={() => removeLinkElsewhere(mark, link)}
        >
          <X size={12} aria-hidden="true" />
        </button>
      )}
    </li>
  );
}
