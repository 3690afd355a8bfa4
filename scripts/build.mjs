import './require-node.mjs';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { main } from './main.mjs';

await main(async () => {
  await ensureInstalled();
  await ensureBuilt();
});
