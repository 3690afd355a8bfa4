import './require-node.mjs';
import { earlySteps, laterSteps } from './check-steps.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { chromiumVariable, ensureChromium } from './find-chromium.mjs';
import { main } from './main.mjs';
import { playwrightStep, runSteps } from './steps.mjs';

await main(async () => {
  // All steps, whatever fails: one run says all that is wrong.
  const all = { keepGoing: true };
  let early = { passed: 0, failed: 0 };
  await ensureInstalled(async () => {
    // First of all: without a browser there is no point in waiting for the rest.
    process.env[chromiumVariable] = await ensureChromium();
    early = await runSteps(earlySteps, all);
  });
  const later = await runSteps([...laterSteps, playwrightStep('Browser tests')], all);
  const failed = early.failed + later.failed;
  console.log(`${early.passed + later.passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
});
