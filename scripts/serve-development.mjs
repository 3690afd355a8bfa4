import { randomBytes } from 'node:crypto';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createViteServer } from 'vite';
import { createDevelopmentPage } from './development-page.mjs';
import { root } from './project.mjs';

/** @typedef {typeof import('../src/server/command/open-service.ts')} OpenService */
/** @typedef {import('../src/server/command/read-serve-options.ts').ServeOptions} ServeOptions */

/**
 * Serves the dashboard with hot reload and the API, in this process and on one port, until Ctrl-C. The server's own code is
 * loaded anew, and its database opened anew, by the first request after a change.
 * @param {readonly string[]} argv the flags of the command
 */
export async function serveDevelopment(argv) {
  // Vite waits here for the connections of its client; the ports that are really open hand them on.
  const hub = createHttpServer();
  const nonce = randomBytes(16).toString('base64');
  const vite = await createViteServer({
    root,
    appType: 'custom',
    html: { cspNonce: nonce },
    server: {
      middlewareMode: true,
      hmr: { server: hub },
      watch: { ignored: ['**/.setlist/**', '**/dist/**', '**/test-results/**'] },
    },
  });
  try {
    await serve({ argv, vite, hub, nonce });
  } finally {
    await vite.close();
  }
}

/**
 * @param {{
 *   argv: readonly string[],
 *   vite: import('vite').ViteDevServer,
 *   hub: import('node:http').Server,
 *   nonce: string,
 * }} options
 */
async function serve({ argv, vite, hub, nonce }) {
  const { addressOf, createRequestListener, helpText, listen, readCommand, untilSignal } = await loadCommand(vite);
  const command = readCommand(argv, process.env);
  if (command.kind === 'help') return console.log(helpText());
  if (command.kind !== 'serve')
    throw new Error('npm run dev serves, and nothing else: "npx setlist" has the other commands.');
  const listener = await listen(command.options);
  const ended = untilSignal(process.env);
  const page = createDevelopmentPage(vite, nonce);
  const services = keepService({ vite, options: command.options, dashboardFolder: page.folder });
  try {
    const { description } = await services.current(await page.write());
    const answer = createRequestListener(async (/** @type {Request} */ request) => {
      try {
        const service = await services.current(await page.write());
        return page.withPolicy(await service.fetch(request));
      } catch (error) {
        console.error(error);
        return new Response(`The server's code does not run: ${error}\n`, { status: 500 });
      }
    });
    for (const server of listener.servers) {
      server.on('upgrade', (/** @type {unknown[]} */ ...connection) => hub.emit('upgrade', ...connection));
    }
    listener.serve((/** @type {any} */ request, /** @type {any} */ response) => {
      // Vite must not see the API's requests: it would let pages of other local servers read the answers.
      if (request.url?.startsWith('/v2')) answer(request, response);
      else vite.middlewares(request, response, () => answer(request, response));
    });
    console.log(description);
    console.log(`Setlist is at ${addressOf(command.options.host, listener.port)}`);
    await ended;
  } finally {
    await listener.close(0);
    await services.close();
    page.remove();
  }
}

/**
 * Keeps a service open that was made by the newest code, for the newest page.
 * @param {{ vite: import('vite').ViteDevServer, options: ServeOptions, dashboardFolder: string }} options
 */
function keepService({ vite, options, dashboardFolder }) {
  /** @type {{ openService: unknown, html: string, service: import('../src/server/command/open-service.ts').Service } | undefined} */
  let kept;
  /** @type {Promise<unknown>} */
  let turn = Promise.resolve();
  const close = async () => {
    await kept?.service.close();
    kept = undefined;
  };
  const renew = async (/** @type {string} */ html) => {
    const { openService } = /** @type {OpenService} */ (
      await vite.ssrLoadModule('/src/server/command/open-service.ts')
    );
    if (kept?.openService !== openService || kept.html !== html) {
      await close();
      const service = await openService(options, { publicUrl: options.publicUrl, dashboardFolder });
      kept = { openService, html, service };
    }
    return kept.service;
  };
  return {
    /**
     * One at a time: a database is closed before it is opened again.
     * @param {string} html
     */
    current(html) {
      const next = turn.then(() => renew(html));
      turn = next.catch(() => undefined);
      return next;
    },
    async close() {
      await turn;
      await close();
    },
  };
}

/**
 * What the command and this one share: loaded once, as they hold the port.
 * @param {import('vite').ViteDevServer} vite
 */
async function loadCommand(vite) {
  const load = (/** @type {string} */ name) => vite.ssrLoadModule(`/src/server/${name}.ts`);
  /** @type {typeof import('../src/server/command/address.ts')} */
  const { addressOf } = /** @type {any} */ (await load('command/address'));
  /** @type {typeof import('../src/server/http/create-request-listener.ts')} */
  const { createRequestListener } = /** @type {any} */ (await load('http/create-request-listener'));
  /** @type {typeof import('../src/server/command/help-text.ts')} */
  const { helpText } = /** @type {any} */ (await load('command/help-text'));
  /** @type {typeof import('../src/server/command/listen.ts')} */
  const { listen } = /** @type {any} */ (await load('command/listen'));
  /** @type {typeof import('../src/server/command/read-command.ts')} */
  const { readCommand } = /** @type {any} */ (await load('command/read-command'));
  /** @type {typeof import('../src/server/command/until-signal.ts')} */
  const { untilSignal } = /** @type {any} */ (await load('command/until-signal'));
  return { addressOf, createRequestListener, helpText, listen, readCommand, untilSignal };
}
