// The launch picture 启动页样: what a window showed when it was closed, kept as live text, so that the next start shows the
// paper before the reader has been loaded. It is a tree of elements without any behaviour. It comes back from the disk, and
// is read by hand and distrustfully: this runs before everything else, and nothing but these elements, attributes and forms
// of values is ever put into the page; words become text and nothing else.
import type { IssueId } from '../publication/issue';
import { areFaces, type PictureFace } from './picture-faces';

/** An element with its attributes and what is in it; a string is text. */
export type PictureElement = readonly [
  tag: string,
  attributes: Readonly<Record<string, string>>,
  ...content: PictureNode[],
];
export type PictureNode = string | PictureElement;

export type LaunchPicture = {
  /** Of the issue that is shown. */
  readonly issueId: IssueId;
  /** The size of the page in CSS pixels, and how many pixels of the display one of them is. */
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
  /** Attributes of the document's own element. */
  readonly theme: string;
  readonly language: string;
  readonly rootStyle: string;
  /** How far each scroller stands from its beginning, in CSS pixels, in their order. */
  readonly scrolled: readonly (readonly [left: number, top: number])[];
  readonly faces: readonly PictureFace[];
  readonly shown: PictureElement;
};

/** More is not kept: a sheet of a broadsheet on a large display takes a third of it. */
export const pictureLimits = { characters: 1_500_000, nodes: 40_000, depth: 60, scrollers: 4 } as const;

/** The elements a picture may be made of: those which the window is drawn with, and none that loads or runs anything. */
const tags: ReadonlySet<string> = new Set([
  ...['div', 'span', 'p', 'h1', 'h2', 'h3', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'hr', 'br', 'blockquote'],
  ...[
    'header',
    'footer',
    'nav',
    'main',
    'aside',
    'section',
    'article',
    'table',
    'thead',
    'tbody',
    'tr',
    'td',
  ],
  ...[
    'th',
    'form',
    'fieldset',
    'legend',
    'label',
    'button',
    'input',
    'textarea',
    'select',
    'option',
    'output',
  ],
  ...['em', 'strong', 'b', 'i', 'u', 's', 'small', 'code', 'kbd', 'mark', 'ruby', 'rt', 'a'],
]);
export const drawnTags: ReadonlySet<string> = new Set([
  ...['svg', 'g', 'path', 'circle', 'ellipse', 'rect', 'line', 'polyline', 'polygon'],
]);

/** Attributes that the styles look at, and those of drawings. */
const attributes: ReadonlySet<string> = new Set([
  ...['class', 'style', 'lang', 'role', 'type', 'disabled', 'hidden', 'placeholder', 'data-state'],
  ...['aria-current', 'aria-selected', 'aria-checked', 'aria-pressed', 'aria-expanded', 'aria-disabled'],
  ...['viewBox', 'preserveAspectRatio', 'd', 'x', 'y', 'x1', 'x2', 'y1', 'y2', 'cx', 'cy', 'r', 'rx', 'ry'],
  ...['width', 'height', 'points', 'transform', 'fill', 'stroke', 'stroke-width', 'stroke-linecap'],
  ...['stroke-linejoin', 'stroke-dasharray', 'fill-rule', 'clip-rule'],
]);

/** Words that are shown; every other value has one of the forms below. */
const words: ReadonlySet<string> = new Set(['placeholder']);
/** Names, numbers and lists of them: no address can be written so. */
const plainValue = /^[\w\s.,#%()+-]*$/u;
/** Declarations of such values; the one function that could name an address is ruled out besides. */
const plainStyle = /^(?:\s*[a-z-]+\s*:[\w\s.,#%()+/*-]*;)*\s*$/u;
const address = /url|src|image|expression/iu;

/** Whether an attribute with this value may be part of a picture. */
export function mayStand(name: string, value: string): boolean {
  if (!attributes.has(name)) return false;
  if (words.has(name)) return value.length <= 200;
  return name === 'style' ? isPlainStyle(value) : plainValue.test(value);
}

/** Whether an element of this name may be part of a picture. */
export function mayBeShown(tag: string): boolean {
  return tags.has(tag) || drawnTags.has(tag);
}

/** Reads a picture; null where it is not one, or larger than pictures are. */
export function readPicture(text: string): LaunchPicture | null {
  if (text.length > pictureLimits.characters) return null;
  const read = parsed(text);
  if (!isObject(read)) return null;
  const { issueId, width, height, ratio, theme, language, rootStyle, scrolled, faces, shown } = read;
  const isWhole =
    isName(issueId) &&
    [width, height, ratio].every((length) => isLength(length) && length > 0) &&
    isName(theme) &&
    isName(language) &&
    typeof rootStyle === 'string' &&
    isPlainStyle(rootStyle) &&
    Array.isArray(scrolled) &&
    scrolled.length <= pictureLimits.scrollers &&
    scrolled.every((pair) => Array.isArray(pair) && pair.length === 2 && pair.every(isPosition)) &&
    areFaces(faces) &&
    Array.isArray(shown) &&
    isTree(shown);
  // All of it was looked at, one by one.
  return isWhole ? (read as LaunchPicture) : null;
}

/** Looks at every node; not by recursion, so that the depth is a limit and no accident. */
function isTree(root: unknown): boolean {
  const waiting: { readonly node: unknown; readonly depth: number }[] = [{ node: root, depth: 0 }];
  let nodes = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, depth } = next;
    if (++nodes > pictureLimits.nodes || depth > pictureLimits.depth) return false;
    if (typeof node === 'string' && depth > 0) continue;
    if (!Array.isArray(node)) return false;
    const [tag, given, ...content] = node as readonly unknown[];
    if (typeof tag !== 'string' || !mayBeShown(tag) || !isObject(given)) return false;
    if (!Object.entries(given).every(([name, value]) => typeof value === 'string' && mayStand(name, value)))
      return false;
    for (const inner of content) waiting.push({ node: inner, depth: depth + 1 });
  }
  return true;
}

function isPlainStyle(value: string): boolean {
  return plainStyle.test(value) && !address.test(value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && /^[\w-]{1,100}$/u.test(value);
}

function isPosition(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) < 1e8;
}

function isLength(value: unknown): value is number {
  return isPosition(value) && value < 100_000;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A file that was cut off: there is no picture.
    return null;
  }
}
