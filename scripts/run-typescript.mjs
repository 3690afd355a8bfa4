import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { root } from './project.mjs';

/** Inside node_modules, so that the bundle finds the packages that it imports. */
const bundleFolder = join(root, 'node_modules', '.setlist');

/**
 * Bundles a TypeScript program for Node and returns the path of the bundle; packages stay outside of it.
 * @param {string} entry relative to the project's folder
 */
async function bundleTypeScript(entry) {
  const outDir = join(bundleFolder, entry.replaceAll(/[^a-z0-9]+/gi, '-'));
  const name = basename(entry).replace(/\.ts$/, '.mjs');
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      ssr: entry,
      outDir,
      emptyOutDir: true,
      target: 'node20',
      sourcemap: 'inline',
      rolldownOptions: { output: { entryFileNames: name } },
    },
  });
  return join(outDir, name);
}

/**
 * Runs a TypeScript program in this process.
 * @param {string} entry relative to the project's folder
 */
export async function runTypeScript(entry) {
  await import(pathToFileURL(await bundleTypeScript(entry)).href);
}
