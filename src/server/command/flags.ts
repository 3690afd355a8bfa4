/** A flag of the command, which an environment variable can stand in for. */
export interface Flag {
  readonly variable: string;
  /** What stands after the flag in the help; absent for one that is on or off. */
  readonly argument?: string;
  readonly default?: string;
  readonly help: string;
}

/** Every flag by its name. The command reads them from here, and `--help` lists them. */
export const flags = {
  port: {
    variable: 'SETLIST_PORT',
    argument: 'PORT',
    default: '4780',
    help: 'the port to listen on; 0 is any free one',
  },
  host: {
    variable: 'SETLIST_HOST',
    argument: 'HOST',
    default: '127.0.0.1',
    help: 'the address to listen on; with any but this machine itself every request needs a token',
  },
  'public-url': {
    variable: 'SETLIST_PUBLIC_URL',
    argument: 'URL',
    help: 'where others reach this server: requests addressed to it are answered, and links point there',
  },
  data: {
    variable: 'SETLIST_DATA',
    argument: 'FILE',
    default: 'sample data in .setlist/sample.db',
    help: 'the database to open, made when it is not there',
  },
  'require-token': {
    variable: 'SETLIST_REQUIRE_TOKEN',
    help: 'refuse requests without a token, also on this machine',
  },
  upstream: {
    variable: 'SETLIST_UPSTREAM',
    argument: 'URL',
    help: 'pass the API on to this server, such as https://api.apify.com, in place of a database',
  },
} as const satisfies Record<string, Flag>;

export type FlagName = keyof typeof flags;

/** The token for the upstream has no flag: those of a running program can be read by anybody on the machine. */
export const upstreamTokenVariable = 'SETLIST_UPSTREAM_TOKEN';

/** Whether a flag of this name exists. */
export function isFlagName(name: string): name is FlagName {
  return Object.hasOwn(flags, name);
}

/** A value that was given, and where: `--port` or `SETLIST_PORT`. */
export interface Setting {
  readonly origin: string;
  readonly text: string;
}

/** What was given, by flag or by variable. */
export type Settings = ReadonlyMap<FlagName, Setting>;

/** The error of a value that cannot be. */
export function badSetting({ origin, text }: Setting, accepted: string): CommandError {
  return new CommandError(`${origin} must be ${accepted}, not "${text}".`);
}

/** Reads a flag that is on or off; off when it was not given. */
export function readBoolean(setting: Setting | undefined): boolean {
  if (setting === undefined || ['false', '0'].includes(setting.text)) return false;
  if (['true', '1'].includes(setting.text)) return true;
  throw badSetting(setting, 'true or false');
}

/** What keeps a command from being done; the message is one plain line for the person who typed it. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}
