// The faces of a launch picture: of each bundled face only the characters that the picture shows, in files of their own, which
// are a tenth as large and there at once.

/** The bundled faces, each with the family and the weight by which the styles ask for its common characters. */
export const facesOfStyles = {
  song: { family: 'Jianbao Song Common', weight: 400 },
  'song-bold': { family: 'Jianbao Song Common', weight: 700 },
  kai: { family: 'Jianbao Kai Common', weight: 400 },
  hei: { family: 'Jianbao Hei Common', weight: 400 },
  'hei-bold': { family: 'Jianbao Hei Common', weight: 700 },
} as const;
export type PictureFaceName = keyof typeof facesOfStyles;

/** Every face that a picture can have a part of. */
export const pictureFaceNames = Object.keys(facesOfStyles) as readonly PictureFaceName[];

/** A face, with all characters that are shown in it. */
export type PictureFace = { readonly name: PictureFaceName; readonly characters: string };

/** A sheet of a broadsheet holds a third as many different ones. UTF-16 code units. */
export const mostFaceCharacters = 12_000;

/** The family that a picture asks for in place of one of the styles. */
export function pictureFamily(name: PictureFaceName): string {
  return facesOfStyles[name].family.replace('Common', 'Picture');
}

/** Where the page gets the file of a face. */
export function pictureFacePath(name: PictureFaceName): string {
  return `/launch/${name}.ttf`;
}

/** Whether a value that came from elsewhere is a list of faces, none of them twice. */
export function areFaces(value: unknown): value is readonly PictureFace[] {
  if (!Array.isArray(value) || value.length > pictureFaceNames.length) return false;
  const names = new Set(value.map((face: unknown) => (isFace(face) ? face.name : null)));
  return names.size === value.length && !names.has(null);
}

function isFace(value: unknown): value is PictureFace {
  if (typeof value !== 'object' || value === null) return false;
  const { name, characters }: Partial<Record<keyof PictureFace, unknown>> = value;
  return (
    typeof name === 'string' &&
    Object.hasOwn(facesOfStyles, name) &&
    typeof characters === 'string' &&
    characters.length <= mostFaceCharacters
  );
}
