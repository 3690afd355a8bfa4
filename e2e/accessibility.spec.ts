import { expect, type Page } from '@playwright/test';
import type { DatasetsPage } from './datasets-page.ts';
import { expectAccessible } from './expect-accessible.ts';
import { apiError, cutOff, Hold, holdCollection, notJson, tooManyRequests } from './faults.ts';
import type { Fault, FaultyServer } from './faulty-server.ts';
import { test } from './test.ts';

const address = '/datasets?desc=1&limit=50';

interface Stage {
  readonly list: DatasetsPage;
  readonly page: Page;
  readonly server: FaultyServer;
}

/** Every state of the list's page, and how to get there. */
const states: Readonly<Record<string, (stage: Stage) => Promise<void>>> = {
  'the list': ({ list }) => list.open(),
  'the list with unnamed datasets': ({ list }) => list.open('/datasets?unnamed=1&desc=1&limit=50'),
  'the list at 320 px': async ({ list, page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await list.open();
  },
  'a row in focus': async ({ list, page }) => {
    await list.open();
    await page.keyboard.press('ArrowDown');
    await expect(list.row('set-1200')).toBeFocused();
  },
  'a tooltip': async ({ list, page }) => {
    await list.open();
    await list.rows.first().getByRole('time').first().hover();
    await expect(page.getByRole('tooltip')).toBeVisible();
  },
  'the columns menu': async ({ list, page }) => {
    await list.open();
    await list.columns.click();
    await expect(page.getByRole('checkbox', { name: 'Owner' })).toBeVisible();
  },
  'the theme menu': async ({ list, page }) => {
    await list.open();
    await page.getByRole('button', { name: 'Theme' }).click();
    await expect(page.getByRole('radio', { name: 'System' })).toBeVisible();
  },
  'the API dialog': async ({ list, page }) => {
    await list.open();
    await list.api.click();
    await expect(page.getByRole('dialog', { name: /program/ })).toContainText('curl');
  },
  'the keys dialog': async ({ list, page }) => {
    await list.open();
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toBeVisible();
  },
  'the first load': async ({ list, page, server }) => {
    server.fail(new Hold().fault);
    await page.goto(address);
    await expect(list.table).toHaveAttribute('aria-busy', 'true');
  },
  'the first load, slow': async ({ list, page, server }) => {
    server.fail(new Hold().fault);
    await page.clock.install();
    await page.goto(address);
    await expect(list.table).toHaveAttribute('aria-busy', 'true');
    await page.clock.runFor(11_000);
  },
  'a page on its way': async ({ list, server }) => {
    holdCollection(server);
    await list.open();
    server.fail(new Hold().fault);
    await list.lastPage.click();
    await expect(list.table).toHaveAttribute('aria-busy', 'true');
  },
  'a note about the end of the list': ({ list }) => list.open('/datasets?desc=1&limit=50&offset=5000'),
  'a note about the address': ({ list }) => list.open('/datasets?desc=maybe&limit=50'),
  'new datasets': async ({ list, page, server }) => {
    await page.clock.install();
    await list.open();
    await fetch(`${server.url}/v2/datasets?name=a-new-one`, { method: 'POST' });
    await page.clock.runFor(16_000);
    await expect(page.getByRole('button', { name: '1 new dataset' })).toBeVisible();
  },
  'rows out of date, the server out of reach': async ({ list, page, server }) => {
    await list.open();
    await server.stop();
    await list.refresh.click();
    await expect(page.getByRole('button', { name: 'Retry' })).toBeVisible();
  },
  'a page that is not there': async ({ page }) => {
    await page.goto('/no/such/page');
    await expect(page.getByRole('link', { name: /datasets/i })).toBeVisible();
  },
  'a failed server': (stage) => failing(stage, apiError(500, { type: 'internal-error', message: 'It broke.' })),
  'a refusal': (stage) => failing(stage, apiError(403, { type: 'insufficient-permissions', message: 'No.' })),
  'an answer of another kind': (stage) => failing(stage, notJson),
  'a server out of reach': (stage) => failing(stage, cutOff),
  'a pause': async ({ page, server }) => {
    server.fail(tooManyRequests({ retryAfterS: 600 }));
    await page.goto(address);
    await expect(page.getByRole('heading', { name: /too many requests/i })).toBeVisible();
  },
};

async function failing({ page, server }: Stage, fault: Fault): Promise<void> {
  server.fail(fault);
  await page.goto(address);
  await expect(page.getByRole('button', { name: 'Retry' })).toBeVisible();
}

for (const [state, arrange] of Object.entries(states)) {
  test(`axe finds nothing: ${state}`, async ({ list, page, server }) => {
    await arrange({ list, page, server });
    await expectAccessible(page);
  });
}

test.describe('sign-in', () => {
  test.use({ requireToken: true });

  test('axe finds nothing: sign-in', async ({ page }) => {
    await page.goto(address);
    await expect(page.getByRole('textbox', { name: 'API token' })).toBeVisible();
    await expectAccessible(page);
  });

  test('axe finds nothing: sign-in refused', async ({ page }) => {
    await page.goto(address);
    await page.getByRole('textbox', { name: 'API token' }).fill('wrong');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByText(/does not accept/i)).toBeVisible();
    await expectAccessible(page);
  });

  test('axe finds nothing: signed in', async ({ list, page, token }) => {
    await page.goto(address);
    await page.getByRole('textbox', { name: 'API token' }).fill(token);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await list.expectFirst('set-1200');
    await expectAccessible(page);
  });
});

test.describe('without rows', () => {
  test.use({ collection: 'none' });

  test('axe finds nothing: an empty account', async ({ page }) => {
    await page.goto(address);
    await expect(page.getByRole('heading', { name: /nothing here yet/i })).toBeVisible();
    await expectAccessible(page);
  });

  test('axe finds nothing: nothing that matches', async ({ page }) => {
    await page.goto('/datasets?ownership=sharedWithMe&desc=1&limit=50');
    await expect(page.getByRole('button', { name: 'Clear filters' })).toBeVisible();
    await expectAccessible(page);
  });
});

test.describe('sample data', () => {
  test.use({ serves: 'sample' });

  test('axe finds nothing: the words about sample data', async ({ list, page }) => {
    await list.open();
    await page
      .getByText(/sample data/i)
      .first()
      .click();
    await expectAccessible(page);
  });
});
