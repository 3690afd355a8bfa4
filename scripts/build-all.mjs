import './require-node.mjs';
import { chmodSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { buildKey } from './build-key.mjs';
import { compressFiles } from './compress-files.mjs';
import { buildStampPath } from './ensure-built.mjs';
import { main } from './main.mjs';
import { root } from './project.mjs';

const dist = join(root, 'dist');
const freshPrefix = '.new-';
const parts = ['app', 'server'];

/**
 * Builds both programs beside what is there, and puts them in its place when they are whole. The stamp goes first and comes
 * last, so that a build that was interrupted is never taken for a whole one.
 */
async function buildAll() {
  // A build started from a test or a shell with another NODE_ENV must not get React's development build.
  process.env.NODE_ENV = 'production';
  // Before the build, so that what is changed during it is built again.
  const key = buildKey(process.env);
  mkdirSync(dist, { recursive: true });
  for (const name of readdirSync(dist)) if (name.startsWith(freshPrefix)) remove(join(dist, name));
  const fresh = join(dist, `${freshPrefix}${process.pid}`);
  try {
    await buildOne('vite.config.ts', join(fresh, 'app'));
    await compressFiles(join(fresh, 'app'));
    await buildOne('vite.server.config.ts', join(fresh, 'server'));
    chmodSync(join(fresh, 'server', 'main.js'), 0o755);
    remove(buildStampPath);
    for (const part of parts) {
      remove(join(dist, part));
      renameSync(join(fresh, part), join(dist, part));
    }
    writeFileSync(buildStampPath, key);
  } finally {
    remove(fresh);
  }
}

/**
 * @param {string} config file name of a Vite configuration
 * @param {string} outDir
 */
async function buildOne(config, outDir) {
  await build({
    root,
    configFile: join(root, config),
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true, rolldownOptions: { checks: { bundlerTimings: false } } },
  });
}

/** @param {string} path of a file or folder, which need not be there */
function remove(path) {
  rmSync(path, { recursive: true, force: true });
}

await main(buildAll);
