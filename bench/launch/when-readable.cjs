// Loaded into an Electron application before its own code: prints when its first page can be read, and when the reader behind
// it is alive, and quits. What looks into the page stands beside it, so that what is measured is the application as it is.
const { join } = require('node:path');
const { app, ipcMain, session } = require('electron');

app.whenReady().then(() => session.defaultSession.setPreloads([join(__dirname, 'in-page.cjs')]));

const times = new Map();
for (const what of ['readable', 'alive']) {
  ipcMain.on(`bench:${what}`, (_event, time) => {
    times.set(what, time);
    if (times.size < 2) return;
    process.stdout.write(`readable ${times.get('readable')}\nalive ${times.get('alive')}\n`);
    app.quit();
  });
}
