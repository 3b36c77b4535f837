// Which face is set beside which. The reader chooses the face of the text; headlines and bylines take those that stand
// out from it, as a compositor would choose them from the same case.
import type { Face } from './model';

/** The faces that a text can be set in; `own` is one that is installed on the reader's computer. */
export const textFaces = ['song', 'kai', 'hei', 'own'] as const;
export type TextFace = (typeof textFaces)[number];

/** The faces of a page by what is set in them. */
export type PageFaces = {
  readonly text: Face;
  /** The headline 主题, and headings within a text. */
  readonly headline: Face;
  /** Kicker 引题 and deck 副题. */
  readonly deck: Face;
  /** Who wrote it, and what stands by a picture. */
  readonly byline: Face;
};

/** Gives the faces that go with a text's; Song where nothing is chosen. */
export function facesOf(text: TextFace = 'song'): PageFaces {
  switch (text) {
    case 'song':
    case 'own':
      return { text, headline: 'hei-bold', deck: 'song-bold', byline: 'kai' };
    case 'kai':
      return { text, headline: 'hei-bold', deck: 'song-bold', byline: 'song' };
    case 'hei':
      return { text, headline: 'hei-bold', deck: 'hei-bold', byline: 'kai' };
  }
}
