// Serves the window's files under app://jianbao/. A scheme of our own, rather than file:, gives the pages an origin
// that the sender check can rely on, and keeps the rest of the disk out of their reach.
import { open } from 'node:fs/promises';
import { protocol, type ProtocolRequest, type ProtocolResponse, type Session } from 'electron';
import { appOrigin, appScheme, findAppFile, type AppFolders } from './app-files';
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

/**
 * Serves the folders in a session.
 * @param fontReader the one other origin that may load fonts; null for none
 * @param completePage gives the window's page as it is to be served
 * @param madeFace gives a font that lies at this path and is no file; null where there is none
 */
export function serveAppFiles(
  session: Session,
  folders: AppFolders,
  fontReader: string | null,
  completePage: (page: string) => string,
  madeFace: (path: string) => Uint8Array | null,
): void {
  const headers: Readonly<Record<string, string>> = {
    'Content-Security-Policy': contentSecurityPolicy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    ...(fontReader === null ? {} : { 'Access-Control-Allow-Origin': fontReader }),
  };
  const complete = (path: string, bytes: Buffer): Buffer =>
    path.endsWith('.html') ? Buffer.from(completePage(bytes.toString('utf8'))) : bytes;
  const respond = async ({ method, url }: ProtocolRequest): Promise<ProtocolResponse> => {
    const made =
      method === 'GET' && url.startsWith(`${appOrigin}/`) ? madeFace(url.slice(appOrigin.length)) : null;
    if (made !== null)
      return {
        statusCode: 200,
        headers: { ...headers, 'Content-Type': 'font/ttf' },
        data: Buffer.from(made),
      };
    const file = await findAppFile(method, url, folders);
    const [statusCode, contentType, body] =
      file === null
        ? [404, 'text/plain; charset=utf-8', Buffer.from('Not found')]
        : [200, file.contentType, complete(file.path, await readWhole(file.path))];
    return { statusCode, headers: { ...headers, 'Content-Type': contentType }, data: body };
  };
  // `handle`, which came in its place, answers with a Response: its first use loads all of Node's fetch, before the first
  // page can be on its way, and every font goes through a stream of the main thread.
  session.protocol.registerBufferProtocol(appScheme, (request, answer) => {
    respond(request).then(answer, () => answer({ error: unreadable }));
  });
}

/** The engine's number for a file that is there and cannot be read (net::ERR_FAILED). */
const unreadable = -2;

/** Reads a file in one step: fonts are large, and `readFile` goes back and forth for each half megabyte. */
async function readWhole(path: string): Promise<Buffer> {
  const handle = await open(path);
  try {
    const { size } = await handle.stat();
    const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(size), 0, size, 0);
    if (bytesRead !== size) throw new Error(`${path}: ${bytesRead} of ${size} bytes`);
    return buffer;
  } finally {
    await handle.close();
  }
}
