import { expect } from '@playwright/test';
import { Hold } from './faults.ts';
import { test } from './test.ts';

test('whoever asks for reduced motion sees none', async ({ list, page, server }) => {
  server.fail(new Hold().fault);
  await page.goto('/datasets?desc=1&limit=50');
  await expect(list.table).toHaveAttribute('aria-busy', 'true');
  const moving = await page.evaluate(
    () => document.getAnimations().filter(({ playState }) => playState === 'running').length,
  );
  expect(moving).toBe(0);
});
