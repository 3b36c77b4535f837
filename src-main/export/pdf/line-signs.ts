// The signs of a cell: what is shown of it, and what each reads as.
import type { Cell } from '../../../src-core/typesetting/model';
import type { Cluster, PdfFaces } from './pdf-faces';

/** A character of a cell, and what stands for it. */
export type Sign = Cluster & {
  /** What the sign reads as. */
  readonly text: string;
};

/** The signs of a cell, shown by its own characters or, one for one, by those of its display form. */
export function signsOf(faces: PdfFaces, cell: Cell, isLineEnd: boolean): readonly Sign[] {
  const { before, inner, after } = withoutTitleMarks(cell);
  const clusters = faces.clusters(inner);
  const forms = cell.display === undefined ? [] : [...cell.display];
  return clusters.map(({ source, character }, index) => {
    const isLast = index === clusters.length - 1;
    const read = `${index === 0 ? before : ''}${source}${isLast ? after : ''}`;
    return {
      source: read,
      character: (forms.length === clusters.length ? forms[index] : undefined) ?? character,
      text: readAs(read, isLineEnd && isLast),
    };
  });
}

/** The characters of a cell that are shown; 《》 beside a title line are not, and are read with the sign next to them. */
function withoutTitleMarks({ text, display, title, start }: Cell): {
  readonly before: string;
  readonly inner: string;
  readonly after: string;
} {
  const surplus = display === undefined || title === undefined ? 0 : [...text].length - [...display].length;
  const before = surplus > 0 && start === title ? 1 : 0;
  const after = surplus > before ? 1 : 0;
  return {
    before: text.slice(0, before),
    inner: text.slice(before, text.length - after),
    after: text.slice(text.length - after),
  };
}

/** What a sign reads as: itself, but for what poppler takes amiss. */
function readAs(source: string, isLineEnd: boolean): string {
  // A hyphen at the end of a line would be taken for one that hyphenation put there, and dropped; PDFium looks past plain
  // spaces for it.
  if (source === '-' && isLineEnd) return '-\u00a0';
  // A single space is nothing to it, and words so far apart would be parted from their line.
  if (source === '\u3000') return '\u3000 ';
  return source;
}
