import './require-node.mjs';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { chromiumVariable, ensureChromium } from './find-chromium.mjs';
import { main } from './main.mjs';
import { root } from './project.mjs';

await main(async () => {
  await ensureInstalled();
  await ensureBuilt();
  process.env[chromiumVariable] = await ensureChromium();
  process.chdir(root);
  // Imported here: it needs what was just installed.
  const { runTypeScript } = await import('./run-typescript.mjs');
  await runTypeScript('e2e/take-pictures.ts');
});
