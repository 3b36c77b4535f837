// Loaded before the application, which is ready only when Playwright has connected and calls `__playwright_run`. A window
// that opens while Playwright is looking for windows may be lost to it, and then the start never ends.
const { app } = require('electron');

const ready = app.whenReady();
let begin;
const begun = new Promise((resolve) => (begin = resolve));
globalThis.__playwright_run = begin;

app.whenReady = () => begun.then(() => ready);
