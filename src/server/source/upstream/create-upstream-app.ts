import type { Hono } from 'hono';
import { createCallerOf } from '../../http/create-caller-of.ts';
import { createShell, type ShellOptions } from '../../http/create-shell.ts';
import type { Source } from '../interface/source.ts';
import type { UpstreamAddress } from './address.ts';
import { createUpstream } from './create-upstream.ts';

/** Which server answers, and as whom it is asked. */
export interface UpstreamOptions {
  readonly address: UpstreamAddress;
  /** The token that this server adds (SETLIST_UPSTREAM_TOKEN); absent, every caller brings one of the upstream's. */
  readonly token?: string | undefined;
  /** How long the upstream may take to answer. Default: 30 s. */
  readonly headersTimeoutMs?: number | undefined;
  /** How long the body of an answer may stand still. Default: 30 s. */
  readonly idleTimeoutMs?: number | undefined;
}

export interface UpstreamAppOptions extends Omit<ShellOptions, 'crossOriginReads'> {
  /** Whether a request without a token is refused (401). Default: false. */
  readonly requireToken?: boolean | undefined;
  /** Whose tokens callers need where they get to use the server's; it is asked for nothing else. */
  readonly callers?: Source | undefined;
}

/**
 * The server of `--upstream`: the same guards and dashboard as `createApp`, the API answered by another server. Throws for
 * options that would give the server's token to anybody, or a token of Setlist's own to the upstream.
 */
export function createUpstreamApp(upstream: UpstreamOptions, options: UpstreamAppOptions = {}): Hono {
  const { requireToken = false, callers, ...shell } = options;
  if (requireToken && upstream.token !== undefined && callers === undefined) {
    throw new Error(
      "Callers of an upstream with the server's own token need tokens of Setlist's: pass the source of them",
    );
  }
  if (callers !== undefined && upstream.token === undefined) {
    throw new Error(
      "Callers with tokens of Setlist's own need the server to have one of the upstream's: pass that token",
    );
  }
  const passOn = createUpstream({ ...upstream, requireToken });
  const callerOf = callers && createCallerOf({ source: callers, requireToken: true });
  const api = async (request: Request): Promise<Response> => {
    if (request.method !== 'OPTIONS') await callerOf?.(request);
    return passOn(request);
  };
  return createShell({ api, options: { ...shell, crossOriginReads: requireToken } });
}
