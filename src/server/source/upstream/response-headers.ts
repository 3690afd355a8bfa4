import { hopByHop } from './hop-by-hop.ts';

/**
 * What would set something in the browser for this origin, which is ours: cookies, other origins' rights, policies, where to
 * go next, a password prompt. Ours stand.
 */
const ownedHere =
  /^(?:set-cookie2?|access-control-.*|content-security-policy(?:-report-only)?|cross-origin-.*|origin-agent-cluster|permissions-policy|referrer-policy|x-frame-options|x-content-type-options|x-xss-protection|x-dns-prefetch-control|x-permitted-cross-domain-policies|strict-transport-security|public-key-pins.*|expect-ct|clear-site-data|refresh|alt-svc|nel|report-to|reporting-endpoints|service-worker-allowed|sourcemap|x-sourcemap|timing-allow-origin|location|via)$/;

/** A browser asks its user for a password when it is asked for one of any other scheme. */
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
    if (!leaks && !endsHere(name) && !ownedHere.test(name)) passed.append(name, value);
  }
  return passed;
}
