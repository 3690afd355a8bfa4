import type { Page } from '@playwright/test';

const loadTimeoutMs = 120_000;

/** Waits until all of the list is there, and the page has nothing more to do. */
export async function untilLoaded(page: Page): Promise<void> {
  await page.waitForFunction(
    () => /all [\d,]+/.test(document.querySelector('[role=status]')?.textContent ?? ''),
    null,
    {
      timeout: loadTimeoutMs,
    },
  );
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
}

/** Waits until a list is kept on this device. */
export async function untilKept(page: Page): Promise<void> {
  const deadlineMs = Date.now() + loadTimeoutMs;
  while ((await page.evaluate(countKeptLists)) === 0) {
    if (Date.now() > deadlineMs) throw new Error('The list was not kept.');
    await page.waitForTimeout(200);
  }
}

/** Runs in the browser, alone. Looks first whether there is a database: to open it would make one. */
async function countKeptLists(): Promise<number> {
  const databases = await indexedDB.databases();
  if (!databases.some(({ name }) => name === 'setlist')) return 0;
  return await new Promise((resolve, reject) => {
    const opening = indexedDB.open('setlist');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const counting = database.transaction('lists').objectStore('lists').count();
      counting.onsuccess = () => {
        database.close();
        resolve(counting.result);
      };
    };
  });
}
