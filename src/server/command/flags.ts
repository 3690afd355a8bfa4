import type { FlagSource } from '../source/interface/source-definition.ts';
import { type SourceFlag, sources } from '../source/registry.ts';

/** Why a command cannot be carried out; the message is one plain line for the person who typed it. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/** A flag of the command, which an environment variable can stand in for. */
export interface Flag {
  /** What stands after the flag in the help; absent for one that is on or off. */
  readonly argument?: string;
  readonly default?: string;
  readonly help: string;
}

const serverFlags = {
  port: {
    argument: 'PORT',
    default: '4780',
    help: 'the port to listen on; 0 is any free one',
  },
  host: {
    argument: 'HOST',
    default: '127.0.0.1',
    help: 'the address to listen on; with any but this machine itself every request needs a token',
  },
  'public-url': {
    argument: 'URL',
    help: 'where others reach this server: requests addressed to it are answered, and links point there',
  },
  'require-token': {
    help: 'refuse requests without a token, also on this machine',
  },
} as const satisfies Record<string, Flag>;

/** Every flag by its name, those that choose a source among them. The command reads them from here, and `--help` lists them. */
export const flags = { ...serverFlags, ...sources } as const satisfies Record<string, Flag>;

export type FlagName = keyof typeof flags;

/** Whether a flag of this name exists. */
export function isFlagName(name: string): name is FlagName {
  return Object.hasOwn(flags, name);
}

/** The environment variable that stands in for a flag: SETLIST_PUBLIC_URL for `--public-url`. */
export function variableOf(name: FlagName): string {
  return `SETLIST_${name.toUpperCase().replaceAll('-', '_')}`;
}

/** The flags that choose a source, in the order of the registry. */
export const sourceFlags = Object.entries<FlagSource<unknown>>(sources).map(([flag, source]) => ({
  // The keys of the registry are its flags, which `Object.entries` forgets.
  flag: flag as SourceFlag,
  source,
}));

/** A value that was given, and where: `--port` or `SETLIST_PORT`. */
export interface Setting {
  readonly origin: string;
  readonly text: string;
}

/** What was given, by flag or by variable. */
export type Settings = ReadonlyMap<FlagName, Setting>;

/** The environment variables of the process. */
export type Environment = Readonly<Record<string, string | undefined>>;

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
