import { expect } from '@playwright/test';
import { test } from './test.ts';

test.describe('a page of another origin', () => {
  test.use({ expectedOnConsole: /blocked by CORS policy|Failed to load resource: net::ERR_FAILED/ });

  test('reads nothing and changes nothing', async ({ page, server, startServer }) => {
    const headers = { 'Content-Type': 'text/html' };
    const elsewhere = await startServer(() => new Response('<!doctype html><title>Elsewhere</title>', { headers }));
    await page.goto(elsewhere.url);
    const outcome = await page.evaluate(async (api) => {
      const asked = [
        fetch(`${api}/v2/datasets`).then((response) => response.text()),
        fetch(`${api}/v2/datasets?name=planted`, { method: 'POST', mode: 'no-cors' }).then((response) => response.type),
      ];
      return (await Promise.allSettled(asked)).map(({ status }) => status);
    }, server.url);
    expect(outcome).toEqual(['rejected', 'rejected']);
    // Both were sent at once: either may have come first.
    const answered = server.requests.map(({ method, failed }) => `${method} ${failed}`).sort();
    expect(answered).toEqual(['GET false', 'POST true']);
    expect((await fetch(`${server.url}/v2/datasets/~planted`)).status).toBe(404);
  });
});

test.describe('what was planted into the page', () => {
  test.use({ expectedOnConsole: /Content Security Policy/ });

  test('does not run: no inline script, no eval, nothing loaded from elsewhere', async ({ list, page }) => {
    await list.open();
    const ran = await page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'window.planted = true';
      document.body.append(script);
      const button = document.createElement('button');
      button.setAttribute('onclick', 'window.planted = true');
      document.body.append(button);
      button.click();
      const image = new Image();
      const loads = new Promise((resolve) => {
        image.onload = () => resolve(true);
        image.onerror = () => resolve(false);
      });
      image.src = 'http://127.0.0.1:9/x.png';
      return { planted: 'planted' in window, image: await loads };
    });
    expect(ran).toEqual({ planted: false, image: false });
    const evaluated = await page.evaluate(() => {
      const element = document.createElement('script');
      element.src = 'data:text/javascript,window.planted=true';
      document.body.append(element);
      return 'planted' in window;
    });
    expect(evaluated).toBe(false);
  });
});
