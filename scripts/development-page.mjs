import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';

const contentSecurityPolicy = 'Content-Security-Policy';

/**
 * The dashboard's page for `npm run dev`: index.html as Vite changes it, in a folder of its own, from which the server takes
 * it as it takes the built one.
 *
 * Vite's client writes `<style>` elements, has one inline script, and listens on a web socket. So the policy of this page
 * differs from the real one in two things: scripts and styles may also carry a nonce, which stays the same while the command
 * runs, and connections may also go to web sockets.
 * @param {import('vite').ViteDevServer} vite
 * @param {string} nonce
 */
export function createDevelopmentPage(vite, nonce) {
  const folder = join(root, 'node_modules', '.setlist', `page-${process.pid}`);
  const path = join(folder, 'index.html');
  let written = '';
  mkdirSync(folder, { recursive: true });
  return {
    folder,

    /** Brings the page up to date, and returns it. */
    async write() {
      const source = readFileSync(join(root, 'index.html'), 'utf8');
      const html = await vite.transformIndexHtml('/index.html', source);
      if (html !== written) writeFileSync(path, html);
      written = html;
      return html;
    },

    /** @param {Response} response */
    withPolicy(response) {
      const policy = response.headers.get(contentSecurityPolicy);
      if (policy === null) return response;
      const changed = policy
        .replace(/(script-src|style-src) 'self'/g, `$1 'self' 'nonce-${nonce}'`)
        .replace("connect-src 'self'", "connect-src 'self' ws:");
      response.headers.set(contentSecurityPolicy, changed);
      return response;
    },

    remove() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
