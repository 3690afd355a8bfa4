import './require-node.mjs';
import { earlySteps, laterSteps } from './check-steps.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { main } from './main.mjs';
import { runSteps } from './steps.mjs';

await main(async () => {
  await ensureInstalled();
  const { failed } = await runSteps([...earlySteps, ...laterSteps], { keepGoing: false });
  if (failed > 0) process.exitCode = 1;
});
