import { type FlagSource, SourceError } from '../source/interface/source-definition.ts';
import type { SourceChoice, SourceFlag } from '../source/registry.ts';
import { CommandError, type Environment, type FlagName, flags, type Settings, sourceFlags } from './flags.ts';

/** A source whose flag or variable was given. */
interface Given {
  readonly flag: SourceFlag;
  readonly source: FlagSource<unknown>;
  readonly choice: SourceChoice;
}

/** What answers the requests, and whose tokens they need where that keeps no users. */
export interface ServedSource {
  readonly source: SourceChoice;
  readonly callers: SourceChoice | undefined;
}

const sampleData: SourceChoice = { flag: undefined, target: undefined };

/**
 * Which source to serve: the one whose flag was given, or the sample data. A second one may stand beside it where callers need tokens
 * of Setlist's own and the first keeps no users.
 * @throws CommandError
 */
export function readSource(
  settings: Settings,
  { requireToken, env }: { readonly requireToken: boolean; readonly env: Environment },
): ServedSource {
  const given = readGiven(settings, env);
  const withUsers = given.filter(({ source }) => keepsUsers(source));
  const [served, ...more] = [...given.filter(({ source }) => !keepsUsers(source)), ...withUsers];
  if (served === undefined) return { source: sampleData, callers: undefined };
  const [callers] = more;
  if (!needsUsers(served, requireToken)) {
    if (callers !== undefined) throw exclusive([served, ...more]);
    return { source: served.choice, callers: undefined };
  }
  if (callers === undefined) throw withoutUsers(served);
  if (more.length > 1 || withUsers.length === 0) throw exclusive([served, ...more]);
  return { source: served.choice, callers: callers.choice };
}

/**
 * The source whose users a command changes: the one whose flag was given, or the sample data. A variable that names another one is of
 * no concern to it.
 * @throws CommandError
 */
export function readUsersSource(settings: Settings, env: Environment): SourceChoice {
  const given = readGiven(new Map([...settings].filter(([name]) => isUserFlag(name))), env);
  if (given.length > 1) throw exclusive(given);
  return given[0]?.choice ?? sampleData;
}

/** The flags of the sources that keep users: those that the commands for users and shares take. */
export const userFlags: readonly SourceFlag[] = sourceFlags
  .filter(({ source }) => keepsUsers(source))
  .map(({ flag }) => flag);

/** Whether the commands for users and shares take a flag. */
export function isUserFlag(name: FlagName): boolean {
  return userFlags.some((flag) => flag === name);
}

function keepsUsers(source: FlagSource<unknown>): boolean {
  return source.openUsers !== undefined;
}

function readGiven(settings: Settings, env: Environment): Given[] {
  return sourceFlags.flatMap(({ flag, source }) => {
    const setting = settings.get(flag);
    if (setting === undefined) return [];
    const secret = readSecret(source, env);
    try {
      return [{ flag, source, choice: { flag, target: source.read(setting.text, secret) } }];
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      throw new CommandError(`${setting.origin}: ${error.message}.`);
    }
  });
}

function readSecret({ secret }: FlagSource<unknown>, env: Environment): string | undefined {
  const value = secret && env[secret.variable];
  if (!secret || !value) return undefined;
  const problem = secret.problemOf(value);
  if (problem !== undefined) throw new CommandError(`${secret.variable} ${problem}.`);
  return value;
}

/** Whether callers need tokens that the source itself knows nothing of. */
function needsUsers({ source, choice }: Given, requireToken: boolean): boolean {
  return requireToken && !keepsUsers(source) && !source.asksForTokens?.(choice.target);
}

function exclusive(given: readonly Given[]): CommandError {
  const flagsGiven = given.map(({ flag }) => `--${flag}`).join(' and ');
  return new CommandError(`${flagsGiven} exclude each other${exceptForCallers(given)}.`);
}

/** A source without users may have one with users beside it where tokens are required. */
function exceptForCallers(given: readonly Given[]): string {
  const [served, callers, ...more] = given.map(({ source }) => source);
  if (served === undefined || keepsUsers(served)) return '';
  if (callers === undefined || !keepsUsers(callers) || more.length > 0) return '';
  const withSecret = served.secret ? `${served.secret.variable} with ` : '';
  return `, unless callers need tokens of Setlist's own (${withSecret}--require-token or a host beyond this machine)`;
}

function withoutUsers({ flag, source }: Given): CommandError {
  const subject = source.secret?.variable ?? `--${flag}`;
  const places = userFlags.map((name) => `--${name} ${flags[name].argument}`).join(' or ');
  return new CommandError(
    `With ${subject} and --require-token, or a host beyond this machine, callers need tokens of Setlist's own: name the database of its users with ${places}.`,
  );
}
