// Shows the launch picture, before anything of the reader is there. It is nobody's to press, to hear or to find: under it the
// reader is drawn, and has every stroke and every press as soon as it listens.
import { drawnTags, type LaunchPicture, type PictureNode } from '../../src-core/launch/launch-picture';
import { createRest } from '../state/rest';
import { dropPictureFaces } from './picture-faces';
import { pictureId, takePictureData, type ReadPicture } from './picture-page';

/** The picture that is shown; null once it has been taken away, or where there was none. */
let shown: { readonly picture: LaunchPicture; readonly element: HTMLElement } | null = null;

/** After so many milliseconds a picture has stood for long enough, whatever the reader is waiting for. */
const standing = createRest(10_000);

/** Gives the window's picture where it is of this display. */
export function readyPicture(): ReadPicture | null {
  const data = takePictureData();
  return data === null || data.picture.ratio !== devicePixelRatio ? null : data;
}

/** Shows the picture where it fits the window. Gives whether it does. */
export function showPicture({ picture, isFilling }: ReadPicture): boolean {
  if (!isFilling && !fits(picture)) return false;
  const root = document.documentElement;
  root.dataset['theme'] = picture.theme;
  root.lang = picture.language;
  root.style.cssText = picture.rootStyle;
  const element = document.createElement('div');
  element.id = pictureId;
  element.ariaHidden = 'true';
  element.inert = true;
  element.style.inlineSize = `${picture.width}px`;
  element.style.blockSize = `${picture.height}px`;
  element.append(drawn(picture.shown));
  document.body.append(element);
  shown = { picture, element };
  const scrollers = element.querySelectorAll('.scroller');
  picture.scrolled.forEach(([left, top], at) => scrollers[at]?.scrollTo(left, top));
  window.addEventListener('resize', isFilling ? endUnfittingSoon : endUnfitting);
  standing.then(endPicture);
  return true;
}

/** The picture that stands before the reader now; null where there is none. */
export function standingPicture(): LaunchPicture | null {
  return shown?.picture ?? null;
}

/** Takes the picture away. */
export function endPicture(): void {
  standing.cancel();
  settling.cancel();
  window.removeEventListener('resize', endUnfitting);
  window.removeEventListener('resize', endUnfittingSoon);
  shown?.element.remove();
  shown = null;
  dropPictureFaces();
}

function endUnfitting(): void {
  if (shown !== null && !fits(shown.picture)) endPicture();
}

/** A window that is to fill its display has another size before; it has its own within so many milliseconds. */
const settling = createRest(200);

function endUnfittingSoon(): void {
  settling.then(endUnfitting);
}

/** The menu bar may stand over the page only a little later, in CSS pixels. */
const menuHeight = 64;

function fits({ width, height }: LaunchPicture): boolean {
  // A window that is not on the display yet may be without a size.
  if (innerWidth === 0) return true;
  return innerWidth === width && Math.abs(innerHeight - height) <= menuHeight;
}

const drawingSpace = 'http://www.w3.org/2000/svg';

function drawn(node: PictureNode): Node {
  if (typeof node === 'string') return document.createTextNode(node);
  const [tag, attributes, ...content] = node;
  const element = drawnTags.has(tag)
    ? document.createElementNS(drawingSpace, tag)
    : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    // A page may not be given styles as attributes; the script gives them.
    if (name === 'style') element.style.cssText = value;
    else element.setAttribute(name, value);
  }
  element.append(...content.map(drawn));
  return element;
}
