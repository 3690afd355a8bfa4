import { isRecord } from '../../contract/is-record.ts';
import type { ServerInfo } from '../../contract/server-info.ts';
import { apiBaseUrl } from './api-base-url.ts';
import { pageSession } from './session.ts';

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
    const info: unknown = JSON.parse(content);
    return isServerInfo(info) ? info : undefined;
  } catch {
    return undefined;
  }
}

const kinds: readonly unknown[] = ['sample', 'database', 'upstream'] satisfies readonly ServerInfo['kind'][];

/** By hand: the first rows need it, and wait for no schema. */
function isServerInfo(value: unknown): value is ServerInfo {
  if (!isRecord(value)) return false;
  const { kind, label, user } = value;
  return kinds.includes(kind) && typeof label === 'string' && (user === null || isUser(user));
}

function isUser(value: unknown): boolean {
  return isRecord(value) && typeof value.id === 'string' && typeof value.username === 'string';
}

/** Where the datasets on screen come from, in a few words. */
export interface SourceLabel {
  /** "Sample data", the name of a file, a host. */
  readonly name: string;
  /** Where that is: "this computer", a host; `undefined` when `name` says it already. */
  readonly place: string | undefined;
}

/** Where the datasets on screen come from. `host` is the API's. */
export function sourceLabel(served: ServerInfo | undefined, host: string): SourceLabel {
  if (served === undefined) return { name: host, place: undefined };
  if (served.kind === 'upstream') return { name: served.label, place: undefined };
  const name = served.kind === 'sample' ? 'Sample data' : served.label;
  return { name, place: isThisComputer(host) ? 'this computer' : host };
}

/** Tells what is kept of this server from what is kept of another one that was at the same address, or is another local user's. */
export function serverName(): string {
  const served = servedBy();
  return [apiBaseUrl(), served?.kind, served?.label, served?.user?.id].join(' ');
}

/** Host and port of the API. */
export function apiHost(): string {
  return new URL(apiBaseUrl()).host;
}

function isThisComputer(host: string): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/.test(host);
}

/** Whether a program that asks the API what this page asks needs a token. */
export function needsToken(): boolean {
  return pageSession().current().token !== undefined || !servedBy()?.user;
}
