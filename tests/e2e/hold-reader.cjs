// Loaded before the application: the reader's own script is served only when a story says so. All else is as it is.
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
        const isReader = new URL(request.url).pathname.startsWith('/assets/main-');
        if (isReader) released.then(() => answer(response));
        else answer(response);
      }),
    );
});
