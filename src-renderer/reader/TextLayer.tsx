// The text of the strip, as much of it as is near the view: articles, their frames and lines in reading order.
import { memo, type ReactNode } from 'react';
import type { Direction } from '../../src-core/ipc/contract';
import { articleTitle } from '../../src-core/publication/article-text';
import type { Article, ArticleId } from '../../src-core/publication/issue';
import type { Rect } from '../../src-core/typesetting/model';
import { HeardMarks } from './HeardMarks';
import { Line } from './Line';
import type { ArticleSounds } from '../../src-core/text/sounds';
import { framesWithin, type LineIndex, type PlacedFrame } from './line-index';

type TextLayerProps = {
  readonly articles: readonly Article[];
  readonly index: LineIndex;
  readonly body: number;
  /** The stretch to paint, in em along the strip. */
  readonly from: number;
  readonly to: number;
  /** The sounds of rare characters. */
  readonly sounds: ReadonlyMap<ArticleId, ArticleSounds>;
};

/** Paints the lines and rules within a stretch of the strip. */
export const TextLayer = memo(function TextLayer(props: TextLayerProps): ReactNode {
  const { articles, index, body, from, to, sounds } = props;
  return (
    <>
      <Rules index={index} body={body} from={from} to={to} />
      {byArticle(framesWithin(index, from, to)).map(([articleId, frames]) => (
        <article key={articleId} aria-label={titleOf(articles, articleId)}>
          {frames.map(({ frameId, role, lines }) => (
            <FrameText
              key={frameId}
              articleId={articleId}
              role={role}
              lines={lines}
              body={body}
              direction={index.layout.direction}
              sounds={sounds.get(articleId)}
            />
          ))}
        </article>
      ))}
    </>
  );
});

type FrameTextProps = Pick<PlacedFrame, 'articleId' | 'role' | 'lines'> & {
  readonly body: number;
  readonly direction: Direction;
  readonly sounds: ArticleSounds | undefined;
};

const FrameText = memo(
  function FrameText({ articleId, role, lines, body, direction, sounds }: FrameTextProps): ReactNode {
    const painted = lines.map((placed) => (
      <Line key={placed.line.start} placed={placed} body={body} direction={direction} sounds={sounds} />
    ));
    const [start, end] = [lines[0]?.line.start ?? 0, lines.at(-1)?.line.end ?? 0];
    return (
      <>
        {role === 'headline' ? (
          <div role="heading" aria-level={2}>
            {painted}
          </div>
        ) : (
          <div role="paragraph">{painted}</div>
        )}
        <HeardMarks articleId={articleId} start={start} end={end} />
      </>
    );
  },
  (before, now) =>
    before.body === now.body &&
    before.direction === now.direction &&
    before.role === now.role &&
    before.sounds === now.sounds &&
    before.lines.length === now.lines.length &&
    // Lines of one frame follow each other: with the first they are the same.
    before.lines[0] === now.lines[0],
);

function Rules(props: {
  readonly index: LineIndex;
  readonly body: number;
  readonly from: number;
  readonly to: number;
}): ReactNode {
  const { index, body, from, to } = props;
  return index.layout.pages.flatMap((page, pageNumber) => {
    const start = index.pageStarts[pageNumber] ?? 0;
    if (start >= to || start + page.blockSize <= from) return [];
    return page.rules.flatMap(({ kind, rect }, at) => {
      if (start + rect.block >= to || start + rect.block + rect.blockSize <= from) return [];
      return [
        <div
          key={`${pageNumber}-${at}`}
          className={`rule rule-${kind}`}
          style={logicalBox(rect, start, body)}
          aria-hidden="true"
        />,
      ];
    });
  });
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

/** An article's frames may be parted by those of others. */
function byArticle(
  frames: readonly PlacedFrame[],
): readonly (readonly [ArticleId, readonly PlacedFrame[]])[] {
  const groups = new Map<ArticleId, PlacedFrame[]>();
  for (const frame of frames) {
    const group = groups.get(frame.articleId);
    if (group === undefined) groups.set(frame.articleId, [frame]);
    else group.push(frame);
  }
  return [...groups];
}

function titleOf(articles: readonly Article[], articleId: ArticleId): string {
  const article = articles.find((candidate) => candidate.articleId === articleId);
  return article === undefined ? articleId : articleTitle(article);
}
