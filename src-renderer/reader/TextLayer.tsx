// The text of the strip, as much of it as is near the view: articles, their frames and lines in reading order.
import { memo, type ReactNode } from 'react';
import { articleTitle } from '../../src-core/publication/article-text';
import type { Article, ArticleId } from '../../src-core/publication/issue';
import type { IssueLayout, Rect } from '../../src-core/typesetting/model';
import { Line } from './Line';
import { touches, type LineIndex, type PlacedLine } from './line-index';

type TextLayerProps = {
  readonly articles: readonly Article[];
  readonly layout: IssueLayout;
  readonly index: LineIndex;
  readonly body: number;
  /** The stretch to paint, in em along the strip. */
  readonly from: number;
  readonly to: number;
};

/** Paints the lines and rules within a stretch of the strip. */
export const TextLayer = memo(function TextLayer(props: TextLayerProps): ReactNode {
  const { articles, layout, index, body, from, to } = props;
  const near = index.lines.filter((placed) => touches(placed.rect, from, to));
  return (
    <>
      <Rules layout={layout} index={index} body={body} />
      {groupBy(near, (placed) => placed.articleId).map(([articleId, lines]) => (
        <article key={articleId} aria-label={titleOf(articles, articleId)}>
          {groupBy(lines, (placed) => placed.frameId).map(([frameId, frameLines]) => (
            <FrameText key={frameId} lines={frameLines} layout={layout} body={body} />
          ))}
        </article>
      ))}
    </>
  );
});

function FrameText(props: {
  readonly lines: readonly PlacedLine[];
  readonly layout: IssueLayout;
  readonly body: number;
}): ReactNode {
  const { lines, layout, body } = props;
  const [first] = lines;
  const frame = layout.pages[first?.page ?? 0]?.frames.find(
    (candidate) => candidate.frameId === first?.frameId,
  );
  const painted = lines.map((placed) => (
    <Line key={placed.line.start} placed={placed} body={body} direction={layout.direction} />
  ));
  return frame?.role === 'headline' ? (
    <div role="heading" aria-level={2}>
      {painted}
    </div>
  ) : (
    <div role="paragraph">{painted}</div>
  );
}

function Rules(props: {
  readonly layout: IssueLayout;
  readonly index: LineIndex;
  readonly body: number;
}): ReactNode {
  const { layout, index, body } = props;
  return layout.pages.flatMap((page, pageNumber) =>
    page.rules.map((rule, at) => (
      <div
        key={`${pageNumber}-${at}`}
        className={`rule rule-${rule.kind}`}
        style={logicalBox(rule.rect, index.pageStarts[pageNumber] ?? 0, body)}
        aria-hidden="true"
      />
    )),
  );
}

/** The CSS of a rectangle of a page, which begins at `pageStart` along the strip. */
function logicalBox(rect: Rect, pageStart: number, body: number) {
  return {
    insetInlineStart: rect.inline * body,
    insetBlockStart: (pageStart + rect.block) * body,
    inlineSize: rect.inlineSize * body,
    blockSize: rect.blockSize * body,
  };
}

function groupBy<T, K>(
  list: readonly T[],
  keyOf: (element: T) => K,
): readonly (readonly [K, readonly T[]])[] {
  const groups = new Map<K, T[]>();
  for (const element of list) {
    const group = groups.get(keyOf(element));
    if (group === undefined) groups.set(keyOf(element), [element]);
    else group.push(element);
  }
  return [...groups];
}

function titleOf(articles: readonly Article[], articleId: ArticleId): string {
  const article = articles.find((candidate) => candidate.articleId === articleId);
  return article === undefined ? articleId : articleTitle(article);
}
