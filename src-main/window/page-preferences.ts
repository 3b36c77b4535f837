// What a page of ours may do: as little as the engine allows. Values that are also the engine's defaults are stated, so
// that a changed default changes nothing here.
export const pagePreferences = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  spellcheck: false,
  disableBlinkFeatures: 'Auxclick',
  // Our own pages are compiled once and kept, and not only when they were opened often.
  v8CacheOptions: 'bypassHeatCheck',
} as const;
