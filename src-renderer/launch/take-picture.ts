// Takes the launch picture as the window closes: what it will show when it opens again, and nothing that passes. What is not
// there after a start, such as a selection, an open dialog or a list that was narrowed down, is not in the picture, or there is
// no picture at all.
import {
  mayBeShown,
  mayStand,
  pictureLimits,
  type LaunchPicture,
  type PictureElement,
  type PictureNode,
} from '../../src-core/launch/launch-picture';
import { noFilter } from '../annotations/filter-marks';
import { useDesk } from '../state/desk';
import { useFind } from '../state/find';
import { useMarkList } from '../state/mark-list';
import { useNotices } from '../state/notices';
import { isSameValue } from '../state/same-value';
import { useSettings } from '../state/settings';
import { useStudy } from '../state/study';
import { faceGatherer } from './picture-faces';

/** Gives the window's picture as JSON; null where the next start will show something else. */
export function takePicture(): string | null {
  const frame = document.querySelector('.window');
  const { issue } = useDesk.getState();
  if (frame === null || issue === null || !isAsAfterStart()) return null;
  const gatherer = faceGatherer();
  const shown = elementOf(frame, { width: innerWidth, height: innerHeight, see: gatherer.see });
  if (shown === null) return null;
  const root = document.documentElement;
  const picture: LaunchPicture = {
    issueId: issue.issueId,
    width: innerWidth,
    height: innerHeight,
    ratio: devicePixelRatio,
    theme: root.dataset['theme'] ?? '',
    language: root.lang,
    rootStyle: root.style.cssText,
    scrolled: [...frame.querySelectorAll('.scroller')].map((scroller) => [
      scroller.scrollLeft,
      scroller.scrollTop,
    ]),
    faces: gatherer.faces(),
    shown,
  };
  const text = JSON.stringify(picture);
  return text.length > pictureLimits.characters ? null : text;
}

/** Whether the window shows what it shows after a start: the paper, its bar and its panels. */
function isAsAfterStart(): boolean {
  const { status, outgoing } = useDesk.getState();
  const { face, filter, order, hiddenAuthors, chosen } = useMarkList.getState();
  return (
    status === 'open' &&
    outgoing.letters.length === 0 &&
    // An installed face is there only once it has been asked for.
    useSettings.getState().settings.textFace !== 'own' &&
    useNotices.getState().notices.length === 0 &&
    !useStudy.getState().isOpen &&
    !useFind.getState().isOpen &&
    face === 'marks' &&
    isSameValue(filter, noFilter) &&
    order === 'place' &&
    hiddenAuthors.size === 0 &&
    chosen.size === 0 &&
    // Of a long list only what is in sight is there.
    (document.querySelector('.mark-list')?.scrollTop ?? 0) === 0 &&
    // The shelf is shown from its beginning.
    (document.querySelector('.issue-list')?.scrollTop ?? 0) === 0 &&
    document.querySelector('.type-area .line') !== null
  );
}

/** What comes and goes with the reader's doings, or is not to be seen. */
const passing = [
  ...['.selection-bar', '.mark-card-place', '.note-leaf', '.floating', '.caret', '.selected', '.found'],
  ...['.heard', '.flash', '.article-target', '.unseen', '[role="dialog"]', 'script'],
].join(',');
const passingClasses = new Set(['is-active', 'is-dragged', 'is-current']);

/** Many and small, and each by itself: those that are out of sight are left out. */
const severally = '.line, .mark-layer > *, .rule, .title-line, .note-sign';

type View = {
  readonly width: number;
  readonly height: number;
  /** Is told of each text that is shown. */
  readonly see: (text: Text) => void;
};

function elementOf(element: Element, view: View): PictureElement | null {
  const tag = element.localName;
  if (!mayBeShown(tag) || element.matches(passing)) return null;
  if (element.matches(severally) ? !isSeen(element, view) : isBelow(element, view)) return null;
  const content = [...element.childNodes].flatMap((node): PictureNode[] => {
    if (node instanceof Text) {
      view.see(node);
      return [node.data];
    }
    const inner = node instanceof Element ? elementOf(node, view) : null;
    return inner === null ? [] : [inner];
  });
  return [tag, attributesOf(element), ...content];
}

function attributesOf(element: Element): Record<string, string> {
  const kept = [...element.attributes]
    .map(({ name, value }): [string, string] => [name, name === 'class' ? withoutPassing(value) : value])
    .filter(([name, value]) => mayStand(name, value));
  return Object.fromEntries(kept);
}

function withoutPassing(classes: string): string {
  return classes
    .split(' ')
    .filter((name) => !passingClasses.has(name))
    .join(' ');
}

/** Type and marks reach a little out of their boxes. */
const reach = 40;

function isSeen(element: Element, { width, height }: View): boolean {
  const box = element.getBoundingClientRect();
  return box.right > -reach && box.bottom > -reach && box.left < width + reach && box.top < height + reach;
}

/** What follows below the window in a long list moves nothing that is in sight. */
function isBelow(element: Element, { height }: View): boolean {
  return element.localName === 'li' && element.getBoundingClientRect().top > height;
}
