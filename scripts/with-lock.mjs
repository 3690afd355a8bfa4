import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const heartbeatMs = 2_000;
/** A lock that nobody has touched for so long was left behind: its process is gone, or its number is another's by now. */
const staleAfterMs = 30_000;
const pollMs = 100;

/**
 * Runs `work` while no other process holds the lock `file`. A lock left behind by a process that was killed is taken over.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @param {(pid: string) => void} onWait called once, with the number of the process that we wait for
 * @returns {Promise<T>}
 */
export async function withLock(file, work, onWait) {
  mkdirSync(dirname(file), { recursive: true });
  for (let waited = false; !create(file); waited = true) {
    if (isStale(file)) takeAway(file);
    else {
      if (!waited) onWait(readPid(file));
      await delay(pollMs);
    }
  }
  const release = () => rmSync(file, { force: true });
  const heartbeat = setInterval(() => utimesSync(file, new Date(), new Date()), heartbeatMs);
  process.once('exit', release);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    process.off('exit', release);
    release();
  }
}

/**
 * Creates `file` with our process number in it; `false` when it is there already.
 * @param {string} file
 */
function create(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** @param {string} file */
function readPid(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/**
 * Whether the process that made the lock has ended without removing it.
 * @param {string} file
 */
function isStale(file) {
  const ageMs = ageOf(file);
  if (ageMs === undefined) return false;
  if (ageMs > staleAfterMs) return true;
  const pid = Number(readPid(file));
  // An empty file is one that its process is just about to write.
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return codeOf(error) === 'ESRCH';
  }
}

/**
 * Removes a stale lock. A second file guards this, so that of two who saw it stale none removes the lock that the other has
 * taken meanwhile.
 * @param {string} file
 */
function takeAway(file) {
  const guard = `${file}.guard`;
  if (!create(guard)) {
    if ((ageOf(guard) ?? 0) > staleAfterMs) rmSync(guard, { force: true });
    return;
  }
  if (isStale(file)) rmSync(file, { force: true });
  rmSync(guard, { force: true });
}

/**
 * How long ago a file was touched; `undefined` when it is not there.
 * @param {string} file
 */
function ageOf(file) {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats && Date.now() - stats.mtimeMs;
}

/** @param {unknown} error */
function codeOf(error) {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
