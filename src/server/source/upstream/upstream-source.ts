import { createCallerOf } from '../../http/create-caller-of.ts';
import type { ProxySource } from '../interface/source.ts';
import type { FlagSource } from '../interface/source-definition.ts';
import { readUpstreamAddress, type UpstreamAddress } from './address.ts';
import { createUpstream } from './create-upstream.ts';
import { isToken } from './token.ts';

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

/**
 * Another server of the API as a source (docs/decisions/0003). Its handler is refused for options that would give the server's
 * token to anybody, or a token of Setlist's own to the upstream.
 */
export function createUpstreamSource(upstream: UpstreamOptions): ProxySource {
  return {
    createHandler({ requireToken, callers }) {
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
      const callerOf = callers && createCallerOf({ callers, requireToken: true });
      return async (request) => {
        if (request.method !== 'OPTIONS') await callerOf?.(request);
        return passOn(request);
      };
    },
  };
}

/** What `--upstream` and its variable name. */
interface UpstreamTarget {
  readonly address: UpstreamAddress;
  readonly token: string | undefined;
}

/** `--upstream URL` */
export const upstreamSource: FlagSource<UpstreamTarget> = {
  kind: 'upstream',
  argument: 'URL',
  help: 'pass the API on to this server, such as https://api.apify.com, in place of a database',
  secret: {
    variable: 'SETLIST_UPSTREAM_TOKEN',
    help: "the token that goes to the upstream, in place of the callers' own",
    problemOf: (token) => (isToken(token) ? undefined : 'holds a character that no token has, such as a space'),
  },
  read: (text, token) => ({ address: readUpstreamAddress(text), token }),
  asksForTokens: ({ token }) => token === undefined,
  async open(target) {
    const { host } = target.address;
    return {
      source: createUpstreamSource(target),
      label: host,
      description: `Passing on to ${host}`,
      close: async () => undefined,
    };
  },
};
