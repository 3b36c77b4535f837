// Loaded into an Electron application before its own code: prints when its first page shows lines of text, and quits. The
// page is asked from outside, so that what is measured is the application as it is.
const { app } = require('electron');

/** Runs in the page: waits for a line, for its fonts, and for the frame that shows both. */
const whenReadable = `new Promise((resolve) => {
  const look = () => {
    if (document.querySelector('.line') === null) return false;
    document.fonts.ready.then(() =>
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(Date.now()))));
    return true;
  };
  if (look()) return;
  const observer = new MutationObserver(() => { if (look()) observer.disconnect(); });
  observer.observe(document, { childList: true, subtree: true });
})`;

let isAsked = false;
app.on('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', async () => {
    if (isAsked) return;
    isAsked = true;
    const time = await contents.executeJavaScript(whenReadable);
    process.stdout.write(`readable ${time}\n`);
    app.quit();
  });
});
