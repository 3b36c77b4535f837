// A font that is installed on the computer, as the face of the text: measured for the window, and found for paper.
import type { CallOutput, Settings } from '../../src-core/ipc/contract';
import type { TextFace } from '../../src-core/typesetting/faces';
import { openOwnFont, type OwnFont } from './font-files';
import type { InstalledFonts } from './installed-fonts';
import { ownRanges } from './latin-metrics';
import { horizontalSigns } from './vertical-forms';

/** Gives the names by which the window finds a family's regular font, its measures and signs; null where it is gone. */
export async function measureInstalled(
  fonts: InstalledFonts,
  family: string,
): Promise<CallOutput<'fonts.measure'>> {
  const found = await fonts.find(family);
  if (found === null) return null;
  const opened = await openOwnFont(found);
  if (!opened.ok) return null;
  const { fullName, postscriptName } = found;
  const advances = ownRanges(opened.value).map(({ first, advances: wide }) => ({
    first,
    advances: [...wide],
  }));
  return { fullName, postscriptName, advances, horizontalSigns: horizontalSigns(opened.value) };
}

/** The face a document is set in. */
export type PaperFace = {
  readonly textFace: TextFace;
  readonly ownFont?: OwnFont;
  /** The family that was asked for and cannot be in a document; Song stands in for it. */
  readonly replacedFont?: string;
};

/** Gives the face for paper: a font must be there, have TrueType outlines, and may be carried in documents. */
export async function faceForPaper(
  fonts: InstalledFonts,
  { textFace, ownFont }: Pick<Settings, 'textFace' | 'ownFont'>,
): Promise<PaperFace> {
  if (textFace !== 'own') return { textFace };
  if (ownFont === '') return { textFace: 'song' };
  const found = await fonts.find(ownFont);
  if (found === null || !found.isEmbeddable) return { textFace: 'song', replacedFont: ownFont };
  return { textFace, ownFont: { file: found.file, postscriptName: found.postscriptName } };
}
