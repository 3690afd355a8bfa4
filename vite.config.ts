import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

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
  plugins: [react(), tailwindcss(), pageForStaticHosts()],
  define: { __API_URL__: JSON.stringify(process.env.SETLIST_API_URL ?? '') },
  build: {
    outDir: 'dist/app',
    emptyOutDir: true,
    target: 'es2023',
    license: { fileName: 'licenses.md' },
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // What the first page needs is one file: cut by which later part shares it, it would be a dozen that compress worse.
      output: { codeSplitting: { groups: [{ name: 'page', tags: ['$initial'] }] } },
    },
  },
});
