// Keeps every page where it was put: it cannot go elsewhere, open windows, hold foreign pages or reach devices.
import type { WebContents } from 'electron';

/** Guards a page. `allows` says which addresses it may go to by itself; none outside development. */
export function guardContents(contents: WebContents, allows: (url: string) => boolean): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-frame-navigate', (details) => {
    if (!allows(details.url)) details.preventDefault();
  });
  contents.on('will-redirect', (details) => {
    if (!allows(details.url)) details.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('select-bluetooth-device', (event, _devices, callback) => {
    event.preventDefault();
    callback('');
  });
  // Together with `refuseAddresses`: WebRTC opens connections that are no requests.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
