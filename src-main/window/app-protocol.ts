// Serves the window's files under app://jianbao/. A scheme of our own, rather than file:, gives the pages an origin
// that the sender check can rely on, and keeps the rest of the disk out of their reach.
import { readFile } from 'node:fs/promises';
import { protocol, type Session } from 'electron';
import { appScheme, findAppFile, type AppFolders } from './app-files';
import { contentSecurityPolicy } from './content-security-policy';

/** Makes the scheme known to the browser engine; only before the application is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true, codeCache: true },
    },
  ]);
}

/** Serves the folders in a session. `fontReader` is the one other origin that may load fonts; null for none. */
export function serveAppFiles(session: Session, folders: AppFolders, fontReader: string | null): void {
  session.protocol.handle(appScheme, async (request) => {
    const file = await findAppFile(request.method, request.url, folders);
    const headers: Record<string, string> = {
      'Content-Security-Policy': contentSecurityPolicy,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Opener-Policy': 'same-origin',
      ...(fontReader === null ? {} : { 'Access-Control-Allow-Origin': fontReader }),
    };
    if (file === null) {
      return new Response('Not found', {
        status: 404,
        headers: { ...headers, 'Content-Type': 'text/plain; charset=utf-8' },
      });
    }
    return new Response(await readFile(file.path), {
      headers: { ...headers, 'Content-Type': file.contentType },
    });
  });
}
