// 参见: the marks that a mark refers to and those that refer to it, and a field to find another one by its words.
import { useEffect, useMemo, type ReactNode, type RefObject } from 'react';
import type { Annotation } from '../../src-core/annotation/annotation';
import { readTrash, useDesk } from '../state/desk';
import { useStrings } from '../strings/use-strings';
import { LinkField } from './LinkField';
import { LinksElsewhere, useLinkedElsewhere } from './LinksElsewhere';
import { LinkRow } from './LinkRow';
import { goToMark } from './go-to-mark';
import { linksOf, removeLink } from './mark-links';
import { markTitle } from './mark-title';

type MarkLinksProps = {
  readonly mark: Annotation;
  readonly field: RefObject<HTMLInputElement | null>;
  /** Whether the field to add a link is there even while there is none. */
  readonly isAsked: boolean;
};

/** Draws the links of a mark; nothing where there are none and none is asked for. */
export function MarkLinks({ mark, field, isAsked }: MarkLinksProps): ReactNode {
  const { desk } = useStrings();
  const annotations = useDesk((state) => state.annotations);
  const links = useMemo(() => linksOf(mark, annotations), [mark, annotations]);
  const isUnknown = links.some((link) => link.mark === null);
  useEffect(() => {
    if (isUnknown) void readTrash(mark.issueId);
  }, [isUnknown, mark.issueId]);
  const elsewhere = useLinkedElsewhere(mark);
  if (links.length + elsewhere.length === 0 && !isAsked) return null;
  return (
    <div className="mark-links" role="group" aria-label={desk.links}>
      {links.length + elsewhere.length > 0 && (
        <ul>
          {links.map((link) => {
            const title = link.mark === null ? '' : markTitle(link.mark, desk);
            const isGone = link.mark === null || link.mark.removed !== undefined;
            return (
              <LinkRow
                key={`${link.goes} ${link.annotationId}`}
                goes={link.goes}
                title={title}
                gone={isGone ? desk.linkGone(title) : null}
                onGo={() => goToMark(link.annotationId)}
                onRemove={() => removeLink(mark, link)}
              />
            );
          })}
          <LinksElsewhere mark={mark} linked={elsewhere} />
        </ul>
      )}
      {isAsked && <LinkField mark={mark} field={field} />}
    </div>
  );
}
