import { readUpstreamAddress, type UpstreamAddress } from '../source/upstream/address.ts';
import { isToken } from '../source/upstream/token.ts';
import { isLoopback } from './address.ts';
import {
  badSetting,
  CommandError,
  flags,
  readBoolean,
  type Setting,
  type Settings,
  upstreamTokenVariable,
} from './flags.ts';

const maxPort = 65_535;

/** How to serve, as the flags and variables say. */
export interface ServeOptions {
  readonly port: number;
  /** A name or an address, an IPv6 one without brackets. */
  readonly host: string;
  readonly publicUrl: URL | undefined;
  /** Whether a request without a token is refused: asked for, or because others can reach the port. */
  readonly requireToken: boolean;
  /** `undefined` for the sample database, or for an upstream without one. */
  readonly dataFile: string | undefined;
  readonly upstream: { readonly address: UpstreamAddress; readonly token: string | undefined } | undefined;
}

/** @throws CommandError naming the flag or variable that is wrong */
export function readServeOptions(settings: Settings, env: Readonly<Record<string, string | undefined>>): ServeOptions {
  const host = readHost(settings.get('host'));
  const options: ServeOptions = {
    port: readPort(settings.get('port')),
    host,
    publicUrl: readPublicUrl(settings.get('public-url')),
    requireToken: readBoolean(settings.get('require-token')) || !isLoopback(host),
    dataFile: settings.get('data')?.text,
    upstream: readUpstream(settings.get('upstream'), env[upstreamTokenVariable] || undefined),
  };
  checkUpstream(options);
  return options;
}

function readPort(setting: Setting = { origin: '--port', text: flags.port.default }): number {
  const port = Number(setting.text);
  if (!/^\d{1,5}$/.test(setting.text) || port > maxPort) throw badSetting(setting, `a port, 0 to ${maxPort}`);
  return port;
}

function readHost(setting: Setting = { origin: '--host', text: flags.host.default }): string {
  const host = setting.text.replace(/^\[(.*)\]$/, '$1');
  if (!/^[\w.:%-]+$/.test(host)) throw badSetting(setting, 'a host name or an IP address');
  return host;
}

/** The dashboard and the API live at the root of their address, so it has no path. */
function readPublicUrl(setting: Setting | undefined): URL | undefined {
  if (setting === undefined) return undefined;
  const url = URL.canParse(setting.text) ? new URL(setting.text) : undefined;
  const isPlain = url && url.href === `${url.origin}/` && /^https?:$/.test(url.protocol);
  if (!isPlain)
    throw badSetting(setting, 'an http:// or https:// address without a path, such as https://setlist.example');
  return url;
}

function readUpstream(setting: Setting | undefined, token: string | undefined): ServeOptions['upstream'] {
  if (setting === undefined) return undefined;
  if (token !== undefined && !isToken(token)) {
    throw new CommandError(`${upstreamTokenVariable} holds a character that no token has, such as a space.`);
  }
  try {
    return { address: readUpstreamAddress(setting.text), token };
  } catch (error) {
    throw new CommandError(`${setting.origin}: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

/** A database beside an upstream holds Setlist's own tokens, for callers who get to use the server's. */
function checkUpstream({ upstream, dataFile, requireToken }: ServeOptions): void {
  if (upstream === undefined) return;
  const needsUsers = upstream.token !== undefined && requireToken;
  if (needsUsers && dataFile === undefined) {
    throw new CommandError(
      `With ${upstreamTokenVariable} and --require-token, or a host beyond this machine, callers need tokens of Setlist's own: name the database of its users with --data FILE.`,
    );
  }
  if (!needsUsers && dataFile !== undefined) {
    throw new CommandError(
      `--upstream and --data exclude each other, unless callers need tokens of Setlist's own (${upstreamTokenVariable} with --require-token or a host beyond this machine).`,
    );
  }
}
