import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { minifySync, type Plugin } from 'vite';

const path = 'src/app/shell/early-theme.js';
const hashChars = 8;

/**
 * Gives the script that runs before the first paint a name that changes with it, as the bundler does to modules: a browser that has it
 * need not ask the server for it again. It stays a script of its own, since a module would wait for the page to be parsed.
 */
export function earlyScript(): Plugin {
  const source = minifySync(path, readFileSync(join(import.meta.dirname, '..', path), 'utf8')).code;
  const hash = createHash('sha256').update(source).digest('hex').slice(0, hashChars);
  const fileName = `assets/early-theme-${hash}.js`;
  return {
    name: 'early-script',
    apply: 'build',
    buildStart() {
      this.emitFile({ type: 'asset', fileName, source });
    },
    transformIndexHtml(html) {
      if (!html.includes(`/${path}`)) throw new Error(`index.html does not name ${path}.`);
      return html.replace(`/${path}`, `/${fileName}`);
    },
  };
}
