import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const root = dirname(dirname(import.meta.dirname));
/** The command as it was built. */
const builtCommand = join(root, 'dist', 'server', 'main.js');

const startTimeoutMs = 30_000;
const addressLine = /^Setlist is at (http:\/\/\S+)$/m;

export interface CommandOptions {
  /** The folder to run it in. */
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What runs instead of the built command, with arguments of its own. */
  readonly program?: readonly [string, ...string[]];
}

/** What a command that ended has printed, and how it ended. */
export interface Ended {
  /** `null` when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command that is running. */
export interface Running {
  readonly process: ChildProcess;
  /** Resolves when it has ended. */
  readonly ended: Promise<Ended>;
  /** What it has printed so far. */
  printed(): string;
}

/** A server that is running. */
export interface RunningServer extends Running {
  /** The address that it printed. */
  readonly url: string;
  /** Asks it to end, and resolves when it has. */
  stop(signal?: NodeJS.Signals): Promise<Ended>;
}

const running = new Set<ChildProcess>();
const folders: string[] = [];

/** A new empty folder, which `cleanUp` removes. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'setlist-test-'));
  folders.push(folder);
  return folder;
}

/** Ends what still runs of what these functions started, and removes their folders: after each test. */
export async function cleanUp(): Promise<void> {
  await Promise.all(
    [...running].map((child) => {
      const closed = once(child, 'close');
      // The whole group: npm's children too.
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      return closed;
    }),
  );
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** Starts the built command. It is in a process group of its own, as in a terminal. */
export function spawnCommand(args: readonly string[], { cwd, env = {}, program }: CommandOptions): Running {
  const [file, ...before] = program ?? [process.execPath, builtCommand];
  const clean = Object.entries(process.env).filter(([name]) => !/^SETLIST_|^npm_/.test(name));
  const child = spawn(file, [...before, ...args], {
    cwd,
    env: { ...Object.fromEntries(clean), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  running.add(child);
  const printed = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    printed.stderr += text;
  });
  const ended = once(child, 'close').then(([code]): Ended => {
    running.delete(child);
    return { code, ...printed };
  });
  return { process: child, ended, printed: () => printed.stdout + printed.stderr };
}

/** Runs the built command to its end. */
export function runCommand(args: readonly string[], options: CommandOptions): Promise<Ended> {
  return spawnCommand(args, options).ended;
}

/** Starts a server, on any free port unless `args` say another, and waits until it prints its address. */
export async function startServer(args: readonly string[], options: CommandOptions): Promise<RunningServer> {
  const command = spawnCommand(['--port', '0', ...args], options);
  const url = await addressOf(command);
  return {
    ...command,
    url,
    stop(signal = 'SIGTERM') {
      command.process.kill(signal);
      return command.ended;
    },
  };
}

function addressOf({ process: child, ended, printed }: Running): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (what: string) => reject(new Error(`The server ${what}. It printed:\n${printed()}`));
    const timeout = setTimeout(() => fail('did not start in time'), startTimeoutMs);
    child.stdout?.on('data', () => {
      const url = addressLine.exec(printed())?.[1];
      if (url === undefined) return;
      clearTimeout(timeout);
      resolve(url);
    });
    ended.then(() => {
      clearTimeout(timeout);
      fail('ended');
    });
  });
}
