import type { MiddlewareHandler } from 'hono';
import { chooseEncoding } from './choose-encoding.ts';
import { type Compression, compressStream, compressWhole } from './compress.ts';
import { isCompressible, minCompressedBytes } from './is-compressible.ts';

/** Statuses whose responses have no body, or a part of one that another encoding would make useless. */
const leftAlone: readonly number[] = [204, 206, 304];

/** A longer body is compressed as it comes, so that memory stays bounded whatever another server sends. */
const maxWholeBytes = 4 * 1024 * 1024;

function mayCompress({ status, headers }: Response): boolean {
  if (leftAlone.includes(status) || headers.has('Content-Encoding')) return false;
  const length = headers.get('Content-Length');
  return isCompressible(headers.get('Content-Type')) && (length === null || Number(length) >= minCompressedBytes);
}

function addVary(headers: Headers): void {
  const vary = headers.get('Vary') ?? '';
  if (!/(?:^|,)\s*(?:\*|accept-encoding)\s*(?:,|$)/i.test(vary)) headers.append('Vary', 'Accept-Encoding');
}

/** A response of the same status and headers with its body compressed; `isHead` leaves the body out. */
async function compressed(
  response: Response,
  { encoding, isHead }: { encoding: Compression; isHead: boolean },
): Promise<Response> {
  const headers = new Headers(response.headers);
  headers.set('Content-Encoding', encoding);
  headers.delete('Content-Length');
  const init = { status: response.status, headers };
  if (isHead) return new Response(null, init);
  if (Number(response.headers.get('Content-Length') ?? Infinity) > maxWholeBytes) {
    return new Response(response.body && compressStream(response.body, encoding), init);
  }
  const body = await compressWhole(new Uint8Array(await response.arrayBuffer()), { encoding });
  headers.set('Content-Length', String(body.byteLength));
  return new Response(body, init);
}

/**
 * Compresses responses for clients that accept it. A body that says its length, and is not too long, is compressed whole; any
 * other is a stream and stays one. What is compressed already is left as it is.
 */
export function compressResponse(): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const response = c.res;
    if (!mayCompress(response)) return;
    addVary(response.headers);
    const encoding = chooseEncoding(c.req.header('accept-encoding'));
    if (encoding === 'identity') return;
    const smaller = await compressed(response, { encoding, isHead: c.req.method === 'HEAD' });
    // Hono merges the headers of the response that it replaces, unless there is none.
    c.res = undefined;
    c.res = smaller;
  };
}
