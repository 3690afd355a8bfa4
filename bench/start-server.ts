import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

/** A server in a process of its own. */
export interface RunningServer {
  /** Such as `http://localhost:40123`. */
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

const startTimeoutMs = 60_000;
const printedOrigin = /http:\/\/[\w.-]+:\d+/;

/**
 * Runs a program for Node that prints the address it listens on. Throws with what it said when it ends before that, or does
 * not come to it in a minute.
 */
export async function startServer(file: string, args: readonly string[]): Promise<RunningServer> {
  const child = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const complaint = text(child.stderr);
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
  };
  const timer = setTimeout(() => child.kill('SIGKILL'), startTimeoutMs);
  try {
    let said = '';
    for await (const chunk of child.stdout.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
      said += String(chunk);
      const [origin] = printedOrigin.exec(said) ?? [];
      // An address that ends where the chunk does may go on in the next one.
      if (origin !== undefined && said.includes('\n', said.indexOf(origin))) {
        child.stdout.resume();
        return { origin, stop };
      }
    }
    throw new Error(`${file} ended without an address to measure: ${said}${await complaint}`);
  } finally {
    clearTimeout(timer);
  }
}
