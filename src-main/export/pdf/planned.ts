// What stands on which sheet, as it is written: see plan-export.ts.
import type { Annotation } from '../../../src-core/annotation/annotation';
import type { Article } from '../../../src-core/publication/issue';
import type { PageLayout } from '../../../src-core/typesetting/model';
import type { HeadNote } from './head-notes';
import type { TierPlan } from './impose';
import type { Link } from './links';
import type { Sample } from './matter';
import type { PaperRect } from './page-geometry';
import { packLayout, type PackedLayout } from './packed-layout';
import type { NoteBand, SheetPlan } from './paper';
import type { MarkPiece, PlacedMark } from './place-marks';
import type { SpaceWord } from './seen-frames';

/** What belongs together: an issue, or a matter before or after them all. */
export type PlannedPart = {
  readonly title: string;
  readonly kind: 'front' | 'issue' | 'back';
  /** What its articles are in the structure of the document. */
  readonly structure: 'text' | 'contents' | 'index';
  readonly articles: readonly Article[];
  readonly sheet: SheetPlan;
};

/** A sheet's number, counted from 1: in Roman numerals before the issues. */
export type PageLabel = { readonly style: 'roman' | 'arabic'; readonly number: number };

export type PageMark = { readonly mark: PlacedMark; readonly piece: MarkPiece };

/** A place that links lead to. */
export type NamedPlace = { readonly name: string; readonly rect: PaperRect };

/** A sample of a mark, and where its passage lies. */
export type PlacedSample = { readonly sample: Sample; readonly piece: MarkPiece };

/** A note, or part of it, and the tier beside which it stands. */
export type PlannedNote = HeadNote & { readonly tier: number };

export type PlannedPage = {
  readonly part: PlannedPart;
  readonly layout: PackedLayout;
  /** How it is parted: as the sheet is, or, made up as a whole, kept in order by unseen words. */
  readonly tiers: TierPlan;
  readonly words: readonly SpaceWord[] | null;
  readonly label: PageLabel;
  readonly marks: readonly PageMark[];
  readonly notes: readonly PlannedNote[];
  readonly places: readonly NamedPlace[];
  readonly links: readonly Link[];
  readonly samples: readonly PlacedSample[];
};

export type ExportPlan = {
  readonly title: string;
  readonly band: NoteBand | null;
  readonly parts: readonly PlannedPart[];
  readonly pages: readonly PlannedPage[];
  readonly marks: readonly PlacedMark[];
  readonly orphans: readonly Annotation[];
  /** The names of all places that links may lead to. */
  readonly places: ReadonlySet<string>;
  /** Whether numbers stand beside the marks. */
  readonly isNumbered: boolean;
};

/** A page of nothing but type. */
export function plainPage(part: PlannedPart, layout: PageLayout, label: PageLabel): PlannedPage {
  return {
    part,
    layout: packLayout(layout),
    tiers: part.sheet.tiers,
    words: null,
    label,
    marks: [],
    notes: [],
    places: [],
    links: [],
    samples: [],
  };
}
