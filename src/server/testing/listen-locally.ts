import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRequestListener } from '../http/create-request-listener.ts';

export interface LocalServer {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string;
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Listens on a free port of 127.0.0.1 and answers with `fetch`. */
export function listenLocally(fetch: (request: Request) => Response | Promise<Response>): Promise<LocalServer> {
  const server = createServer({ requireHostHeader: false }, createRequestListener(fetch));
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      // A server that listens on a host and a port, not on a pipe, has an address of this form.
      const { port } = server.address() as AddressInfo;
      resolve({ url: `http://127.0.0.1:${port}`, port, close });
    });
  });
}
