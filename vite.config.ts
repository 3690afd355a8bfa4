import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { earlyScript } from './vite/early-script.ts';
import { fileOf, nameLaterFiles } from './vite/first-page-files.ts';
import { pageInHtml } from './vite/page-in-html.ts';

/**
 * The page under the names that static hosts look for when a path is no file of theirs, so that a reload of `/datasets` finds it:
 * a folder's page, and GitHub Pages' (and others') page for what is missing.
 */
function pageForStaticHosts(): Plugin {
  return {
    name: 'page-for-static-hosts',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const page = bundle['index.html'];
      if (page?.type !== 'asset') return;
      for (const fileName of ['datasets/index.html', '404.html']) {
        this.emitFile({ type: 'asset', fileName, source: page.source });
      }
    },
  };
}

/** The dashboard's build: `dist/app`. `SETLIST_API_URL` names an API at another origin for a build hosted as plain files. */
export default defineConfig({
  plugins: [
    react(),
    tailwindcss({ optimize: false }),
    nameLaterFiles(),
    earlyScript(),
    pageInHtml(),
    pageForStaticHosts(),
  ],
  // What it stands in for, React has had since version 18.
  resolve: { alias: { 'use-sync-external-store/shim/with-selector': 'use-sync-external-store/with-selector' } },
  define: { __API_URL__: JSON.stringify(process.env.SETLIST_API_URL ?? '') },
  build: {
    outDir: 'dist/app',
    emptyOutDir: true,
    target: 'es2023',
    // `light-dark()` and `oklch()` as they are: browsers have them since May 2024.
    cssTarget: ['chrome123', 'firefox128', 'safari17.5'],
    license: { fileName: 'licenses.md' },
    // What is loaded later needs little more than what is there by then.
    modulePreload: false,
    rolldownOptions: {
      output: {
        // The page names all of its parts, and no compressor makes a hash shorter.
        chunkFileNames: 'assets/[name]-[hash:6].js',
        codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: fileOf }] },
      },
    },
  },
});
