// How text for reading is set: an article, or all of them, for the size of the window. In screens, the text is parted
// into pages as wide as the view, with tiers of their own, so that one reads on from screen to screen; in one piece, the
// tiers are as long as the article.
import type { Direction, Settings } from '../../src-core/ipc/contract';
import { chosenStyle, type StyleSettings } from '../../src-core/typesetting/chosen-style';
import type { PageSpec } from '../../src-core/typesetting/page-spec';
import type { Em } from '../../src-core/typesetting/model';
import { pageFor, type ViewSize } from './page-spec';
import { noRoom, type NoteRoom } from './note-room';
import type { Strip } from './strip';

/** What of the settings decides how text is set. */
export type Setting = StyleSettings &
  Pick<
    Settings,
    'direction' | 'fontSize' | 'linePitch' | 'charactersPerLine' | 'tiers' | 'flow' | 'textFace'
  >;

export type ReadingLayout = {
  readonly spec: PageSpec;
  readonly strip: Strip;
  /** Em between two pages of the strip. */
  readonly pageGap: Em;
};

/** Gives what to ask of the engine for a view of the given size in CSS pixels, and the strip that it makes. */
export function readingLayout(setting: Setting, view: ViewSize, room: NoteRoom = noRoom): ReadingLayout {
  const { direction, fontSize: body, flow, textFace } = setting;
  const linePitch = Math.max(setting.linePitch / 100, room.leastPitch);
  const { spec, strip } = pageFor(direction, body, view, room);
  const asked = {
    ...spec,
    linePitch,
    interlinear: 'two-sided' as const,
    ...parted(spec, setting),
    style: chosenStyle(setting),
    textFace,
  };
  if (flow === 'scrolled') return { spec: asked, strip, pageGap: 2 };
  const stretch = stretchOf(direction, view) / body;
  const rows = Math.max(fewestRows, Math.floor((stretch - 2 * leastMargin) / linePitch));
  const margin = Math.max(leastMargin, (stretch - rows * linePitch) / 2);
  return {
    spec: { ...asked, blockSize: rows * linePitch },
    strip: { ...strip, marginBlock: margin },
    pageGap: 2 * margin,
  };
}

/** White before the first and behind the last line of a screen, in em, at the least. */
const leastMargin: Em = 1;
/** Fewer lines than this are no page; a view that small is read in parts. */
const fewestRows = 4;

function stretchOf(direction: Direction, view: ViewSize): number {
  return direction === 'vertical' ? view.width : view.height;
}

/**
 * How the page is parted into tiers, and how long their lines are: as the window allows where neither is chosen. A page
 * of so many tiers of so many characters is no larger than these; lines give way where the window is too small.
 */
function parted(
  { inlineSize, tierGap, measure }: PageSpec,
  { charactersPerLine, tiers }: Pick<Setting, 'charactersPerLine' | 'tiers'>,
): Pick<PageSpec, 'inlineSize' | 'measure'> {
  if (charactersPerLine === 0 && tiers === 0) return { inlineSize, measure };
  if (tiers === 0) return { inlineSize, measure: exactly(Math.min(charactersPerLine, inlineSize)) };
  const count = Math.min(tiers, Math.max(1, Math.floor((inlineSize + tierGap) / (leastMeasure + tierGap))));
  const room = Math.floor((inlineSize - (count - 1) * tierGap) / count);
  const length = charactersPerLine === 0 ? room : Math.min(charactersPerLine, room);
  return { inlineSize: count * length + (count - 1) * tierGap, measure: exactly(length) };
}

/** No line is set shorter for the sake of more tiers. */
const leastMeasure = 6;

function exactly(characters: number): PageSpec['measure'] {
  const measure = Math.floor(characters);
  return { min: measure, max: measure };
}
