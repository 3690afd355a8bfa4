import { expose } from 'comlink';
import { CollectionHost } from './collection-host.ts';
import type { CollectionState } from './collection-state.ts';
import { listPages } from './fetch-list-page.ts';
import type { ListSource } from './list-source.ts';

/** What the page may ask of the worker. One list at a time: to open another one gives the load of the one before up. */
export interface CollectionWorker {
  readonly open: (source: ListSource, onState: (state: CollectionState) => void) => void;
  readonly load: (maxRequests: number | undefined) => void;
  readonly stop: () => void;
  readonly ask: CollectionHost['ask'];
}

let host: CollectionHost | undefined;

function openHost(): CollectionHost {
  if (host === undefined) throw new Error('No list is open.');
  return host;
}

/** Resolves when the browser has a network again; `undefined` while it has one. */
function untilOnline(): Promise<unknown> | undefined {
  if (navigator.onLine) return undefined;
  return new Promise((resolve) => addEventListener('online', resolve, { once: true }));
}

const worker: CollectionWorker = {
  open(source, onState) {
    host?.stop();
    const pages = listPages(source);
    host = new CollectionHost({ ...pages, onState, gate: untilOnline });
  },
  load: (maxRequests) => void openHost().load(maxRequests),
  stop: () => openHost().stop(),
  ask: (name, question) => openHost().ask(name, question),
};

expose(worker);
