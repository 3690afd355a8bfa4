import './require-node.mjs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { main } from './main.mjs';
import { root } from './project.mjs';

await main(async () => {
  await ensureInstalled();
  await ensureBuilt();
  // In this process: it starts sooner, and signals reach it at first hand.
  await import(pathToFileURL(join(root, 'dist', 'server', 'main.js')).href);
});
