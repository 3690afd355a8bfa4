import './require-node.mjs';
import { checkSteps } from './check-steps.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { chromiumVariable, ensureChromium } from './find-chromium.mjs';
import { main } from './main.mjs';
import { playwrightStep, runSteps } from './steps.mjs';

await main(async () => {
  await ensureInstalled();
  // First of all: without a browser there is no point in waiting for the rest.
  process.env[chromiumVariable] = await ensureChromium();
  const steps = [...checkSteps, playwrightStep('Browser tests')];
  // All of them, whatever fails: one run says all that is wrong.
  const { passed, failed } = await runSteps(steps, { keepGoing: true });
  console.log(`${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
});
