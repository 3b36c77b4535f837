// A handout as a Word document that can be edited: each line a paragraph of a named style, the contents a field which Word
// brings up to date, upright lines where they are wanted.
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import type { HandoutLine } from '../../../src-core/study/handout-lines';
import {
  coreXml,
  documentXml,
  footerXml,
  packageParts,
  styleIds,
  stylesXml,
  type DocxPage,
} from './docx-xml';

export type DocxOptions = DocxPage & {
  /** Stand before and behind a page's number; null for pages without numbers. */
  readonly pageWords: readonly [before: string, after: string] | null;
  /** ISO 8601 instant at which it is made. */
  readonly made: string;
};

/** Gives the file's bytes. */
export async function handoutDocx(lines: readonly HandoutLine[], options: DocxOptions): Promise<Uint8Array> {
  const title = lines.find(({ role }) => role === 'title')?.text ?? '';
  const { pageWords } = options;
  const parts = {
    ...packageParts,
    'word/document.xml': documentXml(paragraphs(lines), options),
    'word/styles.xml': stylesXml(options),
    'word/footer1.xml': footerXml(pageWords === null ? null : [escape(pageWords[0]), escape(pageWords[1])]),
    'docProps/core.xml': coreXml(escape(title), options.made),
  };
  const zip = new ZipFile();
  const mtime = new Date(options.made);
  for (const [name, text] of Object.entries(parts)) zip.addBuffer(Buffer.from(text), name, { mtime });
  zip.end();
  return buffer(zip.outputStream);
}

function paragraphs(lines: readonly HandoutLine[]): string {
  const bookmarks = new Map<string, number>();
  return lines
    .map((line, index) => {
      const isContents = isContentsEntry(line);
      const opens = isContents && !isContentsEntry(lines[index - 1]);
      const closes = isContents && !isContentsEntry(lines[index + 1]);
      return `<w:p><w:pPr><w:pStyle w:val="${styleIds[line.role]}"/></w:pPr>${opens ? contentsBegin : ''}${content(line, bookmarks)}${closes ? contentsEnd : ''}</w:p>`;
    })
    .join('');
}

/** A field (17.16.18) that lists the headings of two levels; what stands in it now is replaced when Word updates it. */
const contentsBegin =
  '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h \\z </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>';
const contentsEnd = '<w:r><w:fldChar w:fldCharType="end"/></w:r>';

function isContentsEntry(line: HandoutLine | undefined): boolean {
  return line?.role === 'entry' && line.anchor !== undefined;
}

function content({ role, text, anchor }: HandoutLine, bookmarks: Map<string, number>): string {
  const run = text === '' ? '' : `<w:r><w:t xml:space="preserve">${escape(text)}</w:t></w:r>`;
  if (anchor === undefined) return run;
  const name = anchor.replaceAll('-', '_');
  if (role === 'entry') return `<w:hyperlink w:anchor="${name}" w:history="1">${run}</w:hyperlink>`;
  const id = bookmarks.size;
  bookmarks.set(name, id);
  return `<w:bookmarkStart w:id="${id}" w:name="${name}"/>${run}<w:bookmarkEnd w:id="${id}"/>`;
}

/** Escapes text for XML 1.0, in which most control characters cannot stand at all. */
function escape(text: string): string {
  return text
    .replace(/\p{Cc}/gu, ' ')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
