// What every parser of newspaper pages implements, and the structure it gives. Every piece knows its place in the source
// and every decision says how sure it is and why, so that a person can check it; what is in no piece is in the furniture
// or in a diagnostic, so that no character of the source is lost without a word.
import type { SourceSpan } from '../text/source-span';
import type { CodeUnits, TextRange } from '../text/offsets';
import type { Habit } from './habit-schema';
import type { ArticleType, BlockRole, Byline } from '../publication/issue';

/** Why a piece was given its role, or two lines were joined; the words for people are in the strings tables. */
export type Reason =
  | 'only-display-line'
  | 'first-of-two-display-lines'
  | 'second-of-two-display-lines'
  | 'first-of-several-display-lines'
  | 'middle-of-several-display-lines'
  | 'last-of-several-display-lines'
  | 'dash-marks-kicker'
  | 'dash-marks-deck'
  | 'longer-line-is-deck'
  | 'traditional-order'
  | 'web-title'
  | 'names-the-genre'
  | 'byline-follows'
  | 'dateline-form'
  | 'byline-line'
  | 'pen-name-under-headline'
  | 'signature-at-end'
  | 'sentence-form'
  | 'between-paragraphs'
  | 'weighed-as-headline'
  | 'numbered'
  | 'ends-with-colon'
  | 'verse-form'
  | 'list-form'
  | 'credit-form'
  | 'credit-line-below'
  | 'caption-form'
  | 'no-text-follows'
  | 'section-name'
  | 'below-section-name'
  | 'notice-title'
  | 'before-notice-date'
  | 'notice-date'
  | 'no-headline'
  | 'front-matter'
  | 'page-line'
  | 'jump-line'
  | 'date-line'
  | 'editor-line'
  | 'source-line'
  | 'web-leftover'
  | 'end-code'
  | 'caption-mark'
  | 'profile'
  | 'by-hand';

export type JoinReason =
  'hard-wrap' | 'mid-sentence' | 'open-quote' | 'column-foot' | 'display-lines' | 'by-hand';

/** How sure a decision is, from 0 to 1, and why it was taken. */
export type Decision = { readonly confidence: number; readonly reason: Reason };

/** Where two pieces of the source were joined into one text. */
export type Join = {
  /** The offset in the joined text at which the second piece begins. */
  readonly at: CodeUnits;
  readonly confidence: number;
  readonly reason: JoinReason;
};

export type ParsedPiece = SourceSpan &
  Decision & {
    readonly role: BlockRole;
    readonly joins: readonly Join[];
  };

/** Another reading of an article's display lines: the roles in the order of its display pieces. */
export type AlternativeReading = { readonly roles: readonly BlockRole[]; readonly confidence: number };

/** One article, photo, notice or label: its pieces in reading order. */
export type ParsedBlock = Decision & {
  readonly type: ArticleType;
  readonly pieces: readonly ParsedPiece[];
  readonly byline?: Byline;
  readonly credits?: readonly string[];
  /** ISO 8601 calendar date, where a notice states one. */
  readonly date?: string;
  readonly alternatives: readonly AlternativeReading[];
};

export type FurnitureKind =
  | 'front-matter'
  | 'page-line'
  | 'jump-line'
  | 'date-line'
  | 'editor-line'
  | 'source-line'
  | 'web-leftover'
  | 'end-code'
  | 'caption-mark'
  | 'profile'
  | 'by-hand';

/** What stands on the page but in no article: page line, editors, web leftovers. */
export type Furniture = SourceSpan & Decision & { readonly kind: FurnitureKind };

export type DiagnosticCode =
  | 'invisible-characters-dropped'
  | 'control-characters-dropped'
  | 'replacement-characters'
  | 'text-cut-at-limit'
  | 'no-text'
  | 'article-without-headline'
  | 'doubtful-decision';

export type Diagnostic = {
  readonly code: DiagnosticCode;
  readonly severity: 'info' | 'warning';
  /** The places in the source. */
  readonly ranges: readonly TextRange[];
  /** What a message needs besides the places: a count, a role. */
  readonly detail?: string;
};

/** A value the page states, with how sure the reading is and why, and where it stands. */
export type Stated = Decision & { readonly value: string; readonly range?: TextRange };

/** Every reading of what a page says of itself, the surest first. */
export type Readings = {
  readonly publication: readonly Stated[];
  readonly publicationDate: readonly Stated[];
  readonly pageNumber: readonly Stated[];
  readonly pageName: readonly Stated[];
};

export type ParsedPage = {
  readonly publication?: string;
  /** ISO 8601 calendar date. */
  readonly publicationDate?: string;
  readonly pageNumber?: string;
  readonly pageName?: string;
  readonly blocks: readonly ParsedBlock[];
  readonly furniture: readonly Furniture[];
  readonly diagnostics: readonly Diagnostic[];
  /** Every reading of the page's metadata, the chosen ones first. */
  readonly alternatives: Readings;
};

export type ParseLimits = {
  /** Longest text taken in, in code units; what is beyond is reported. */
  readonly characters: CodeUnits;
  /** Most printed lines taken in. */
  readonly lines: number;
};

/** More than any newspaper page has: about two hundred times a full one. */
export const defaultLimits: ParseLimits = { characters: 4_000_000, lines: 60_000 };

/** What every parser of a kind of source is. It never throws; what it cannot read it says in the diagnostics. */
export type PageParser = (text: string, limits?: ParseLimits, habits?: readonly Habit[]) => ParsedPage;
