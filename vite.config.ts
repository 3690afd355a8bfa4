import { join } from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { earlyScript } from './vite/early-script.ts';

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

const entry = join(import.meta.dirname, 'src', 'app', 'main.tsx');

/** What only later parts use of a package that the page needs too: to the bundler its list of modules needs them all. */
const laterModules = /\/(?:useMutation|mutationObserver)\.js$/;

/** What the bundler tells of its modules. */
interface Modules {
  readonly getModuleInfo: (id: string) => { readonly importedIds: readonly string[] } | null;
}

/**
 * Which file a module is in: all that the page is first drawn with is one. The parts that are loaded later share modules with it, of
 * which the bundler would make dozens of small files.
 */
function fileOf(id: string, modules: Modules): string | null {
  // The bundler's own helpers are needed wherever anything is.
  if (id.includes('rolldown/runtime') || (neededBy(entry, modules).has(id) && !laterModules.test(id))) return 'index';
  // One file: the names of a dozen would be a part of the first page.
  return id.endsWith('.css') ? 'later' : null;
}

/** All modules that one needs to be evaluated, itself among them. */
function neededBy(id: string, modules: Modules): ReadonlySet<string> {
  const ids = new Set([id]);
  for (const one of ids) for (const imported of modules.getModuleInfo(one)?.importedIds ?? []) ids.add(imported);
  return ids;
}

/** The dashboard's build: `dist/app`. `SETLIST_API_URL` names an API at another origin for a build hosted as plain files. */
export default defineConfig({
  plugins: [react(), tailwindcss({ optimize: false }), earlyScript(), pageForStaticHosts()],
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
