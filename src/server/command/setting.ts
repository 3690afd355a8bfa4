import { CommandError } from './command-error.ts';
import type { FlagName } from './flags.ts';

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
