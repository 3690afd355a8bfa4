import type { DatasetListItem } from '../src/contract/dataset.ts';
import type { DatasetPage } from '../src/contract/dataset-page.ts';
import type { Exchange, Fault, FaultyServer } from './faulty-server.ts';

/** An error of the API (CONTRACT: `{"error":{"type","message"}}`). */
export function apiError(
  status: number,
  error: { readonly type: string; readonly message: string },
  headers: Readonly<Record<string, string>> = {},
): Fault {
  return ({ response }) => {
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify({ error }));
  };
}

/** 429 as the public API answers it; `retryAfterS` adds the header that it does not send. */
export function tooManyRequests(options: { readonly retryAfterS?: number } = {}): Fault {
  const { retryAfterS } = options;
  const message = 'You have exceeded the rate limit of 60 requests per second.';
  const headers = retryAfterS === undefined ? {} : { 'Retry-After': String(retryAfterS) };
  return apiError(429, { type: 'rate-limit-exceeded', message }, headers);
}

/** What a proxy answers when there is nobody behind it. */
export function htmlPage(status: number): Fault {
  return ({ response }) => {
    const html = `<!doctype html><title>${status}</title><h1>Something went wrong</h1><script>alert(1)</script>`;
    response.writeHead(status, { 'Content-Type': 'text/html' }).end(html);
  };
}

/** A text that says it is JSON and is not. */
export const notJson: Fault = ({ response }) => {
  response.writeHead(200, { 'Content-Type': 'application/json' }).end('All is well!');
};

/** The first half of the answer, and then the connection is cut. */
export const truncated: Fault = async ({ response, ask }) => {
  const text = await (await ask()).text();
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) });
  response.write(text.slice(0, text.length / 2), () => response.destroy());
};

/** Half of the answer as if it were all of it. */
export const halved: Fault = async ({ response, ask }) => {
  const text = await (await ask()).text();
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(text.slice(0, text.length / 2));
};

/** The connection is cut before a byte of the answer. */
export const cutOff: Fault = ({ response }) => {
  response.destroy();
};

/** The real answer, changed: `total` and the items may become anything. */
export function rewritten(change: (page: DatasetPage) => unknown): Fault {
  return async (exchange) => sendPage(exchange, change(await askPage(exchange)));
}

/** A server that knows less about its items than ours: `without` names what it leaves out. */
export function itemsWithout(...without: readonly (keyof DatasetListItem)[]): Fault {
  return rewritten((page) => ({
    ...page,
    items: page.items.map((item) =>
      Object.fromEntries(Object.entries(item).filter(([key]) => !without.some((one) => one === key))),
    ),
  }));
}

/** A server that never gives more than `rows` rows, and says so in `limit`. */
export function cappedAt(rows: number): Fault {
  return async (exchange) => {
    const page = await askPage(exchange, (search) => {
      search.set('limit', String(Math.min(rows, Number(search.get('limit') || 1000))));
    });
    sendPage(exchange, page);
  };
}

/** A server that never gives more than `rows` rows, and echoes the `limit` that it was asked for all the same. */
export function silentlyCappedAt(rows: number): Fault {
  return rewritten((page) => {
    const items = page.items.slice(0, rows);
    return { ...page, count: items.length, items };
  });
}

/** A server whose answers wait until they are let go. */
export class Hold {
  #release: () => void = () => {};
  /** How many requests are waiting, or have waited. */
  count = 0;
  readonly #released = new Promise<void>((resolve) => {
    this.#release = resolve;
  });

  readonly fault: Fault = async ({ response, pass }) => {
    this.count += 1;
    await this.#released;
    if (!response.destroyed) await pass();
  };

  release(): void {
    this.#release();
  }
}

/** Keeps the collection from being loaded, whose requests name no limit: pages come from the API alone. */
export function holdCollection(server: FaultyServer): void {
  server.fail(new Hold().fault, {
    matches: ({ pathname, searchParams }) =>
      pathname === '/v2/datasets' && !searchParams.has('limit') && !searchParams.has('name'),
  });
}

async function askPage({ ask }: Exchange, change?: (search: URLSearchParams) => void): Promise<DatasetPage> {
  // Our own server's answer to its own list, which its tests hold to the contract.
  const { data } = (await (await ask(change)).json()) as { data: DatasetPage };
  return data;
}

function sendPage({ response }: Exchange, data: unknown): void {
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ data }));
}
