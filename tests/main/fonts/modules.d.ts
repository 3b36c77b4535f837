declare module 'subset-font' {
  // As the package itself exports it.
  // eslint-disable-next-line no-restricted-syntax
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: { readonly targetFormat: 'truetype' },
  ): Promise<Uint8Array>;
}

declare module '*/join-font.mjs' {
  export function joinFont(
    slices: readonly Uint8Array[],
    names: Readonly<Record<'family' | 'postScriptName' | 'copyright' | 'version' | 'licence', string>>,
    isWanted?: (codePoint: number) => boolean,
  ): Uint8Array;
}
