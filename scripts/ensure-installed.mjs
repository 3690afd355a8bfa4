import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockFile, root, say } from './project.mjs';
import { runNode, runNpm } from './run.mjs';
import { withLock } from './with-lock.mjs';

const lockPath = join(root, 'package-lock.json');
/** npm writes it at the end of an installation: what it installed. */
const installedPath = join(root, 'node_modules', '.package-lock.json');
const stampPath = join(root, 'node_modules', '.setlist-installed');

/** Opens a database, to see that the compiled part of better-sqlite3 is there and was compiled for this Node. */
const probe = `new (require('better-sqlite3'))(':memory:').close()`;

/**
 * Installs what package-lock.json names, unless just that is installed.
 * @param {() => Promise<void>} [meanwhile] what needs no database: where better-sqlite3 compiles it is done beside that
 * @throws {Error} with one line for the reader
 */
export async function ensureInstalled(meanwhile = async () => {}) {
  /** @type {Promise<void> | undefined} */
  let done;
  const doOnce = () => {
    done ??= meanwhile();
    return done;
  };
  const onWait = (/** @type {string} */ pid) =>
    say(`Waiting for another command that installs or builds (process ${pid})…`);
  if (!isStamped()) await withLock(lockFile, () => install(doOnce), onWait);
  await doOnce();
}

/** @param {() => Promise<void>} meanwhile */
async function install(meanwhile) {
  if (isStamped()) return;
  if (!(isInstalled() && (await opensDatabase()))) {
    say('Installing (about a minute: better-sqlite3 compiles)…');
    rmSync(stampPath, { force: true });
    // `--include=dev`: the build needs them, also where NODE_ENV is production. No script but that of better-sqlite3 is to run.
    await npm(['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund']);
    const compiling = npm(['rebuild', 'better-sqlite3']);
    // What fails meanwhile is told when all is installed.
    await Promise.allSettled([compiling, meanwhile()]);
    await compiling;
    if (!(await opensDatabase())) {
      throw new Error(
        'better-sqlite3 was installed but not compiled: it needs Python 3, make, a C++ compiler, and npm to run its install script.',
      );
    }
  }
  writeFileSync(stampPath, installKey());
}

/** @param {readonly string[]} args */
async function npm(args) {
  const code = await runNpm(args, { stdio: ['ignore', 2, 2] });
  if (code !== 0) throw new Error('The installation failed: npm says above why.');
}

function isStamped() {
  try {
    return readFileSync(stampPath, 'utf8') === installKey();
  } catch {
    return false;
  }
}

/** What an installation depends on, and what npm says is installed: it changes when anybody installs or removes a package. */
function installKey() {
  const hash = createHash('sha256');
  hash.update(`${process.platform} ${process.arch} ${process.versions.modules}\n`);
  hash.update(readFileSync(lockPath)).update(readFileSync(installedPath));
  return hash.digest('hex');
}

/**
 * Whether an `npm ci` or `npm install` by hand left what package-lock.json names. Optional packages are for other platforms
 * where they are missing.
 */
function isInstalled() {
  try {
    const installed = readPackages(installedPath);
    return Object.entries(readPackages(lockPath)).every(([path, { version, optional, peer }]) => {
      if (path === '') return true;
      const found = installed[path];
      return found === undefined ? optional === true || peer === true : found.version === version;
    });
  } catch {
    return false;
  }
}

/**
 * @param {string} path of a lock file
 * @returns {Record<string, { version?: string, optional?: boolean, peer?: boolean }>}
 */
function readPackages(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages;
}

async function opensDatabase() {
  return (await runNode(['-e', probe], { stdio: 'ignore' })) === 0;
}
