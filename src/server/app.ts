import type { Hono } from 'hono';
import { createShell, type ShellOptions } from './http/create-shell.ts';
import { createApi } from './routes/create-api.ts';
import type { Source } from './source/source.ts';

export interface AppOptions extends Omit<ShellOptions, 'crossOriginReads'> {
  /** Whether a request without a token is refused (401) rather than being the local user. Default: false. */
  readonly requireToken?: boolean | undefined;
}

/**
 * The server: a function of `Request` that answers the API from `source` and serves the dashboard. With the defaults it is
 * the local mode: no token needed, no CORS. The caller closes the source.
 */
export function createApp(source: Source, options: AppOptions = {}): Hono {
  const { requireToken = false, ...shell } = options;
  const api = createApi({ source, requireToken, publicUrl: shell.publicUrl });
  return createShell({ api: (request) => api.fetch(request), options: { ...shell, crossOriginReads: requireToken } });
}
