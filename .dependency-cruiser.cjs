// The house and its rooms as rules: src-renderer → src-core ← src-main. Each rule has a folder in
// tests/boundaries/fixtures that breaks it, and a test that it is caught. "Windowless" is what the command line
// and plain-Node tests also run.

/** Pure libraries which the domain may use, in every process. */
const pureLibraries = 'node_modules/(zod|crc-32|opencc-js)/';
const windowless =
  '^src-main/(application|command-line|library|sources|study|export|fonts)/|^src-main/cli\\.ts$';
const electronRooms = '^src-main/(window|ipc|preload)/|^src-main/(index|start)\\.ts$';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'core-knows-no-process',
      comment: 'src-core is the domain; main and renderer use it, never the other way, not even for types.',
      severity: 'error',
      from: { path: '^src-core/' },
      to: { path: '^src-(main|renderer)/' },
    },
    {
      name: 'core-uses-no-node',
      comment: 'src-core also runs in the window: no file system, no process, no crypto.',
      severity: 'error',
      from: { path: '^src-core/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'core-uses-pure-libraries-only',
      comment:
        'No Electron, React, storage or PDF library in src-core; a new pure library is added here by name.',
      severity: 'error',
      from: { path: '^src-core/' },
      to: { path: 'node_modules/', pathNot: pureLibraries },
    },
    {
      name: 'main-knows-no-renderer',
      comment: 'Main and renderer meet only in src-core/ipc.',
      severity: 'error',
      from: { path: '^src-main/' },
      to: { path: '^src-renderer/' },
    },
    {
      name: 'renderer-knows-no-main',
      comment: 'Main and renderer meet only in src-core/ipc.',
      severity: 'error',
      from: { path: '^src-renderer/' },
      to: { path: '^src-main/' },
    },
    {
      name: 'renderer-uses-no-node',
      comment: 'The window has no Node; what it needs it asks for over the bridge.',
      severity: 'error',
      from: { path: '^src-renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'renderer-imports-contract-as-types',
      comment: 'The schemas of the contract stay in the main process; the window needs only their types.',
      severity: 'error',
      from: { path: '^src-renderer/' },
      to: { path: '^src-core/ipc/contract\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'preload-imports-types-only',
      comment: 'A sandboxed preload is one small file: nothing but Electron is loaded into it.',
      severity: 'error',
      from: { path: '^src-main/preload/' },
      to: { pathNot: 'node_modules/electron/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'electron-only-at-the-edge',
      comment: 'Only the composition root, windows, the IPC adapter and the preload know Electron.',
      severity: 'error',
      from: { pathNot: electronRooms },
      to: { path: 'node_modules/electron/' },
    },
    {
      name: 'windowless-reaches-no-electron',
      comment:
        'The application and the command line run on plain Node; no path of imports leads them to Electron.',
      severity: 'error',
      from: { path: windowless },
      to: { path: 'node_modules/electron/', reachable: true },
    },
    {
      name: 'lowdb-only-in-library',
      comment: 'One room owns the library on disk.',
      severity: 'error',
      from: { pathNot: '^src-main/library/' },
      to: { path: 'node_modules/lowdb/' },
    },
    {
      name: 'pdfkit-only-in-pdf',
      comment: 'One room writes PDF.',
      severity: 'error',
      from: { pathNot: '^src-main/export/pdf/' },
      to: { path: 'node_modules/(@types/)?pdfkit/' },
    },
    {
      name: 'fontkit-only-where-metrics-are-read',
      comment: 'Font files are opened for their metrics, and by the PDF writer.',
      severity: 'error',
      from: { pathNot: '^src-main/(export/pdf|fonts)/' },
      to: { path: 'node_modules/(@types/)?fontkit/' },
    },
    {
      name: 'no-circular',
      comment:
        'Two files that need each other to run are one idea cut in the wrong place; types alone may meet.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      comment: 'A file nobody uses, and that uses nobody, is dead.',
      severity: 'error',
      from: { orphan: true, pathNot: '\\.d\\.ts$' },
      to: {},
    },
    {
      name: 'no-unresolvable',
      comment: 'Every import leads somewhere; a rule cannot judge one that does not.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-development-packages',
      comment: 'What ships uses only what ships; Electron itself is the runtime.',
      severity: 'error',
      from: { path: '^src-' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: ['type-only'],
        pathNot: ['node_modules/electron/', 'node_modules/@types/'],
      },
    },
    {
      name: 'no-tests-in-the-application',
      comment: 'The application imports no test, script or build file.',
      severity: 'error',
      from: { path: '^src-' },
      to: {
        pathNot: ['^src-(core|main|renderer)/', 'node_modules/', '^resources/'],
        dependencyTypesNot: ['core'],
        couldNotResolve: false,
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Imports that TypeScript erases are followed too, and marked 'type-only'.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'default'],
      extensions: ['.ts', '.tsx', '.d.ts', '.mjs', '.js', '.json', '.css'],
      mainFields: ['types', 'typings', 'module', 'main'],
    },
  },
};
