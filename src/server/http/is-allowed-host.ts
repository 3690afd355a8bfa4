const hostForm = /^([^:]+|\[[^\]]+\])(?::(\d{1,5}))?$/;
const localName = /^(?:[a-z0-9-]+\.)*localhost$/;
const loopbackAddress = /^127(?:\.(?:\d|[1-9]\d|1\d\d|2[0-4]\d|25[0-5])){3}$/;
const maxPort = 65_535;

function isLoopback(hostname: string): boolean {
  return localName.test(hostname) || loopbackAddress.test(hostname) || hostname === '[::1]';
}

/** Whether a `Host` is the public one: the scheme decides which port need not be written. */
function isHostOf(publicUrl: URL, host: string): boolean {
  const url = `${publicUrl.protocol}//${host}/`;
  return URL.canParse(url) && new URL(url).href === `${publicUrl.protocol}//${publicUrl.host}/`;
}

/**
 * Whether a request that names this `Host` is meant for us: a loopback name or address with any port, or that of the public
 * URL. Any other may be a page whose own name was made to resolve to this machine (DNS rebinding).
 */
export function isAllowedHost(host: string, publicUrl: URL | undefined): boolean {
  const [, hostname = '', port = '0'] = hostForm.exec(host.toLowerCase()) ?? [];
  // Not every such name can stand in a URL: `xn--a.localhost` cannot.
  if (hostname === '' || Number(port) > maxPort || !URL.canParse(`http://${host}/`)) return false;
  return isLoopback(hostname) || (publicUrl !== undefined && isHostOf(publicUrl, host));
}
