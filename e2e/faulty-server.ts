import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';

/** One request on its way, and what can be done with it. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Lets the real server answer. */
  readonly pass: () => Promise<void>;
  /** What the real server answers, to this request or with parameters changed; to be sent on in another form. */
  readonly ask: (change?: (search: URLSearchParams) => void) => Promise<Response>;
}

/** What is done with a request instead of answering it. */
export type Fault = (exchange: Exchange) => void | Promise<void>;

/** A request as it came. */
export interface ReceivedRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly authorization: string | undefined;
  /** Whether the answer was an error, or did not arrive as a whole. */
  failed: boolean;
}

interface Order {
  readonly fault: Fault;
  readonly matches: (url: URL) => boolean;
  remaining: number;
}

const isDatasetList = (url: URL): boolean => url.pathname === '/v2/datasets';

/** A real server on a port of its own that fails when it is told to. */
export class FaultyServer {
  /** Every request so far, in order. */
  readonly requests: ReceivedRequest[] = [];
  /** Whether it was ever out of reach. */
  wasStopped = false;
  readonly #server;
  readonly #fetch;
  #orders: readonly Order[] = [];
  #port = 0;

  constructor(fetch: (request: Request) => Response | Promise<Response>) {
    this.#fetch = fetch;
    const listener = getRequestListener(fetch, { overrideGlobalObjects: false });
    this.#server = createServer((request, response) =>
      this.#answer(request, response, () => listener(request, response)),
    );
  }

  /** Its origin, such as `http://127.0.0.1:40123`. */
  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Listens: the first time on a free port, later on the same one. */
  async start(): Promise<void> {
    this.#server.listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
    // An address of TCP: `listen` was given a port.
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  /** Refuses connections, and cuts those that there are. */
  async stop(): Promise<void> {
    this.wasStopped = true;
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  /** Makes the next `times` requests for the list of datasets (or those that `matches`) fail; what is told last goes first. */
  fail(fault: Fault, options: { times?: number; matches?: (url: URL) => boolean } = {}): void {
    const { times = Number.POSITIVE_INFINITY, matches = isDatasetList } = options;
    this.#orders = [{ fault, matches, remaining: times }, ...this.#orders];
  }

  /** Works again as it should. */
  heal(): void {
    this.#orders = [];
  }

  /** The requests for the list of datasets so far, as path and query. */
  get listRequests(): readonly string[] {
    return this.requests.filter(({ path }) => isDatasetList(new URL(path, this.url))).map(({ path }) => path);
  }

  /** Whether a request of this address was answered with an error, or not as a whole. */
  hasFailed(address: string): boolean {
    return this.requests.some((request) => request.failed && this.url + request.path === address);
  }

  async #answer(request: IncomingMessage, response: ServerResponse, listen: () => Promise<void>): Promise<void> {
    const url = new URL(this.url + (request.url ?? '/'));
    const received: ReceivedRequest = {
      method: request.method ?? 'GET',
      path: url.pathname + url.search,
      authorization: request.headers.authorization,
      failed: false,
    };
    this.requests.push(received);
    response.once('close', () => {
      received.failed = response.statusCode >= 400 || !response.writableFinished;
    });
    const order = this.#orders.find(({ matches, remaining }) => remaining > 0 && matches(url));
    // A preflight is the browser's own question, not the page's.
    if (!order || request.method === 'OPTIONS') return await listen();
    order.remaining -= 1;
    await order.fault({ request, response, pass: listen, ask: (change) => this.#ask(request, url, change) });
  }

  async #ask(
    request: IncomingMessage,
    url: URL,
    change: (search: URLSearchParams) => void = () => {},
  ): Promise<Response> {
    const asked = new URL(url);
    change(asked.searchParams);
    const { host = '', authorization } = request.headers;
    const headers = { host, ...(authorization === undefined ? {} : { authorization }) };
    return await this.#fetch(new Request(asked, { headers }));
  }
}
