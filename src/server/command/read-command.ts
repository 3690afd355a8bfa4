import { parseArgs } from 'node:util';
import type { SourceChoice } from '../source/registry.ts';
import {
  CommandError,
  type Environment,
  type Flag,
  type FlagName,
  flags,
  isFlagName,
  readBoolean,
  type Setting,
  type Settings,
  variableOf,
} from './flags.ts';
import { readServeOptions, type ServeOptions } from './read-serve-options.ts';
import { isUserFlag, readUsersSource } from './read-source.ts';

/** What the command line asks for. The commands for users and shares change those of `source`. */
export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'serve'; readonly options: ServeOptions }
  | { readonly kind: 'list-users'; readonly source: SourceChoice }
  | { readonly kind: 'add-user' | 'remove-user'; readonly username: string; readonly source: SourceChoice }
  | {
      readonly kind: 'share' | 'unshare';
      readonly dataset: string;
      readonly username: string;
      readonly source: SourceChoice;
    };

const tryHelp = 'setlist --help lists what there is';

/**
 * Reads the command line; environment variables stand for flags that are not given.
 * @throws CommandError
 */
export function readCommand(argv: readonly string[], env: Environment): Command {
  const { values, switches, words } = readArguments(argv);
  if (switches.has('help')) return { kind: 'help' };
  if (switches.has('version')) return { kind: 'version' };
  const [word, ...rest] = words;
  if (word === undefined) return { kind: 'serve', options: readServeOptions(withVariables(values, env), env) };
  const source = readUsersSourceOf(word, { values, env });
  if (word === 'user') return readUserCommand(rest, source);
  if (word === 'share' || word === 'unshare') {
    const [dataset, username] = takeArguments(rest, { usage: `setlist ${word} DATASET USERNAME`, count: 2 });
    return { kind: word, dataset, username, source };
  }
  throw new CommandError(`Unknown command "${word}"; ${tryHelp}.`);
}

function readUserCommand(words: readonly string[], source: SourceChoice): Command {
  const [word, ...rest] = words;
  if (word === 'list') {
    takeArguments(rest, { usage: 'setlist user list', count: 0 });
    return { kind: 'list-users', source };
  }
  if (word === 'add' || word === 'remove') {
    const [username] = takeArguments(rest, { usage: `setlist user ${word} NAME`, count: 1 });
    return { kind: word === 'add' ? 'add-user' : 'remove-user', username, source };
  }
  const problem = word === undefined ? 'setlist user needs a command' : `Unknown command "user ${word}"`;
  throw new CommandError(`${problem}: add NAME, list or remove NAME.`);
}

/** The words of a command, of which there must be `count`. */
function takeArguments(words: readonly string[], { usage, count }: { usage: string; count: number }): [string, string] {
  if (words.length !== count || words.includes('')) throw new CommandError(`Usage: ${usage}`);
  const [first = '', second = ''] = words;
  return [first, second];
}

/** The commands beside serving take the flags of sources that keep users, and no others. */
function readUsersSourceOf(
  word: string,
  { values, env }: { values: ReadonlyMap<FlagName, Setting>; env: Environment },
): SourceChoice {
  const other = [...values.keys()].find((name) => !isUserFlag(name));
  if (other !== undefined) throw new CommandError(`--${other} does not go with "setlist ${word}".`);
  return readUsersSource(withVariables(values, env), env);
}

interface Arguments {
  readonly values: ReadonlyMap<FlagName, Setting>;
  readonly switches: ReadonlySet<string>;
  readonly words: readonly string[];
}

/** `strict` is off because its errors take several lines and speak of more than what is wrong. */
function readArguments(argv: readonly string[]): Arguments {
  const options = Object.fromEntries(
    Object.entries<Flag>(flags).map(([name, { argument }]) => [
      name,
      { type: argument === undefined ? ('boolean' as const) : ('string' as const) },
    ]),
  );
  const values = new Map<FlagName, Setting>();
  const switches = new Set<string>();
  const words: string[] = [];
  for (const token of parseArgs({ args: [...argv], options, strict: false, tokens: true }).tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    if (token.rawName === '--help' || token.rawName === '-h') switches.add('help');
    else if (token.rawName === '--version') switches.add('version');
    else if (isFlagName(token.name) && token.rawName.startsWith('--'))
      values.set(token.name, readValue(token.name, token));
    else throw new CommandError(`Unknown flag ${token.rawName}; ${tryHelp}.`);
  }
  return { values, switches, words };
}

function readValue(name: FlagName, token: { value?: string | undefined; inlineValue?: boolean | undefined }): Setting {
  const { argument }: Flag = flags[name];
  const isMissing = token.value === undefined || (token.value.startsWith('-') && token.inlineValue === false);
  if (argument !== undefined && (isMissing || token.value === ''))
    throw new CommandError(`--${name} needs a ${argument}.`);
  const setting = { origin: `--${name}`, text: token.value ?? 'true' };
  if (argument === undefined) readBoolean(setting);
  return setting;
}

/** A variable that is empty counts as absent. */
function withVariables(values: ReadonlyMap<FlagName, Setting>, env: Environment): Settings {
  const settings = new Map(values);
  for (const name of Object.keys(flags).filter(isFlagName)) {
    const variable = variableOf(name);
    const text = env[variable];
    if (text && !settings.has(name)) settings.set(name, { origin: variable, text });
  }
  return settings;
}
