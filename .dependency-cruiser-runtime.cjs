// What is loaded at run time: imports of types, which TypeScript erases, are not followed here, so that a rule
// can ask where the imports that remain lead in the end.
const { options } = require('./.dependency-cruiser.cjs');

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'window-loads-no-schemas',
      comment: 'Schemas are checked in the main process; the library for them stays out of the window.',
      severity: 'error',
      from: { path: '^src-renderer/' },
      to: { path: 'node_modules/zod/', reachable: true },
    },
  ],
  options: { ...options, tsPreCompilationDeps: false },
};
