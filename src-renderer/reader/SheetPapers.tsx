// The paper of whole pages under the type: its edge, masthead and number, and which article one is at. That one has a grip by
// which it is drawn to another place, and a corner by which it is given weight; keys and menu do the same.
import { memo, useMemo, type CSSProperties, type ReactNode } from 'react';
import type { ArticleId } from '../../src-core/publication/issue';
import type { Em, Rect } from '../../src-core/typesetting/model';
import { useDesk } from '../state/desk';
import { decisionOn } from '../state/make-up';
import { useSettings } from '../state/settings';
import { useStrings } from '../strings/use-strings';
import type { LineIndex } from './line-index';
import { paperMargin } from './sheet-layout';
import { useMakeUpDrag, type MakeUpDrag } from './use-make-up-drag';

/** Paints the sheets. */
export const SheetPapers = memo(function SheetPapers(props: {
  readonly index: LineIndex;
  readonly body: number;
}): ReactNode {
  const { index, body } = props;
  const here = useSettings((state) => state.settings.place?.articleId ?? null);
  const issue = useDesk((state) => state.issue);
  const sign = useMakeUpSign(here);
  const { drag, press } = useMakeUpDrag();
  const outcome = useOutcome(drag);
  const { layout, pageStarts } = index;
  return layout.pages.map((page, number) => {
    const start = pageStarts[number] ?? 0;
    const paper: Rect = {
      inline: -paperMargin,
      block: -paperMargin,
      inlineSize: page.inlineSize + 2 * paperMargin,
      blockSize: page.blockSize + 2 * paperMargin,
    };
    return (
      <div key={number} aria-hidden="true">
        <div className="paper" style={boxOf(paper, start, body)} />
        {page.furniture.map((piece, at) => (
          <div
            key={at}
            className={`furniture is-${piece.kind} face-${piece.face}`}
            style={{ ...boxOf(piece.rect, start, body), fontSize: piece.size * body }}
          >
            <span>{piece.text}</span>
          </div>
        ))}
        {articleBoxes(page.frames, here).map((rect) => (
          <div
            key={`${rect.inline}-${rect.block}`}
            className={`article-here${drag === null ? '' : ' is-dragged'}`}
            style={boxOf(rect, start, body)}
          >
            {(outcome ?? sign) !== '' && <span className="make-up-sign">{outcome ?? sign}</span>}
            {(['place', 'weight'] as const).map((kind) => (
              <span
                key={kind}
                className={`make-up-grip is-${kind}`}
                onMouseDown={(event) => {
                  if (issue !== null && here !== null) {
                    press(kind, event, { issue, articleId: here, index, body });
                  }
                }}
              />
            ))}
          </div>
        ))}
        {articleBoxes(page.frames, drag?.target ?? null).map((rect) => (
          <div
            key={`target-${rect.inline}-${rect.block}`}
            className="article-target"
            style={boxOf(rect, start, body)}
          />
        ))}
      </div>
    );
  });
});

/** What would come of a drag, in words; null where nothing is dragged, or nothing would come of it. */
function useOutcome(drag: MakeUpDrag | null): string | null {
  const { makeUp } = useStrings();
  const change = drag?.change ?? null;
  if (change === null) return null;
  if ('place' in change) return makeUp.putAt(change.place);
  return change.weight === 0 ? makeUp.ordinary : makeUp.weight(change.weight);
}

/** What the user has decided of the article one is at; empty where nothing. */
function useMakeUpSign(articleId: ArticleId | null): string {
  const { makeUp } = useStrings();
  const issue = useDesk((state) => state.issue);
  const decided = useMemo(
    () => (issue === null || articleId === null ? null : decisionOn(issue, articleId)),
    [issue, articleId],
  );
  if (decided === null) return '';
  const { weight, place } = decided;
  return [weight === 0 ? '' : makeUp.weight(weight), place === undefined ? '' : makeUp.kept(place)]
    .filter((words) => words !== '')
    .join(' · ');
}

/** White between the type of an article and the line about it, in em. */
const outset: Em = 0.45;

/** The area of an article on a page: one box about all of its frames. */
function articleBoxes(
  frames: LineIndex['layout']['pages'][number]['frames'],
  articleId: ArticleId | null,
): readonly Rect[] {
  const own = frames.filter((frame) => frame.articleId === articleId).map(({ rect }) => rect);
  if (own.length === 0) return [];
  const inline = Math.min(...own.map((rect) => rect.inline)) - outset;
  const block = Math.min(...own.map((rect) => rect.block)) - outset;
  return [
    {
      inline,
      block,
      inlineSize: Math.max(...own.map((rect) => rect.inline + rect.inlineSize)) + outset - inline,
      blockSize: Math.max(...own.map((rect) => rect.block + rect.blockSize)) + outset - block,
    },
  ];
}

function boxOf(rect: Rect, pageStart: Em, body: number): CSSProperties {
  return {
    insetInlineStart: rect.inline * body,
    insetBlockStart: (pageStart + rect.block) * body,
    inlineSize: rect.inlineSize * body,
    blockSize: rect.blockSize * body,
  };
}
