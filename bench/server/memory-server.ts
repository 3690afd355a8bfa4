import type { RequestListener } from 'node:http';
import * as v from 'valibot';
import { listen } from '../../src/server/command/listen.ts';
import { createRequestListener } from '../../src/server/http/create-request-listener.ts';
import { createShell } from '../../src/server/http/create-shell.ts';
import { jsonResponse } from '../../src/server/http/json-response.ts';

/**
 * What stands between the rows and the wire: `app` is the server's own stack, with all its guards and headers, `node` nothing
 * but `node:http`.
 */
const stacks = ['app', 'node'] as const;
export type Stack = (typeof stacks)[number];

const argsSchema = v.tuple([v.picklist(stacks), v.pipe(v.string(), v.url())]);

/**
 * The floor of the server: reads one page from `url`, keeps its rows as objects and answers every request by serialising
 * them. Prints its address, runs until it is ended. Takes the stack and the URL.
 */
export async function serveFromMemory(args: readonly string[]): Promise<void> {
  const [stack, url] = v.parse(argsSchema, args);
  const page: unknown = await (await fetch(url)).json();
  const listener = await listen({ port: 0, host: '127.0.0.1' });
  listener.serve(listenerOf[stack](() => JSON.stringify(page)));
  console.log(`http://127.0.0.1:${listener.port}`);
}

const listenerOf: Readonly<Record<Stack, (page: () => string) => RequestListener>> = {
  app(page) {
    const shell = createShell({ api: () => jsonResponse(page()) });
    return createRequestListener(shell.fetch);
  },
  node: (page) => (_request, response) => {
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    response.end(page());
  },
};
