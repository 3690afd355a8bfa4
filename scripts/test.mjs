import './require-node.mjs';
import { runningSteps, staticSteps } from './check-steps.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { chromiumVariable, ensureChromium } from './find-chromium.mjs';
import { main } from './main.mjs';
import { playwrightStep, runSteps } from './steps.mjs';

await main(async () => {
  // All steps, whatever fails: one run says all that is wrong.
  const all = { keepGoing: true };
  let still = { passed: 0, failed: 0 };
  await ensureInstalled(async () => {
    // First of all: without a browser there is no point in waiting for the rest.
    process.env[chromiumVariable] = await ensureChromium();
    still = await runSteps(staticSteps, all);
  });
  const running = await runSteps([...runningSteps, playwrightStep('Browser tests')], all);
  const failed = still.failed + running.failed;
  console.log(`${still.passed + running.passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
});
