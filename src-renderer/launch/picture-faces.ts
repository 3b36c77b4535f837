// The faces of the launch picture in the window: which characters are shown in which, and their own small files.
import {
  facesOfStyles,
  pictureFaceNames,
  pictureFacePath,
  pictureFamily,
  type PictureFace,
  type PictureFaceName,
} from '../../src-core/launch/picture-faces';

/** What styles may add to any text: figures, letters and the usual marks. */
const always = `${String.fromCodePoint(...Array.from({ length: 95 }, (_, at) => 0x20 + at))}·—…‘’“”、。《》「」『』【】（），：；！？　`;

/**
 * The characters by which FreeType's automatic hinting takes the measure of a Chinese face (its blue zones and its standard
 * width): a part of the face without them would be drawn a little otherwise than the whole.
 */
const measured =
  '他们你到和地对就席我时会来能舰说这齐军同已愿既星是景民照现理用置要那配里雷露面顾个为人以大有主些因它想意生看着者自过还进道田囗';

/** Gathers the characters which are shown in each of the bundled faces that this window has loaded. */
export function faceGatherer(): {
  readonly see: (text: Text) => void;
  readonly faces: () => readonly PictureFace[];
} {
  const loaded = pictureFaceNames.filter(isLoaded);
  const gathered = new Map<PictureFaceName, Set<string>>();
  return {
    see: (text) => {
      if (text.parentElement === null) return;
      const { fontFamily, fontWeight } = getComputedStyle(text.parentElement);
      const isBold = Number(fontWeight) >= 600;
      for (const name of loaded) {
        const { family, weight } = facesOfStyles[name];
        // A family of one weight has every text.
        const isAskedFor = fontFamily.includes(family) && (name === 'kai' || isBold === (weight === 700));
        if (!isAskedFor) continue;
        const characters = gathered.get(name) ?? new Set(always + measured);
        gathered.set(name, characters);
        for (const character of text.data) characters.add(character);
      }
    },
    faces: () =>
      [...gathered].map(([name, characters]) => ({ name, characters: [...characters].sort().join('') })),
  };
}

function isLoaded(name: PictureFaceName): boolean {
  return faceOfStyles(name)?.status === 'loaded';
}

function faceOfStyles(name: PictureFaceName): FontFace | undefined {
  const { family, weight } = facesOfStyles[name];
  return [...document.fonts].find(
    (face) => face.family.replaceAll('"', '') === family && face.weight === String(weight),
  );
}

const shown: FontFace[] = [];

/** Loads the files of the picture's faces; resolved when all are there or have failed, which leaves text to the whole ones. */
export async function loadPictureFaces(faces: readonly PictureFace[]): Promise<void> {
  for (const { name } of faces) {
    const model = faceOfStyles(name);
    if (model === undefined) continue;
    // Its lines stand where those of the whole one do.
    const { weight, display, ascentOverride, descentOverride, lineGapOverride } = model;
    const metrics = { ascentOverride, descentOverride, lineGapOverride };
    const source = `url(${pictureFacePath(name)})`;
    const face = new FontFace(pictureFamily(name), source, { weight, display, ...metrics });
    document.fonts.add(face);
    shown.push(face);
  }
  await Promise.allSettled(shown.map((face) => face.load()));
}

/** Begins to load the whole faces behind the picture's: the reader will ask for them. */
export function beginWholeFaces(faces: readonly PictureFace[]): void {
  for (const { name } of faces) {
    const { family, weight } = facesOfStyles[name];
    // Whoever needs a face that cannot be loaded is told where he asks for it.
    document.fonts.load(`${weight} 16px '${family}'`).catch(() => undefined);
  }
}

/** Forgets the picture's faces. */
export function dropPictureFaces(): void {
  for (const face of shown.splice(0)) document.fonts.delete(face);
}
