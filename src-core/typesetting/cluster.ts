// The compositor's unit: what stands together in a line, with its advance, the white space in its em box that may be cut
// away, and where a line may not break. Lengths are in em of the type it is set in.
import type { BlockRole } from '../publication/issue';
import type { CellPaint, Em, GlyphShift } from './model';
import type { PageSpec, TypesettingStyle } from './page-spec';

export type ClusterKind =
  | 'han'
  | 'open'
  | 'close'
  | 'pause'
  | 'stop'
  | 'full'
  | 'interpunct'
  | 'connector'
  | 'solidus'
  | 'pair' // —— or ……
  | 'combine' // digits or letters upright in a cell
  | 'latin'
  | 'space';

export type Cluster = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: ClusterKind;
  readonly paint: CellPaint;
  /** The natural advance, of which `lead` before and `trail` behind the ink are white. */
  readonly advance: Em;
  readonly lead: Em;
  readonly trail: Em;
  readonly scale: number;
  readonly noStart: boolean;
  readonly noEnd: boolean;
  /** No line breaks between it and the cluster before. */
  readonly glued: boolean;
  /** A line ends after it whatever its length. */
  readonly isForcedEnd: boolean;
  readonly role: BlockRole;
  readonly display: string | undefined;
  readonly stops: readonly Em[] | undefined;
  readonly shift: GlyphShift | undefined;
  readonly title: number | undefined;
};

/** What clusterizing depends on besides the text. */
export type ClusterStyle = TypesettingStyle & {
  readonly direction: PageSpec['direction'];
  /** How far a run of proportional type reaches in the face of the block. */
  readonly latinAdvance: (run: string) => Em;
};
