// Shuts a session off from everything but our own files: every permission is refused, asked or checked; every device
// too; every request that is not ours is cancelled, and where the engine connects without a request (WebRTC), it finds
// no address.
import { app, type Session } from 'electron';
import { appOrigin, appScheme } from './app-files';
import { developmentPolicy } from './content-security-policy';

/**
 * Makes every network name and address unknown to the browser engine; only before the
 * application is ready. Requests are cancelled by `guardSession`; this also stops connections that are none.
 */
export function refuseAddresses(serverUrl: string | null): void {
  const exception = serverUrl === null ? '' : `, EXCLUDE ${new URL(serverUrl).hostname}`;
  app.commandLine.appendSwitch('host-resolver-rules', `MAP * ~NOTFOUND${exception}`);
}

/** Guards a session. `serverUrl` is Vite's server in development, the one exception; null otherwise. */
export function guardSession(session: Session, serverUrl: string | null): void {
  refusePermissions(session);
  refuseNetwork(session, serverUrl);
  // The spelling checker would fetch dictionaries from the network.
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerLanguages([]);
  session.on('will-download', (event) => event.preventDefault());
}

function refusePermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('select-hid-device', (event, _details, callback) => {
    event.preventDefault();
    callback(null);
  });
  session.on('select-serial-port', (event, _ports, _contents, callback) => {
    event.preventDefault();
    callback('');
  });
  session.on('select-usb-device', (event, _details, callback) => {
    event.preventDefault();
    callback();
  });
}

function refuseNetwork(session: Session, serverUrl: string | null): void {
  const schemes = new Set([`${appScheme}:`, 'data:', 'devtools:']);
  const server = serverUrl === null ? null : new URL(serverUrl).host;
  session.webRequest.onBeforeRequest((details, callback) => {
    const url = URL.canParse(details.url) ? new URL(details.url) : null;
    if (url !== null && url.host === server && url.pathname.startsWith('/fonts/')) {
      // Vite's server has no fonts; the pages name them as if they came from the same place.
      callback({ redirectURL: `${appOrigin}${url.pathname}` });
      return;
    }
    callback({ cancel: url === null || !(schemes.has(url.protocol) || url.host === server) });
  });
  if (serverUrl === null) return;
  const policy = developmentPolicy(serverUrl, appOrigin);
  session.webRequest.onHeadersReceived((details, callback) => {
    callback({ responseHeaders: { ...details.responseHeaders, 'Content-Security-Policy': [policy] } });
  });
}
