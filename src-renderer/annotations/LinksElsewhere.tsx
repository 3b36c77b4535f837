// 参见 across issues: the marks of other issues that a mark refers to and those that refer to it, each with its issue.
import { useEffect, useState, type ReactNode } from 'react';
import type { Annotation } from '../../src-core/annotation/annotation';
import type { LinkedMark } from '../../src-core/ipc/link-contract';
import { call } from '../bridge/bridge';
import { useIssueTitle } from '../library/issue-title';
import { useDesk } from '../state/desk';
import { report } from '../state/notices';
import { useStrings } from '../strings/use-strings';
import { LinkRow } from './LinkRow';
import { goToMarkElsewhere } from './go-to-mark';
import { removeLinkElsewhere } from './mark-links';
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
  const { desk, trash } = useStrings();
  const issueTitle = useIssueTitle();
  return linked.map((link) => {
    const words = link.mark === null ? '' : markTitle(link.mark, desk);
    const where = link.issue === null ? '' : issueTitle(link.issue);
    const stated = link.issue?.isTrashed === true ? trash.titleInTrash(where) : where;
    const title = link.issue === null ? words : desk.inIssue(words, stated);
    const isGone = link.mark === null || link.mark.removed !== undefined;
    return (
      <LinkRow
        key={`${link.goes} ${link.issueId} ${link.annotationId}`}
        goes={link.goes}
        title={title}
        gone={link.issue === null ? desk.issueOfLinkGone : isGone ? desk.linkGone(title) : null}
        onGo={() => void goToMarkElsewhere(link, title)}
        onRemove={link.goes === 'out' ? () => removeLinkElsewhere(mark, link) : null}
      />
    );
  });
}
