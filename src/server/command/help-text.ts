import { type Flag, type FlagName, flags, isFlagName, sourceFlags, variableOf } from './flags.ts';
import { userFlags } from './read-source.ts';

const commands = [
  ['setlist [flags]', 'serve the dashboard and the API'],
  ['setlist user add NAME', 'make a user and print its token, once'],
  ['setlist user list', 'list the users'],
  ['setlist user remove NAME', 'revoke the token of a user; its datasets stay'],
  ['setlist share DATASET USERNAME', 'let a user read a dataset (its id, ~name or username~name)'],
  ['setlist unshare DATASET USERNAME', 'take that back'],
] as const;

/** What `setlist --help` prints. */
export function helpText(): string {
  const width = Math.max(...commands.map(([usage]) => usage.length));
  return [
    'Setlist serves datasets: a dashboard to browse them, and the API that it reads.',
    '',
    'Usage',
    ...commands.map(([usage, help]) => `  ${usage.padEnd(width)}  ${help}`),
    '',
    'Flags (each with the environment variable that stands for it; a flag wins)',
    ...Object.keys(flags).filter(isFlagName).flatMap(flagLines),
    '  --help',
    '      print this',
    '  --version',
    '      print the version',
    '',
    `The commands for users and shares take ${userFlags.map((name) => `--${name}`).join(' or ')} alone.`,
    '',
    'Environment alone',
    ...sourceFlags.flatMap(({ source: { secret } }) =>
      secret ? [`  ${secret.variable}`, `      ${secret.help}`] : [],
    ),
  ].join('\n');
}

function flagLines(name: FlagName): string[] {
  const flag: Flag = flags[name];
  const usage = flag.argument === undefined ? `--${name}` : `--${name} ${flag.argument}`;
  const fallback = flag.default === undefined ? '' : ` (default: ${flag.default})`;
  return [`  ${usage}, ${variableOf(name)}`, `      ${flag.help}${fallback}`];
}
