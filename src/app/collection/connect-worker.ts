import { proxy, type Remote, wrap } from 'comlink';
import type { AskCollection, CollectionConnection } from './collection-store.ts';
import type { CollectionWorker } from './collection-worker.ts';

let worker: Worker | undefined;
let remote: Remote<CollectionWorker> | undefined;

// Chromium tells a worker nothing of it.
const tellNetwork = () => void remote?.setOnline(navigator.onLine);
addEventListener('online', tellNetwork);
addEventListener('offline', tellNetwork);

/** The worker that has the collections: started by the first who needs one, and kept. */
export const connectWorker: CollectionConnection = {
  open: async (source, onState) => {
    worker ??= new Worker(new URL('./collection-worker.ts', import.meta.url), { type: 'module' });
    remote ??= wrap<CollectionWorker>(worker);
    await remote.open(source, proxy(onState));
  },
  load: async (maxRequests) => remote?.load(maxRequests),
  readAgain: async () => remote?.readAgain(),
  stop: async () => remote?.stop(),
  hold: async (isHeld) => remote?.hold(isHeld),
  refreshRows: async (question) => remote?.refreshRows(question),
  close: async () => {
    // With it goes whatever it holds, loads or is writing.
    worker?.terminate();
    worker = undefined;
    remote = undefined;
  },
  ask: async (name, question) => {
    if (remote === undefined) throw new Error('No list is open.');
    // Comlink's types forget the type parameter of a remote function.
    const ask = remote.ask as unknown as AskCollection;
    return await ask(name, question);
  },
};
