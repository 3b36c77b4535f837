// Builds the three bundles of the application, and the command line beside the main process.
// The targets are set by hand: the runtime used for development and tests may be older than the
// installed electron package, from which they would otherwise be derived.
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { latinAdvanceTable } from './src-main/fonts/latin-metrics';

/** Gives the window the measures of the bundled fonts as a constant: the very numbers paper is set with. */
const latinAdvances = {
  name: 'latin-advances',
  config: async () => {
    const table = await latinAdvanceTable(resolve('resources/fonts'));
    if (!table.ok) throw new Error(`The fonts cannot be measured: ${JSON.stringify(table.error)}`);
    return { define: { bundledLatinAdvances: JSON.stringify(table.value) } };
  },
};

/** Lets the page name the reader's own script, which is asked for by another one, so that it is on its way at once. */
const readerOnItsWay: Plugin = {
  name: 'reader-on-its-way',
  transformIndexHtml: {
    order: 'post',
    handler: (_page, { bundle = {} }) =>
      Object.values(bundle).flatMap((file) =>
        file.type === 'chunk' && file.facadeModuleId?.endsWith('src-renderer/main.tsx') === true
          ? [
              {
                tag: 'link',
                attrs: { rel: 'modulepreload', crossorigin: true, href: `./${file.fileName}` },
                injectTo: 'head' as const,
              },
            ]
          : [],
      ),
  },
};

export default defineConfig({
  main: {
    build: {
      target: 'node20',
      // In one file each, since every further file costs the start; what is only needed later stays apart.
      externalizeDeps: { exclude: ['zod', 'lowdb', 'chardet', 'iconv-lite', 'yauzl', 'yazl', 'crc-32'] },
      rollupOptions: {
        input: {
          index: resolve('src-main/index.ts'),
          cli: resolve('src-main/cli.ts'),
          // A process of its own, which reads what strangers wrote.
          reader: resolve('src-main/sources/reader-process.ts'),
          // A thread of its own, which sets and writes documents.
          exporter: resolve('src-main/export/pdf/export-worker.ts'),
          // Another, which sets them to be looked at, and paints their pages.
          previewer: resolve('src-main/export/preview/preview-thread.ts'),
        },
        // All of it is read at each start; names stay, so that a log says where.
        output: { minify: { compress: false, mangle: false, codegen: true } },
      },
    },
  },
  preload: {
    build: {
      target: 'node20',
      rollupOptions: {
        input: { index: resolve('src-main/preload/index.ts') },
        // A sandboxed preload must be one CommonJS file.
        output: { format: 'cjs', entryFileNames: 'index.cjs' },
      },
    },
  },
  renderer: {
    root: resolve('src-renderer'),
    plugins: [react(), latinAdvances, readerOnItsWay],
    // The page's address /fonts/ is answered from resources/fonts by the application itself: nothing to copy.
    publicDir: resolve('resources'),
    build: {
      copyPublicDir: false,
      target: 'chrome130',
      // The engine reads and compiles half as much.
      minify: true,
      outDir: resolve('out/renderer'),
      rollupOptions: { input: { index: resolve('src-renderer/index.html') } },
    },
  },
});
