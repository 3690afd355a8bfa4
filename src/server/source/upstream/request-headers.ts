import { acceptedEncodings } from './accepted-encodings.ts';
import { hopByHop } from './hop-by-hop.ts';

/**
 * What says who the caller is and where it came from, which the upstream has no use for, and what could make it take the
 * request for another one. `Expect` is answered by this server, `Authorization` is set anew.
 */
const ownedHere =
  /^(?:authorization|cookie2?|host|origin|referer|forwarded|x-forwarded-.*|x-real-ip|x-original-.*|x-rewrite-.*|sec-.*|access-control-.*|expect|via)$/;

/**
 * The headers of a request on its way to the upstream. `authorization` is the only credential that goes along.
 * `Content-Length` goes only with a body: a length without one would swallow the next request of the connection.
 */
export function requestHeaders(
  received: Headers,
  options: { readonly authorization: string | undefined; readonly hasBody: boolean },
): Record<string, string> {
  const endsHere = hopByHop(received.get('connection'));
  const sent: Record<string, string> = {};
  for (const [name, value] of received) {
    if (!endsHere(name) && !ownedHere.test(name)) sent[name] = value;
  }
  if (!options.hasBody) delete sent['content-length'];
  if (options.authorization !== undefined) sent.authorization = options.authorization;
  sent['accept-encoding'] = acceptedEncodings(received.get('accept-encoding'));
  return sent;
}
