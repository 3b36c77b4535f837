// What a page may load and run: our own files and nothing else. The policy goes out as a header with every file of
// ours. The tests hold it against what a page can do rather than against its text.

const directives: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'object-src': "'none'",
  'frame-src': "'none'",
  'worker-src': "'none'",
  'manifest-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
};

/** The policy of the pages that ship. */
export const contentSecurityPolicy = toHeader(directives);

/**
 * The policy of pages from Vite's server in development: inline scripts and styles, which its refresh puts into the
 * page, its web socket, and the fonts, which still come from `appOrigin`.
 */
export function developmentPolicy(serverUrl: string, appOrigin: string): string {
  return toHeader({
    ...directives,
    'script-src': "'self' 'unsafe-inline'",
    'style-src': "'self' 'unsafe-inline'",
    'font-src': `'self' ${appOrigin}`,
    'connect-src': `'self' ${serverUrl.replace(/^http/, 'ws')}`,
  });
}

function toHeader(policy: Readonly<Record<string, string>>): string {
  return Object.entries(policy)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}
