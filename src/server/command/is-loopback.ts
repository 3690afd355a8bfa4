import { isIPv4 } from 'node:net';

/** Whether a host to listen on can be reached from this machine alone. Any name but `localhost` may mean another address. */
export function isLoopback(host: string): boolean {
  return host.toLowerCase() === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));
}
