import { Hono } from 'hono';
import { ApiError } from '../../contract/api-error.ts';
import { compressResponse } from './compress.ts';
import { createDashboard, type DashboardOptions } from './dashboard.ts';
import { describeFailure, errorResponse } from './errors.ts';
import { guardHost, guardOrigin } from './guards.ts';
import { allowCrossOriginReads, setHeaders } from './headers.ts';

/**
 * Answers the requests under `/v2`. What it throws becomes an error response; the headers of what it returns must be its
 * own to change (`new Response(body, { headers })`, not what `fetch` gave).
 */
export type ApiHandler = (request: Request) => Response | Promise<Response>;

export interface ShellOptions {
  /** Where others reach this server: its host is answered for, its origin may write. */
  readonly publicUrl?: URL | undefined;
  /** Lets pages of other origins read: only where every request of the API needs a token. Default: no CORS at all. */
  readonly crossOriginReads?: boolean | undefined;
  /** The built dashboard; without it the server is the API alone. */
  readonly dashboard?: DashboardOptions | undefined;
  /** Takes one entry of the log, without tokens. Default: standard error. */
  readonly logError?: ((entry: string) => void) | undefined;
}

/**
 * What stands around an API, wherever its answers come from: guards, security headers, errors, compression, and the
 * dashboard at every path outside `/v2`.
 */
export function createShell({ api, options = {} }: { api: ApiHandler; options?: ShellOptions }): Hono {
  const { publicUrl, crossOriginReads = false, dashboard, logError = console.error } = options;
  const shell = new Hono();
  shell.onError((error, c) => {
    if (!(error instanceof ApiError)) logError(describeFailure(error, c.req.raw));
    return errorResponse(error);
  });
  shell.use(setHeaders(), compressResponse(), guardHost(publicUrl), guardOrigin(publicUrl));
  if (crossOriginReads) shell.use('/v2/*', allowCrossOriginReads());
  shell.all('/v2/*', (c) => api(c.req.raw));
  shell.all('*', createDashboard(dashboard));
  return shell;
}
