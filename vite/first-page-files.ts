import { join } from 'node:path';
import type { Plugin } from 'vite';

const appFolder = join(import.meta.dirname, '..', 'src', 'app');
const entry = join(appFolder, 'main.ts');
const evaluateReact = join(appFolder, 'evaluate-react.ts');
const page = join(appFolder, 'draw-page.tsx');

/** What only later parts use of a package that the page needs too: to the bundler its list of modules needs them all. */
const laterModules = /\/(?:useMutation|mutationObserver)\.js$/;

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

/** The files of the first page beside the entry, which has all that the first picture needs. */
const laterFiles = ['react', 'page'] as const;

/**
 * Which of them a module is in. The parts that are loaded later share modules with the first page, of which the bundler would make a
 * dozen small files.
 */
export function fileOf(id: string, modules: Modules): 'index' | (typeof laterFiles)[number] | 'later' | null {
  // The bundler's own helpers are needed wherever anything is.
  if (id.includes('rolldown/runtime') || neededBy(entry, modules).has(id)) return 'index';
  if (neededBy(evaluateReact, modules).has(id)) return 'react';
  if (neededBy(page, modules).has(id) && !laterModules.test(id)) return 'page';
  // One file: the names of a dozen would be a part of the first page.
  return id.endsWith('.css') ? 'later' : null;
}

/** Names what the entry imports later, so that it can have it fetched all at once: see `fetchLaterFiles`. */
export function nameLaterFiles(): Plugin {
  return {
    name: 'name-later-files',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const files = Object.values(bundle).filter(({ name }) =>
          [...laterFiles, 'rolldown-runtime'].some((later) => later === name),
        );
        return files.map(({ fileName }) => ({
          tag: 'link',
          attrs: { 'data-later': true, crossorigin: true, href: `/${fileName}` },
          injectTo: 'head' as const,
        }));
      },
    },
  };
}
