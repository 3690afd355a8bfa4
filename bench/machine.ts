import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { arch, availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from './project-root.ts';

/** Packages whose versions decide what is measured. */
const packages = ['hono', '@hono/node-server', 'better-sqlite3', 'kysely', 'react', 'vite', 'autocannon'] as const;

/** What the numbers depend on, one line each: the machine, how busy it was, and the versions. */
export function describeMachine(options: { readonly chromium: string; readonly now: Date }): string[] {
  const [cpu] = cpus();
  const memoryGb = totalmem() / 1024 ** 3;
  const [load = 0] = loadavg();
  return [
    `Date: ${options.now.toISOString()}`,
    `Machine: ${cpu?.model.trim() ?? 'unknown processor'}, ${availableParallelism()} cores, ${memoryGb.toFixed(0)} GB, ${type()} ${release()} ${arch()}`,
    `Busy before it began: load ${load.toFixed(2)} in the last minute`,
    `Versions: Node ${process.versions.node}, ${chromiumVersion(options.chromium)}, ${packages.map(packageVersion).join(', ')}`,
  ];
}

function packageVersion(name: string): string {
  // A package.json that npm installed has a version.
  const { version } = JSON.parse(readFileSync(join(projectRoot, 'node_modules', name, 'package.json'), 'utf8')) as {
    version: string;
  };
  return `${name} ${version}`;
}

function chromiumVersion(path: string): string {
  return execFileSync(path, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
}
