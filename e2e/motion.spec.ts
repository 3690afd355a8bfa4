import { expect } from '@playwright/test';
import { Hold } from './faults.ts';
import { test } from './test.ts';

test('whoever asks for reduced motion sees none', async ({ list, page, server }) => {
  server.fail(new Hold().fault);
  await page.goto('/datasets?desc=1&limit=50');
  await expect(list.table).toHaveAttribute('aria-busy', 'true');
  // What lasts a millisecond is no motion: it is how CSS shows something after a delay.
  const moving = await page.evaluate(
    () =>
      document.getAnimations().filter(({ effect }) => Number(effect?.getComputedTiming().activeDuration) > 1).length,
  );
  expect(moving).toBe(0);
});
