import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type KeyInput, launch } from 'puppeteer-core';
import { vi } from 'vitest';
import { type BrowserDriver, patienceMs, startTimeoutMs } from './browser-driver.ts';

/**
 * Starts Firefox without a window, through WebDriver BiDi.
 * @param executablePath of `firefox-esr` or `firefox`
 */
export async function startFirefox(executablePath: string): Promise<BrowserDriver> {
  const downloads = mkdtempSync(join(tmpdir(), 'setlist-firefox-'));
  const firefox = await launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    timeout: startTimeoutMs,
    defaultViewport: { width: 1280, height: 800 },
    extraPrefsFirefox: { 'browser.download.folderList': 2, 'browser.download.dir': downloads },
    env: { ...process.env, LC_ALL: 'C.UTF-8', TZ: 'Europe/Prague' },
  });
  const page = await firefox.newPage();
  const said: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) said.push(message.text());
  });
  page.on('pageerror', (error) => said.push(String(error)));
  page.on('response', (response) => {
    if (response.status() >= 400) said.push(`${response.status()} from ${response.url()}`);
  });
  // Firefox does not pass its own messages on: the page says these itself.
  await page.evaluateOnNewDocument(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`The CSP forbids ${violatedDirective} ${blockedURI}`),
    );
  });
  return {
    downloads,
    async open(url) {
      await page.goto('about:blank');
      said.length = 0;
      await page.goto(url);
    },
    async click(role, name) {
      await vi.waitFor(
        async () => {
          const element = await page.$(`aria/${name}[role="${role}"]`);
          if (element === null) throw new Error(`There is no ${role} "${name}".`);
          await element.click();
        },
        { timeout: patienceMs },
      );
    },
    press: (key) => page.keyboard.press(key as KeyInput),
    async run(body, ...args) {
      const source = `JSON.stringify((${body})(...${JSON.stringify(args)}))`;
      const json = (await page.evaluate(source)) as string | undefined;
      return json === undefined ? undefined : JSON.parse(json);
    },
    messages: async () => said,
    async close() {
      await firefox.close();
      rmSync(downloads, { recursive: true, force: true });
    },
  };
}
