// Loaded before the application: the reader's own script and the whole fonts are served only when a story says so. All else
// is as it is.
const { app, session } = require('electron');

let release;
const released = new Promise((resolve) => (release = resolve));
globalThis.releaseReader = release;

app.whenReady().then(() => {
  const { protocol } = session.defaultSession;
  const register = protocol.registerBufferProtocol.bind(protocol);
  protocol.registerBufferProtocol = (scheme, respond) =>
    register(scheme, (request, answer) =>
      respond(request, (response) => {
        const isHeld = /^\/(?:assets\/main-|fonts\/)/u.test(new URL(request.url).pathname);
        if (isHeld) released.then(() => answer(response));
        else answer(response);
      }),
    );
});
