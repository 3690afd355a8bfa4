import { isIPv4 } from 'node:net';

/** The address of a server on `host` as a browser on this machine opens it. */
export function addressOf(host: string, port: number): string {
  const name = isUnspecified(host) || host === '127.0.0.1' ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

/** Whether listening on `host` means all addresses of the machine. */
export function isUnspecified(host: string): boolean {
  return host === '0.0.0.0' || /^[0:]+$/.test(host);
}

/** Whether a host to listen on can be reached from this machine alone. Any name but `localhost` may mean another address. */
export function isLoopback(host: string): boolean {
  return host.toLowerCase() === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));
}
