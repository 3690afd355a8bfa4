import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withLock } from './with-lock.mjs';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'setlist-lock-'));
  file = join(folder, 'deeper', 'test.lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

const never = (pid: string) => expect.unreachable(`waits for ${pid}`);
const nothing = async () => undefined;

/** A process that takes the lock, says so, and keeps it. */
async function holdInOtherProcess() {
  const program = `
    import { withLock } from ${JSON.stringify(join(import.meta.dirname, 'with-lock.mjs'))};
    await withLock(${JSON.stringify(file)}, () => { console.log('held'); return new Promise((r) => process.stdin.once('data', r)); }, () => {});
    process.exit();
  `;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['pipe', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return child;
}

describe('withLock', () => {
  it('returns what the work returns, and leaves no lock', async () => {
    expect(await withLock(file, async () => existsSync(file), never)).toBe(true);
    expect(existsSync(file)).toBe(false);
  });

  it('leaves no lock when the work fails', async () => {
    await expect(withLock(file, () => Promise.reject(new Error('no')), never)).rejects.toThrow('no');
    expect(existsSync(file)).toBe(false);
  });

  it('lets one at a time work, in one process', async () => {
    let running = 0;
    const work = async () => {
      running += 1;
      await new Promise(setImmediate);
      expect(running).toBe(1);
      running -= 1;
    };
    await Promise.all(Array.from({ length: 4 }, () => withLock(file, work, () => undefined)));
  });

  it('waits for another process, and says for which', async () => {
    const child = await holdInOtherProcess();
    const waited: string[] = [];
    const work = withLock(
      file,
      async () => readFileSync(file, 'utf8'),
      (pid) => {
        waited.push(pid);
        child.stdin.write('\n');
      },
    );
    expect(await work).toBe(String(process.pid));
    expect(waited).toEqual([String(child.pid)]);
  });

  it('takes over from a process that was killed', async () => {
    const child = await holdInOtherProcess();
    child.kill('SIGKILL');
    await once(child, 'close');
    expect(existsSync(file)).toBe(true);
    await withLock(file, nothing, never);
    expect(existsSync(file)).toBe(false);
  });

  it('takes over what nobody has touched for long, though the number is of a running process', async () => {
    await withLock(file, nothing, never);
    writeFileSync(file, String(process.ppid));
    const longAgo = new Date(Date.now() - 60_000);
    utimesSync(file, longAgo, longAgo);
    await withLock(file, nothing, never);
  });
});
