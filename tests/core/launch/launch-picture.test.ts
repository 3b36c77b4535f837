import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  mayBeShown,
  mayStand,
  pictureLimits,
  readPicture,
  type PictureNode,
} from '../../../src-core/launch/launch-picture';

const shown = [
  'div',
  { class: 'window' },
  ['span', { class: 'line', style: 'inset-block-start: 12.5px; font-size: 18px;' }, '春耕第一天 <b>'],
  ['svg', { viewBox: '0 0 24 24' }, ['path', { d: 'M3 5h18M3 12.5 h-1e2' }]],
];
const picture = {
  issueId: 'b38b39bf-3f2a',
  width: 1280,
  height: 773,
  ratio: 1.25,
  theme: 'dark',
  language: 'zh-CN',
  rootStyle: '--mark-custom: #a4dcd5; --stroke-custom: #1b7166;',
  scrolled: [[-120.5, 0]],
  faces: [
    { name: 'song', characters: '春耕' },
    { name: 'hei-bold', characters: '' },
  ],
  shown,
};
const textOf = (changes: object): string => JSON.stringify({ ...picture, ...changes });

describe('a launch picture', () => {
  it('is read back as it was', () => {
    expect(readPicture(textOf({}))).toEqual(picture);
  });

  it('is none where the file was cut off, or holds something else', () => {
    for (const text of ['', 'null', '[]', '{}', textOf({}).slice(0, -20), textOf({ issueId: '../x' })])
      expect(readPicture(text)).toBeNull();
    for (const changes of [{ width: 0 }, { ratio: Infinity }, { scrolled: [[1]] }, { shown: 'text' }])
      expect(readPicture(textOf(changes))).toBeNull();
  });

  it('is none where its faces are not faces, or one is there twice', () => {
    const [face] = picture.faces;
    for (const faces of [
      undefined,
      {},
      [null],
      [{ name: 'own', characters: '' }],
      [{ name: 'song' }],
      [face, face],
    ])
      expect(readPicture(textOf({ faces }))).toBeNull();
    expect(readPicture(textOf({ faces: [{ ...face, characters: '字'.repeat(20_000) }] }))).toBeNull();
    expect(readPicture(textOf({ faces: [{ ...face, name: 'constructor' }] }))).toBeNull();
  });

  it('has no element that loads or runs anything', () => {
    for (const tag of ['script', 'img', 'iframe', 'link', 'style', 'object', 'use', 'foreignObject', 'DIV'])
      expect(readPicture(textOf({ shown: ['div', {}, [tag, {}]] }))).toBeNull();
  });

  it('has no attribute but those that styles and drawings need, and no address in any', () => {
    const refused = [
      ['onclick', 'x'],
      ['href', 'x'],
      ['src', 'x'],
      ['id', 'root'],
      ['class', 'a:b'],
      ['style', 'background: url(app)'],
      ['style', 'background: u\\72l(app)'],
      ['style', 'background: image-set(app)'],
      ['style', '} body { color: red'],
      ['fill', "url('#a')"],
    ] as const;
    for (const [name, value] of refused)
      expect(readPicture(textOf({ shown: ['div', { [name]: value }] })), `${name} ${value}`).toBeNull();
    expect(readPicture(textOf({ rootStyle: '--x: url(app);' }))).toBeNull();
  });

  it('is no larger and no deeper than pictures are', () => {
    let deep: unknown = ['div', {}];
    for (let depth = 0; depth < pictureLimits.depth + 1; depth++) deep = ['div', {}, deep];
    expect(readPicture(textOf({ shown: deep }))).toBeNull();
    const many = ['div', {}, ...Array.from({ length: pictureLimits.nodes }, () => '字')];
    expect(readPicture(textOf({ shown: many }))).toBeNull();
    expect(readPicture(textOf({ shown: ['p', {}, '字'.repeat(pictureLimits.characters)] }))).toBeNull();
  });

  it('never holds what may not be shown, whatever the file holds', () => {
    const node = fc.letrec((tie) => ({
      node: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.string(),
        fc.tuple(
          fc.constantFrom('div', 'span', 'svg', 'script', 'img'),
          fc.dictionary(fc.constantFrom('class', 'style', 'onload', 'src', 'd'), fc.string()),
          tie('node'),
        ),
        fc.anything(),
      ),
    })).node;
    fc.assert(
      fc.property(node, (tree) => {
        const read = readPicture(textOf({ shown: tree }));
        if (read !== null) expect(mayAllBeShown(read.shown)).toBe(true);
      }),
    );
  });
});

function mayAllBeShown(node: PictureNode): boolean {
  if (typeof node === 'string') return true;
  const [tag, attributes, ...content] = node;
  return (
    mayBeShown(tag) &&
    Object.entries(attributes).every(([name, value]) => mayStand(name, value)) &&
    content.every(mayAllBeShown)
  );
}
