import './require-node.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { main } from './main.mjs';

await main(async () => {
  await ensureInstalled();
  // Imported here: it needs what was just installed.
  const { serveDevelopment } = await import('./serve-development.mjs');
  await serveDevelopment(process.argv.slice(2));
});
