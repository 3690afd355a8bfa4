import { isLoopback } from './address.ts';
import { badSetting, type Environment, flags, readBoolean, type Setting, type Settings } from './flags.ts';
import { readSource, type ServedSource } from './read-source.ts';

const maxPort = 65_535;

/** How to serve, as the flags and variables say. */
export interface ServeOptions extends ServedSource {
  readonly port: number;
  /** A name or an address, an IPv6 one without brackets. */
  readonly host: string;
  readonly publicUrl: URL | undefined;
  /** Whether a request without a token is refused: asked for, or because others can reach the port. */
  readonly requireToken: boolean;
}

/** @throws CommandError naming the flag or variable that is wrong */
export function readServeOptions(settings: Settings, env: Environment): ServeOptions {
  const host = readHost(settings.get('host'));
  const requireToken = readBoolean(settings.get('require-token')) || !isLoopback(host);
  return {
    port: readPort(settings.get('port')),
    host,
    publicUrl: readPublicUrl(settings.get('public-url')),
    requireToken,
    ...readSource(settings, { requireToken, env }),
  };
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
