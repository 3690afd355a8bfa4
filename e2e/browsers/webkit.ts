import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { vi } from 'vitest';
import { type BrowserDriver, type ClickedRole, type NamedKey, patienceMs, startTimeoutMs } from './browser-driver.ts';
import { type Command, type ElementReference, elementPath, webdriverClient } from './webdriver-client.ts';

/** Where WebDriver has the keys that are no characters. */
const keyCodes: Readonly<Record<NamedKey, string>> = { ArrowDown: '\uE015', End: '\uE010', Escape: '\uE00C' };

/** Elements that may have a role; which of them has it, WebKit says. */
const candidates: Readonly<Record<ClickedRole, string>> = {
  button: 'button, [role=button]',
  radio: 'input[type=radio], [role=radio]',
  checkbox: 'input[type=checkbox], [role=checkbox]',
};

/**
 * Starts WebKit's MiniBrowser through its driver, on a screen that nobody sees.
 * @param paths of `WebKitWebDriver`, `MiniBrowser` and `Xvfb`
 */
export async function startWebkit(paths: {
  readonly driver: string;
  readonly browser: string;
  readonly screen: string;
}): Promise<BrowserDriver> {
  const home = mkdtempSync(join(tmpdir(), 'setlist-webkit-'));
  const screen = spawn(paths.screen, ['-displayfd', '3', '-screen', '0', '1280x800x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const display = await firstLine(screen);
  const port = await freePort();
  const driver = spawn(paths.driver, [`--port=${port}`], {
    // Files are saved below HOME. Frames go through memory: nothing that draws is there.
    env: {
      ...process.env,
      HOME: home,
      DISPLAY: `:${display}`,
      LC_ALL: 'C.UTF-8',
      TZ: 'Europe/Prague',
      GDK_BACKEND: 'x11',
      WEBKIT_DISABLE_DMABUF_RENDERER: '1',
    },
    stdio: 'ignore',
  });
  const end = async () => {
    for (const child of [driver, screen]) if (child.kill()) await once(child, 'close');
    rmSync(home, { recursive: true, force: true });
  };
  try {
    return await openSession({ url: `http://127.0.0.1:${port}`, browser: paths.browser, downloads: home, end });
  } catch (error) {
    await end();
    throw error;
  }
}

async function openSession(at: {
  readonly url: string;
  readonly browser: string;
  readonly downloads: string;
  readonly end: () => Promise<void>;
}): Promise<BrowserDriver> {
  const started = webdriverClient(at.url);
  await vi.waitFor(() => started('GET', '/status'), { timeout: startTimeoutMs });
  const { sessionId } = await started<{ sessionId: string }>('POST', '/session', {
    capabilities: {
      alwaysMatch: {
        // So that the page can be listened to while it still loads.
        pageLoadStrategy: 'none',
        'webkitgtk:browserOptions': { binary: at.browser, args: ['--automation'] },
      },
    },
  });
  const command = webdriverClient(`${at.url}/session/${sessionId}`);
  await command('POST', '/window/rect', { x: 0, y: 0, width: 1280, height: 800 });
  const run: BrowserDriver['run'] = (body, ...args) =>
    command('POST', '/execute/sync', { script: `return (${body})(...arguments)`, args });
  return {
    downloads: at.downloads,
    async open(url) {
      // Another document in any case, also where only the fragment differs.
      await command('POST', '/url', { url: 'about:blank' });
      await vi.waitFor(async () => assertTrue(await run(() => location.href === 'about:blank')), waiting);
      await command('POST', '/url', { url });
      await vi.waitFor(async () => assertTrue(await run(listen, new URL(url).origin)), waiting);
    },
    async click(role, name) {
      await vi.waitFor(async () => clickElement(command, await findElement(command, role, name)), waiting);
    },
    async press(key) {
      const value = keyCodes[key as NamedKey] ?? key;
      const actions = ['keyDown', 'keyUp'].map((type) => ({ type, value }));
      await command('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
    },
    run,
    messages: () => run(() => (globalThis as Listened).said ?? []),
    async close() {
      await command('DELETE', '').finally(at.end);
    },
  };
}

const waiting = { timeout: patienceMs, interval: 10 };

function assertTrue(value: boolean): void {
  if (!value) throw new Error('The page is not there yet.');
}

async function findElement(command: Command, role: ClickedRole, name: string): Promise<ElementReference> {
  const script = `return [...document.querySelectorAll(arguments[0])].filter((element) => {
    const texts = [element.ariaLabel, element.textContent, ...[...element.labels ?? []].map((label) => label.textContent)];
    return element.checkVisibility() && texts.some((text) => text?.includes(arguments[1]));
  })`;
  const args = [candidates[role], name];
  for (const reference of await command<ElementReference[]>('POST', '/execute/sync', { script, args })) {
    const path = elementPath(reference);
    const hasName = (await command('GET', `${path}/computedlabel`)) === name;
    if (hasName && (await command('GET', `${path}/computedrole`)) === role) return reference;
  }
  throw new Error(`There is no ${role} "${name}".`);
}

/** Clicks where it is, on whatever lies there: a label above a hidden field, say. */
async function clickElement(command: Command, origin: ElementReference): Promise<void> {
  await command('POST', '/execute/sync', {
    script: `arguments[0].scrollIntoView({ block: 'nearest' })`,
    args: [origin],
  });
  const actions = [
    { type: 'pointerMove', origin, x: 0, y: 0 },
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ];
  await command('POST', '/actions', { actions: [{ type: 'pointer', id: 'mouse', actions }] });
}

type Listened = typeof globalThis & { said?: string[] };

/**
 * Writes down what the page says from now on, for WebDriver has no console. Not seen is what was said in the first milliseconds, in a
 * worker, or by WebKit itself of an answer from 400 on: Firefox tells of those. Gives whether this is the page of that origin.
 */
function listen(origin: string): boolean {
  if (location.origin !== origin) return false;
  const page = globalThis as Listened;
  if (page.said !== undefined) return true;
  const said: string[] = [];
  page.said = said;
  const write = (...words: unknown[]) => void said.push(words.map(String).join(' '));
  Object.assign(console, { error: write, warn: write });
  addEventListener('error', ({ message }) => said.push(message));
  addEventListener('unhandledrejection', ({ reason }) => said.push(String(reason)));
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    said.push(`The CSP forbids ${violatedDirective} ${blockedURI}`),
  );
  return true;
}

/** What Xvfb writes on its fourth stream: the number of the screen that was free. */
async function firstLine(screen: ChildProcess): Promise<string> {
  const stream = screen.stdio[3];
  if (!stream || !('readable' in stream)) throw new Error('Xvfb has no stream to say its screen on.');
  for await (const line of createInterface({ input: stream as NodeJS.ReadableStream })) return line;
  throw new Error('Xvfb ended before it had a screen.');
}

/** A port that nobody listens on: WebKit's driver does not say which one it took. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}
