/**
 * Headers that are not passed on: those that say who the caller is and where it came from, and those that could make the upstream take
 * the request for another one. `Expect` is answered by this server, `Authorization` is set anew.
 */
const callersOwn =
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
    if (!endsHere(name) && !callersOwn.test(name)) sent[name] = value;
  }
  if (!options.hasBody) delete sent['content-length'];
  if (options.authorization !== undefined) sent.authorization = options.authorization;
  sent['accept-encoding'] = acceptedEncodings(received.get('accept-encoding'));
  return sent;
}

const readable = /^(?:gzip|deflate|br|identity)$/i;

/**
 * What to ask the upstream for: of the encodings that the caller accepts those that `checkedBody` can read, in the caller's
 * words, and plain bytes when that leaves none.
 */
function acceptedEncodings(acceptEncoding: string | null): string {
  const wanted = (acceptEncoding ?? '').split(',').map((one) => one.trim());
  return wanted.filter((one) => readable.test(one.split(';')[0]?.trim() ?? '')).join(', ') || 'identity';
}

/**
 * Headers that are not passed back, because they would set something in the browser for this server's origin: cookies, other origins'
 * rights, policies, where to go next, a password prompt. This server sets its own.
 */
const originsOwn =
  /^(?:set-cookie2?|access-control-.*|content-security-policy(?:-report-only)?|cross-origin-.*|origin-agent-cluster|permissions-policy|referrer-policy|x-frame-options|x-content-type-options|x-xss-protection|x-dns-prefetch-control|x-permitted-cross-domain-policies|strict-transport-security|public-key-pins.*|expect-ct|clear-site-data|refresh|alt-svc|nel|report-to|reporting-endpoints|service-worker-allowed|sourcemap|x-sourcemap|timing-allow-origin|location|via)$/;

/** Only this scheme of `WWW-Authenticate` is passed back: for others a browser asks its user for a password. */
const bearerOnly = /^bearer\b[^,]*$/i;

/**
 * The headers of an answer on its way to the caller. `Location` is left to `passedLocation`. A header that holds
 * `serverToken`, the token that this server adds, stays here.
 */
export function responseHeaders(rawHeaders: readonly string[], serverToken: string | undefined): Headers {
  const received = new Headers();
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) received.append(rawHeaders[i] ?? '', rawHeaders[i + 1] ?? '');
  const endsHere = hopByHop(received.get('connection'));
  const passed = new Headers();
  for (const [name, value] of received) {
    if (name === 'www-authenticate' && !bearerOnly.test(value)) continue;
    const leaks = serverToken !== undefined && value.includes(serverToken);
    if (!leaks && !endsHere(name) && !originsOwn.test(name)) passed.append(name, value);
  }
  return passed;
}

/** RFC 9110, 7.6.1: headers that are about one connection, beside those that `Connection` names. */
const always = /^(?:connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|http2-settings)$/;

/** A test for the names, in lower case, of the headers that end at this hop. `connection` is that header's value. */
function hopByHop(connection: string | null): (name: string) => boolean {
  const named = new Set((connection ?? '').split(',').map((name) => name.trim().toLowerCase()));
  return (name) => always.test(name) || named.has(name);
}
