import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { cleanUp, newFolder, type RunningServer, startServer } from '../command/setlist.ts';
import { type BrowserDriver, patienceMs } from './browser-driver.ts';
import { startFirefox } from './firefox.ts';
import { startWebkit } from './webkit.ts';

const { SETLIST_FIREFOX: firefox, SETLIST_WEBKIT: webkit } = process.env;
const [driver = '', minibrowser = '', screen = ''] = webkit?.split(':') ?? [];

const browsers = [
  { name: 'Firefox', isThere: Boolean(firefox), start: () => startFirefox(firefox ?? '') },
  {
    name: 'WebKit',
    isThere: Boolean(webkit),
    start: () => startWebkit({ driver, browser: minibrowser, screen }),
  },
];

interface Listed {
  readonly id: string;
  readonly name: string;
  readonly itemCount: number;
}

const firstAddress = '/datasets?desc=1&limit=50';
const waiting = { timeout: patienceMs, interval: 50 };

describe.each(browsers)('the dashboard in $name', ({ isThere, start }) => {
  describe.skipIf(!isThere)('as in Chromium', () => {
    let server: RunningServer;
    let browser: BrowserDriver;
    /** The whole list as the API gives it, newest first. */
    let datasets: readonly Listed[];

    const at = (index: number) => {
      const dataset = datasets.at(index);
      if (dataset === undefined) throw new Error(`There are only ${datasets.length} datasets.`);
      return dataset;
    };
    const pages = () => Math.ceil(datasets.length / 50);
    const open = async (address = firstAddress) => {
      await browser.open(server.url + address);
      await expectFirst(at(0));
      // From here on it answers every key.
      await expectStatus(`all ${datasets.length}`);
    };
    const address = () => browser.run(() => location.pathname + location.search);
    const expectFirst = ({ id }: Listed) =>
      expect
        .poll(() => browser.run(() => document.querySelector('tbody tr')?.textContent ?? ''), waiting)
        .toContain(id);
    const expectStatus = (words: string) =>
      expect
        .poll(
          () => browser.run(() => [...document.querySelectorAll('[role=status]')].map((one) => one.textContent).join()),
          waiting,
        )
        .toContain(words);
    const expectFocused = ({ id }: Listed) =>
      expect.poll(() => browser.run(() => document.activeElement?.textContent ?? ''), waiting).toContain(id);

    beforeAll(async () => {
      server = await startServer([], { cwd: newFolder() });
      const answer = await fetch(`${server.url}/v2/datasets?desc=1&limit=1000`);
      const rest = await fetch(`${server.url}/v2/datasets?desc=1&limit=1000&offset=1000`);
      datasets = [...(await answer.json()).data.items, ...(await rest.json()).data.items];
      browser = await start();
    });

    afterAll(async () => {
      await browser?.close();
      await cleanUp();
    });

    afterEach(async () => {
      expect(await browser.messages(), 'messages on the console').toEqual([]);
    });

    it('is heard: what it says, throws and is forbidden is noticed', async () => {
      await open();
      await browser.run(() => {
        console.warn('said');
        setTimeout(() => {
          throw new Error('thrown');
        });
        void Promise.reject(new Error('rejected'));
        document.head.append(Object.assign(document.createElement('script'), { textContent: 'forbidden()' }));
      });
      const heard = async () => (await browser.messages()).join('\n');
      for (const message of ['said', 'thrown', 'rejected', 'script-src']) {
        await expect.poll(heard, waiting).toContain(message);
      }
      await open();
    });

    it('shows the first rows', async () => {
      await open();
      await expectStatus(`Page 1 of ${pages()}, 50 of ${datasets.length} datasets, newest first`);
      expect(await browser.run(() => document.querySelectorAll('tbody tr').length)).toBeGreaterThan(10);
    });

    it('turns pages', async () => {
      await open();
      await browser.click('button', 'Next page');
      await expectFirst(at(50));
      await expectStatus(`Page 2 of ${pages()}`);
      expect(await address()).toBe(`${firstAddress}&offset=50`);
      await browser.click('button', 'Previous page');
      await expectFirst(at(0));
      expect(await address()).toBe(firstAddress);
    });

    it('sorts all datasets by a click on a header', async () => {
      await open();
      await browser.click('button', 'Items');
      await expectStatus('by items, most first');
      expect(await address()).toBe(`${firstAddress}&sort=-itemCount`);
      const most = datasets.reduce((most, dataset) => (dataset.itemCount > most.itemCount ? dataset : most));
      await expectFirst(most);
    });

    it('finds what is typed', async () => {
      await open();
      await browser.press('/');
      for (const letter of at(300).id) await browser.press(letter);
      await expectStatus('1 of 1 datasets found');
      await expectFirst(at(300));
      expect(await address()).toBe(`${firstAddress}&q=${at(300).id}`);
    });

    it('narrows the list by its filters', async () => {
      const empty = datasets.filter(({ itemCount }) => itemCount === 0);
      await open();
      await browser.click('button', 'Filters');
      await browser.click('checkbox', '0');
      await expectStatus(`of ${empty.length} datasets found`);
      await expectFirst(empty[0] ?? at(-1));
      expect(await address()).toBe(`${firstAddress}&q=items%3A0`);
      await browser.click('button', 'Filters');
    });

    it('scrolls to the end', async () => {
      await open();
      await browser.click('radio', 'Scroll');
      const scrollToEnd = (id: string) => {
        const scroller = document.querySelector('.table-scroller');
        if (scroller === null) return false;
        scroller.scrollTop = scroller.scrollHeight;
        const last = [...scroller.querySelectorAll('tbody tr')].find((row) => row.textContent?.includes(id));
        const [row, frame] = [last?.getBoundingClientRect(), scroller.getBoundingClientRect()];
        return row !== undefined && row.top >= frame.top && row.bottom <= frame.bottom + 1;
      };
      await expect.poll(() => browser.run(scrollToEnd, at(-1).id), waiting).toBe(true);
      // The choice is kept for the pages that are opened next.
      await browser.click('radio', 'Pages');
      await expect.poll(() => browser.run(() => localStorage.getItem('setlist.reading')), waiting).not.toBe('scroll');
    });

    it('exports the whole list', async () => {
      await open();
      await browser.click('button', 'Export');
      await browser.click('button', 'Save');
      const saved = () => readdirSync(browser.downloads).filter((name) => name.endsWith('.csv'));
      const lines = () =>
        saved().flatMap((name) => readFileSync(join(browser.downloads, name), 'utf8').trimEnd().split('\r\n'));
      await expect.poll(() => lines().length, waiting).toBe(datasets.length + 1);
      expect(lines()[1]).toContain(at(0).id);
      expect(lines().at(-1)).toContain(at(-1).id);
    });

    it('is used by keyboard', async () => {
      await open();
      await browser.press('ArrowDown');
      await expectFocused(at(0));
      await browser.press('ArrowDown');
      await expectFocused(at(1));
      await browser.press('End');
      await expectFocused(at(49));
      await browser.press('n');
      await expectFirst(at(50));
      await browser.press('p');
      await expectFirst(at(0));
      await browser.press('?');
      const isOpen = () => browser.run(() => document.querySelector('dialog[open]') !== null);
      await expect.poll(isOpen, waiting).toBe(true);
      await browser.press('Escape');
      await expect.poll(isOpen, waiting).toBe(false);
    });
  });
});
