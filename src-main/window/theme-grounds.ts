// The colour behind everything in each theme. The window shows it before its style sheet has been read; a test holds it
// against that sheet.
import type { Theme } from '../../src-core/ipc/contract';

/** The ground of each theme as #rrggbb. */
export const themeGrounds: { readonly [T in Theme]: string } = {
  paper: '#e8e0ce',
  white: '#efefed',
  sepia: '#dac8a6',
  dark: '#12110f',
  contrast: '#000000',
};
