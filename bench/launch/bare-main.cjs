// The least that can show a text: one window, one static page. What a launch is compared with.
const { app, BrowserWindow } = require('electron');

app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, show: false });
  window.once('ready-to-show', () => window.show());
  return window.loadFile(process.env.BARE_PAGE);
});
app.on('window-all-closed', () => app.quit());
