import { expect, type Locator } from '@playwright/test';

/**
 * Types letter by letter, until one has its rows on screen in the task of its key: they were there before it was typed. Each try is
 * with one letter more, which finds less: what was once on screen is there in any case.
 */
export async function expectFoundAhead(search: Locator, text: string): Promise<void> {
  const letters = [...text];
  await expect(async () => {
    const handled = await search.evaluateHandle(() => {
      const textNow = () => document.querySelector('[role=status]')?.textContent ?? '';
      const before = textNow();
      return [
        new Promise<boolean>((resolve) => {
          addEventListener('input', () => queueMicrotask(() => resolve(textNow() !== before)), { once: true });
        }),
      ];
    });
    await search.press(letters.shift() ?? '');
    expect(await handled.evaluate(([isOtherNow]) => isOtherNow)).toBe(true);
  }).toPass({ intervals: [200] });
}
