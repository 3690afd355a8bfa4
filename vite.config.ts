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

/** What is asked of the bundler about a module. */
interface ModuleGraph {
  readonly getModuleInfo: (id: string) => { readonly isEntry: boolean; readonly importers: readonly string[] } | null;
}

/** Whether the first page needs a module: whether imports that are not lazy lead to it from the entry. */
function isOfFirstPage(id: string, graph: ModuleGraph, seen = new Set<string>()): boolean {
  if (seen.has(id)) return false;
  seen.add(id);
  const info = graph.getModuleInfo(id);
  if (info === null) return false;
  return info.isEntry || info.importers.some((importer) => isOfFirstPage(importer, graph, seen));
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
      output: {
        codeSplitting: {
          // In one file it is smaller than cut up by which lazy part needs which piece of it too.
          groups: [{ name: (id, graph) => (isOfFirstPage(id, graph) ? 'first-page' : null) }],
        },
      },
    },
  },
});
