import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

const tag = /<(script|link)\b[^>]*>/g;
const loadedLink = /\brel="?(?:stylesheet|modulepreload)\b/;
const address = /\b(?:src|href)="([^"]+)"/;
/** `import … from "./a.js"`, `export … from "./a.js"` and `import "./a.js"`, as the bundler writes them; not `import("./a.js")`. */
const staticImport = /\b(?:from|import)\s*["'](\.{1,2}\/[^"']+)["']/g;

/**
 * The scripts and styles that the first page needs: those that `index.html` names, and what these import statically.
 * @param {string} folder of the built dashboard
 * @returns {string[]} paths relative to the folder
 */
export function firstPageFiles(folder) {
  const found = new Set(namedByPage(readFileSync(join(folder, 'index.html'), 'utf8')));
  for (const path of found) {
    if (path.endsWith('.js')) for (const imported of importedBy(folder, path)) found.add(imported);
  }
  return [...found];
}

/** @param {string} html */
function namedByPage(html) {
  return [...html.matchAll(tag)]
    .filter(([text, name]) => name === 'script' || loadedLink.test(text))
    .flatMap(([text]) => address.exec(text)?.[1] ?? [])
    .map((path) => path.replace(/^\.?\//, ''));
}

/**
 * @param {string} folder
 * @param {string} path of a script
 */
function importedBy(folder, path) {
  const script = readFileSync(join(folder, path), 'utf8');
  return [...script.matchAll(staticImport)]
    .map(([, specifier]) => posix.join(posix.dirname(path), specifier ?? ''))
    .filter((imported) => existsSync(join(folder, imported)));
}
