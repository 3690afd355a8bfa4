import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { type Plugin, runnerImport } from 'vite';
import type { ServerInfo } from '../src/contract/server-info.ts';
import { inBrowserOf } from './in-browser-of.ts';

const appFolder = join(import.meta.dirname, '..', 'src', 'app');

/**
 * Puts the page without its rows into index.html, hidden: `src/app/datasets/first-picture` shows it as soon as there are rows for
 * it, and React takes it over as it stands. A page hosted as plain files is another matter: who uses it is not known before React.
 */
export function pageInHtml(): Plugin {
  return {
    name: 'page-in-html',
    apply: (_config, { command }) => command === 'build' && !process.env.SETLIST_API_URL,
    transformIndexHtml: {
      order: 'post',
      async handler(html) {
        const [page, samplePage] = [await prerender('database'), await prerender('sample')];
        const source = /<span class="source".*?(?=<span class="grow">)/s.exec(samplePage)?.[0];
        const root = `<div id="root" hidden aria-hidden="true">${page}</div>\n    <template id="sample-source">${source}</template>`;
        return html.replace('<div id="root"></div>', () => root);
      },
    },
  };
}

/** The page as a server of that kind shows it. Each in modules of its own: what they have found out about their server they keep. */
async function prerender(kind: ServerInfo['kind']): Promise<string> {
  const { module } = await runnerImport<{ prerender: () => string }>(join(appFolder, 'prerender.tsx'), {
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    define: { __API_URL__: '""' },
  });
  // Texts must not be empty: then there would be no place for others.
  const info: ServerInfo = { kind, label: '–', user: { id: '', username: '–' } };
  return withoutStyles(inBrowserOf(info, module.prerender));
}

/** The page's policy lets no markup bring styles: who shows it sets them. */
function withoutStyles(markup: string): string {
  return markup.replaceAll(' style="', ' data-style="');
}
