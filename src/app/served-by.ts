import * as v from 'valibot';
import { type ServerInfo, serverInfoSchema } from '../contract/server-info.ts';
import { apiBaseUrl } from './api/api-base-url.ts';

let info: { readonly value: ServerInfo | undefined } | undefined;

/** What the server that this page came from says of itself; `undefined` for a page hosted as plain files. */
export function servedBy(): ServerInfo | undefined {
  info ??= { value: readServerInfo(document.querySelector('meta[name="setlist"]')?.getAttribute('content') ?? null) };
  return info.value;
}

/** Reads the content of the page's `<meta name="setlist">`. What cannot be read counts as not there. */
export function readServerInfo(content: string | null): ServerInfo | undefined {
  if (content === null) return undefined;
  try {
    return v.parse(serverInfoSchema, JSON.parse(content));
  } catch {
    return undefined;
  }
}

/** Where the datasets on screen come from, in a few words: "Sample data · this computer". */
export function sourceLabel(served: ServerInfo | undefined, apiHost: string): string {
  if (served === undefined) return apiHost;
  if (served.kind === 'upstream') return served.label;
  const place = isThisComputer(apiHost) ? 'this computer' : apiHost;
  return `${served.kind === 'sample' ? 'Sample data' : served.label} · ${place}`;
}

/** Tells what is kept of this server from what is kept of another one that was at the same address. */
export function serverName(): string {
  const served = servedBy();
  return [apiBaseUrl(), served?.kind, served?.label].join(' ');
}

/** Host and port of the API. */
export function apiHost(): string {
  return new URL(apiBaseUrl()).host;
}

function isThisComputer(host: string): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/.test(host);
}
