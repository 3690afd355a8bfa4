import type { ServerInfo } from '../../../contract/server-info.ts';
import type { Callers, ProxySource, Source } from './source.ts';

/** Why a source cannot be opened or changed: the message is one plain line for the person who typed the command. */
export class SourceError extends Error {
  override readonly name: string = 'SourceError';

  constructor(message: string, cause?: unknown) {
    super(message, { cause });
  }
}

/** A source that is open, and what to say of it. */
interface OpenSource {
  readonly source: Source | ProxySource;
  /** What the dashboard calls it, beside its kind: the name of a file, a host. */
  readonly label: string;
  /** What the command prints at its start, such as "Database my.db". */
  readonly description: string;
  close(): Promise<void>;
}

/** A user as `setlist user list` shows it. */
export interface ListedUser {
  readonly userId: string;
  readonly username: string;
  /** ISO 8601. */
  readonly createdAt: string;
}

/** Who may read a source beside its owners: what `setlist user` and `setlist share` change. Each method throws `SourceError`. */
export interface UserStore {
  /** Makes a user, or brings a removed one back; the token is shown here and never again. */
  add(username: string): Promise<{ readonly token: string; readonly restored: boolean }>;
  /** All users that were not removed, the local one among them. */
  list(): Promise<readonly ListedUser[]>;
  /** Revokes the user's tokens and what is shared with it, and hides it; its datasets stay. */
  remove(username: string): Promise<void>;
  /** Lets a user read a dataset (an id, `username~name`, or `~name` of the local user's). False when it was so. */
  share(ref: string, username: string): Promise<boolean>;
  /** Takes a share back. False when there was none. */
  unshare(ref: string, username: string): Promise<boolean>;
}

/** The users of a source, and the callers that they are. */
export interface OpenUsers extends Callers {
  readonly users: UserStore;
  close(): Promise<void>;
}

/** How a source is opened. `Target` says which one, such as the path of a file: plain data. */
export interface SourceDefinition<Target> {
  /** What the dashboard is told: `database` for data of one's own, whatever holds it. */
  readonly kind: ServerInfo['kind'];
  /** Throws `SourceError`, and then nothing was made or changed. */
  open(target: Target): Promise<OpenSource>;
  /**
   * Opens the users that the source keeps; left out by a source that keeps none. `setlist user` and `setlist share` take the flag of a
   * source that has this. Where `mayCreate` is false a source that is not there is an error. Throws `SourceError`.
   */
  openUsers?(target: Target, options: { readonly mayCreate: boolean }): Promise<OpenUsers>;
  /** Whether the source itself asks callers for tokens, as another server does. Default: it does not. */
  asksForTokens?(target: Target): boolean;
}

/** A source that a flag chooses, as the registry has it: the flag, its variable and the help follow from it. */
export interface FlagSource<Target> extends SourceDefinition<Target> {
  /** What stands after the flag in the help, such as FILE. */
  readonly argument: string;
  readonly help: string;
  /** What is served without the flag, for the help. */
  readonly default?: string;
  readonly secret?: SecretVariable;
  /** Reads the value of the flag. Throws `SourceError` saying what is wrong with it, to stand after the flag's name. */
  read(text: string, secret: string | undefined): Target;
}

/** A variable without a flag: the flags of a running program can be read by anybody on the machine. */
interface SecretVariable {
  readonly variable: string;
  readonly help: string;
  /** What is wrong with a value, to stand after the variable's name and without the value; `undefined` when nothing is. */
  problemOf(value: string): string | undefined;
}
