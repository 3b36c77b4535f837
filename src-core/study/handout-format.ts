// The forms in which a handout is written.

/** Every format, in the order in which they are offered. */
export const handoutFormats = ['pdf', 'docx', 'html', 'markdown', 'text'] as const;
export type HandoutFormat = (typeof handoutFormats)[number];

/** How the name of a file in each format ends. */
export const handoutExtensions = {
  pdf: 'pdf',
  docx: 'docx',
  html: 'html',
  markdown: 'md',
  text: 'txt',
} as const satisfies { readonly [F in HandoutFormat]: string };
