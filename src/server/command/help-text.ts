import { type Flag, flags, upstreamTokenVariable } from './flags.ts';

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
    ...Object.entries(flags).flatMap(([name, flag]) => flagLines(name, flag)),
    '  --help',
    '      print this',
    '  --version',
    '      print the version',
    '',
    'The commands for users and shares take --data alone.',
    '',
    'Environment alone',
    `  ${upstreamTokenVariable}`,
    "      the token that goes to the upstream, in place of the callers' own",
  ].join('\n');
}

function flagLines(name: string, flag: Flag): string[] {
  const usage = flag.argument === undefined ? `--${name}` : `--${name} ${flag.argument}`;
  const fallback = flag.default === undefined ? '' : ` (default: ${flag.default})`;
  return [`  ${usage}, ${flag.variable}`, `      ${flag.help}${fallback}`];
}
