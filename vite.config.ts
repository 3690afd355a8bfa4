import { join } from 'node:path';
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

const appFolder = join(import.meta.dirname, 'src', 'app');
const entry = join(appFolder, 'main.ts');
const evaluateReact = join(appFolder, 'evaluate-react.ts');
const page = join(appFolder, 'draw-page.tsx');

/** What the bundler tells of its modules. */
interface Modules {
  readonly getModuleInfo: (id: string) => { readonly importedIds: readonly string[] } | null;
}

/** All modules that one needs to be evaluated, itself among them. */
function neededBy(id: string, modules: Modules): ReadonlySet<string> {
  const ids = new Set([id]);
  for (const one of ids) for (const imported of modules.getModuleInfo(one)?.importedIds ?? []) ids.add(imported);
  return ids;
}

/**
 * The files of the first page: the entry with all that the first picture needs, React, and the page. The parts that are loaded
 * later share modules with it, of which the bundler would make a dozen small files.
 */
function fileOf(id: string, modules: Modules): string | null {
  if (neededBy(entry, modules).has(id)) return null;
  if (neededBy(evaluateReact, modules).has(id)) return 'react';
  return neededBy(page, modules).has(id) ? 'page' : null;
}

/** Has the browser fetch what the entry imports later as soon as it fetches the entry: it will be needed on every page. */
function fetchEarly(): Plugin {
  return {
    name: 'fetch-early',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle, chunk }) {
        const files = new Set(chunk?.dynamicImports);
        for (const file of files) {
          const later = bundle?.[file];
          if (later?.type === 'chunk') for (const imported of later.imports) files.add(imported);
        }
        files.delete(chunk?.fileName ?? '');
        return [...files].map((file) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` },
          injectTo: 'head' as const,
        }));
      },
    },
  };
}

/** The dashboard's build: `dist/app`. `SETLIST_API_URL` names an API at another origin for a build hosted as plain files. */
export default defineConfig({
  plugins: [react(), tailwindcss(), fetchEarly(), pageForStaticHosts()],
  define: { __API_URL__: JSON.stringify(process.env.SETLIST_API_URL ?? '') },
  build: {
    outDir: 'dist/app',
    emptyOutDir: true,
    target: 'es2023',
    license: { fileName: 'licenses.md' },
    // `fetchEarly` says what to fetch; what is loaded later needs little more than what is there.
    modulePreload: false,
    rolldownOptions: {
      output: { codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: fileOf }] } },
    },
  },
});
