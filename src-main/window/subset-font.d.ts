// subset-font brings no types.
declare module 'subset-font' {
  /** Makes a font of the glyphs which a text needs, with their features. */
  function subsetFont(
    font: Buffer,
    text: string,
    options: { readonly targetFormat: 'truetype' },
  ): Promise<Buffer>;
  export = subsetFont;
}
