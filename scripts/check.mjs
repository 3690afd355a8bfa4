import './require-node.mjs';
import { runningSteps, staticSteps } from './check-steps.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { main } from './main.mjs';
import { runSteps } from './steps.mjs';

await main(async () => {
  await ensureInstalled();
  const { failed } = await runSteps([...staticSteps, ...runningSteps], { keepGoing: false });
  if (failed > 0) process.exitCode = 1;
});
