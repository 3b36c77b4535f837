// Marks painted into whole pages 版面: each style is drawn where it belongs by its own characters, across the tiers and in
// headlines too, and nothing else on the page changes.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MarkStyle } from '../../../src-core/annotation/annotation';
import type { Direction } from '../../../src-core/ipc/contract';
import { unpackLayout } from '../../../src-main/export/pdf/packed-layout';
import { lineOrigin } from '../../../src-main/export/pdf/page-geometry';
import { sampleIssue } from '../../builders/sample-issue';
import { renderPage, type RenderedPage } from '../../extract/render-page';
import { exported, makeFolder, markWords, planned } from './exporting';

const resolution = 180;

const issue = sampleIssue();
/** Two in a headline; the underlined words go over the end of a tier in both directions. */
const passages: { readonly [S in MarkStyle]: string } = {
  highlight: '增强人民群众获得感',
  box: '动员会',
  underline: issue.articles[2]?.text.slice(285, 345) ?? '',
  wavy: '要牢牢守住安全生产这一底线',
  emphasis: '统筹推动资源再利用',
  circle: '宣读巡察通知书',
  strike: '迎接党的二十大',
};
const styles = Object.keys(passages) as MarkStyle[];
const annotations = styles.map((style) =>
  markWords(issue, passages[style], { id: style, style, color: 'cinnabar' }),
);

/** A character that is marked: the middle of its em box in pixels, its size, and what it is. */
type Marked = {
  readonly style: MarkStyle;
  readonly x: number;
  readonly y: number;
  readonly em: number;
  readonly text: string;
  readonly frameId: string;
};

/** What changed by a character, in em from its middle: along the line, and towards the next line. */
type Change = { readonly along: number; readonly across: number };

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

/** Where the engine has put the characters of the marks. */
async function markedCharacters(direction: Direction): Promise<readonly Marked[]> {
  const { pages } = await planned({ issue, direction, paper: 'A3', layout: 'newspaper' });
  const [page] = pages;
  if (page === undefined || pages.length > 1) throw new Error('the issue stands on one sheet');
  const { geometry } = page.part.sheet;
  const pixels = resolution / 72;
  return styles.flatMap((style) => {
    const article = issue.articles.find(({ text }) => text.includes(passages[style]));
    const start = article?.text.indexOf(passages[style]) ?? 0;
    const end = start + passages[style].length;
    const frames = unpackLayout(page.layout).frames.filter(
      ({ articleId }) => articleId === article?.articleId,
    );
    return frames.flatMap((frame) =>
      frame.lines.flatMap((line) => {
        const em = line.size * geometry.body;
        const origin = lineOrigin(geometry, frame, line);
        return line.cells.flatMap((cell): readonly Marked[] => {
          if (cell.start < start || cell.end > end) return [];
          const along = (cell.inline + cell.advance / 2) * em;
          const [x, y] =
            direction === 'vertical' ? [origin.x, origin.y - along] : [origin.x + along, origin.y];
          return [
            {
              style,
              x: x * pixels,
              y: (geometry.height - y) * pixels,
              em: em * pixels,
              text: cell.text,
              frameId: frame.frameId,
            },
          ];
        });
      }),
    );
  });
}

/** What changed, by the marked character it is nearest to; `stray` is how much lies near none. */
function changesOf(
  before: RenderedPage,
  after: RenderedPage,
  marked: readonly Marked[],
  direction: Direction,
): { readonly changes: ReadonlyMap<Marked, readonly Change[]>; readonly stray: number } {
  const changes = new Map<Marked, Change[]>(marked.map((one) => [one, []]));
  let stray = 0;
  for (let y = 0; y < before.height; y++) {
    for (let x = 0; x < before.width; x++) {
      const old = before.pixel(x, y);
      const now = after.pixel(x, y);
      if (old[0] === now[0] && old[1] === now[1] && old[2] === now[2]) continue;
      const near = marked
        .map((one) => {
          const [right, down] = [(x + 0.5 - one.x) / one.em, (y + 0.5 - one.y) / one.em];
          return direction === 'vertical'
            ? { one, along: down, across: -right }
            : { one, along: right, across: down };
        })
        .filter(({ along, across }) => Math.abs(along) < 1.1 && Math.abs(across) < 1.1)
        .sort((a, b) => Math.hypot(a.along, a.across) - Math.hypot(b.along, b.across))[0];
      if (near === undefined) stray++;
      else changes.get(near.one)?.push({ along: near.along, across: near.across });
    }
  }
  return { changes, stray };
}

/** The pixels of the middle of a character's em box, row by row. */
function pixelsOf(page: RenderedPage, { x, y, em }: Marked): readonly (readonly [number, number, number])[] {
  const side = Array.from({ length: Math.floor(0.9 * em) }, (_, at) => at - Math.floor(0.45 * em));
  return side.flatMap((down) => side.map((right) => page.pixel(Math.round(x) + right, Math.round(y) + down)));
}

describe.each(['vertical', 'horizontal'] as const)('marks on a whole page, %s', (direction) => {
  let marked: readonly Marked[];
  let before: RenderedPage;
  let after: RenderedPage;
  let found: ReturnType<typeof changesOf>;
  beforeAll(async () => {
    const files = ['bare', 'marked'].map((name) => join(folder.path, `${direction}-${name}.pdf`));
    const [bare = '', painted = ''] = files;
    const choices = { issue, direction, paper: 'A3', layout: 'newspaper' } as const;
    await exported({ ...choices, target: bare });
    await exported({ ...choices, annotations, marks: 'painted', target: painted });
    marked = await markedCharacters(direction);
    before = await renderPage(bare, 1, resolution);
    after = await renderPage(painted, 1, resolution);
    found = changesOf(before, after, marked, direction);
  });

  const of = (style: MarkStyle) => marked.filter((one) => one.style === style);
  const changed = (one: Marked): readonly Change[] => found.changes.get(one) ?? [];
  const reachOf = (style: MarkStyle): readonly [number, number] => {
    const all = of(style)
      .flatMap(changed)
      .map(({ across }) => across);
    return [Math.min(...all), Math.max(...all)];
  };
  /** Punctuation takes no sign of its own. */
  const signed = (style: MarkStyle) => of(style).filter(({ text }) => /^[\p{L}\p{N}]+$/u.test(text));

  it('lie by their characters and nowhere else', () => {
    expect(found.stray).toBe(0);
    for (const style of styles) expect(of(style).length, style).toBeGreaterThan(2);
    // It goes on in the next tier.
    expect(new Set(of('underline').map(({ frameId }) => frameId)).size).toBe(2);
    const han = marked.filter(({ text }) => /^\p{Script=Han}$/u.test(text));
    expect(han.filter((one) => !pixelsOf(before, one).some(([red]) => red < 100))).toEqual([]);
  });

  it('fill the white of their characters where they are highlights', () => {
    for (const one of of('highlight')) {
      const now = pixelsOf(after, one);
      const white = pixelsOf(before, one).flatMap(([red], at) => (red === 255 ? [now[at]] : []));
      const left = white.filter((pixel) => pixel?.every((part) => part === 255) === true);
      expect(white.length, one.text).toBeGreaterThan(100);
      expect(left.length / white.length, one.text).toBeLessThan(0.01);
    }
    const [least, most] = reachOf('highlight');
    expect([least > -0.7, most < 0.7]).toEqual([true, true]);
  });

  it('run along the line as lines and waves: on its left in 竖排, under it in 横排', () => {
    for (const style of ['underline', 'wavy'] as const) {
      const [least, most] = reachOf(style);
      expect(least, style).toBeGreaterThan(0.4);
      expect(most, style).toBeLessThan(0.85);
      for (const one of signed(style)) expect(changed(one).length, `${style} ${one.text}`).toBeGreaterThan(0);
    }
    const thickness = (style: MarkStyle): number => reachOf(style)[1] - reachOf(style)[0];
    expect(thickness('wavy')).toBeGreaterThan(thickness('underline') + 0.05);
  });

  it('stand by each character as dots and circles: on its right in 竖排, under it in 横排', () => {
    const side = direction === 'vertical' ? -1 : 1;
    for (const style of ['emphasis', 'circle'] as const) {
      for (const one of signed(style)) {
        const own = changed(one).filter(({ along }) => Math.abs(along) < 0.4);
        const mean = own.reduce((sum, { across }) => sum + across, 0) / own.length;
        expect(mean * side, `${style} ${one.text}`).toBeGreaterThan(0.57);
        expect(mean * side, `${style} ${one.text}`).toBeLessThan(0.77);
        const middle = own.filter(
          ({ along, across }) => Math.hypot(along, across - side * 0.67) * one.em < 0.8,
        );
        // A dot is full, a circle is not.
        expect(middle.length > 0, `${style} ${one.text}`).toBe(style === 'emphasis');
      }
    }
  });

  it('run through the middle as what is struck out, and around all as a box', () => {
    const [least, most] = reachOf('strike');
    expect(Math.max(-least, most)).toBeLessThan(0.12);
    const [near, far] = reachOf('box');
    expect(near).toBeLessThan(-0.5);
    expect(far).toBeGreaterThan(0.5);
    for (const one of [...of('strike'), ...of('box')]) expect(changed(one).length).toBeGreaterThan(0);
  });
});
