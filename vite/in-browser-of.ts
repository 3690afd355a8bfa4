import type { ServerInfo } from '../src/contract/server-info.ts';

/** Draws in what of a browser the page looks at while it is first drawn, on a server that says `info` of itself. */
export function inBrowserOf(info: ServerInfo, draw: () => string): string {
  const storage = { getItem: () => null };
  const nothing = () => {};
  const location = new URL('http://localhost/datasets?desc=1&limit=50');
  const globals = {
    location,
    localStorage: storage,
    sessionStorage: storage,
    innerHeight: 0,
    history: { state: null, replaceState: nothing },
    addEventListener: nothing,
    matchMedia: () => ({ matches: true }),
    document: { querySelector: () => ({ getAttribute: () => JSON.stringify(info) }) },
  };
  Object.assign(globalThis, globals, { window: globals });
  try {
    return draw();
  } finally {
    for (const name of [...Object.keys(globals), 'window']) Reflect.deleteProperty(globalThis, name);
  }
}
