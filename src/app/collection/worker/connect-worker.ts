import { proxy, type Remote, wrap } from 'comlink';
import type { AskCollection, CollectionConnection } from './collection-store.ts';
import type { CollectionWorker } from './collection-worker.ts';

/** A worker that was started. */
interface Started {
  readonly remote: Remote<CollectionWorker>;
  /** Rejects when it cannot be loaded or was ended: what is asked of it is then never answered. */
  readonly gone: Promise<never>;
  /** Once it has answered, what goes wrong in it is no longer that it cannot be loaded. */
  readonly isUp: () => void;
  readonly end: (reason: Error) => void;
}

let started: Started | undefined;

function start(worker: Worker): Started {
  const loading = new AbortController();
  let end: Started['end'] = () => {};
  const gone = new Promise<never>((_, reject) => {
    end = (reason) => {
      worker.terminate();
      started = undefined;
      reject(reason);
    };
  });
  // Whoever waits for an answer hears of it, and maybe nobody does.
  gone.catch(() => {});
  worker.addEventListener('error', ({ message }) => end(new Error(message || 'The worker cannot be loaded.')), {
    signal: loading.signal,
  });
  return { remote: wrap<CollectionWorker>(worker), gone, isUp: () => loading.abort(), end };
}

function remote(): Remote<CollectionWorker> {
  if (started === undefined) throw new Error('No list is open.');
  return started.remote;
}

// Chromium tells a worker nothing of it.
const tellNetwork = () => void started?.remote.setOnline(navigator.onLine);
addEventListener('online', tellNetwork);
addEventListener('offline', tellNetwork);

/** The worker that has the collections, as `serveCollections` answers in it: started by the first who needs one, and kept. */
export const connectWorker = (startWorker: () => Worker): CollectionConnection => ({
  open: async (source, onState) => {
    started ??= start(startWorker());
    const { remote: opened, gone, isUp } = started;
    await Promise.race([opened.open(source, proxy(onState)), gone]);
    isUp();
  },
  load: async (maxRequests) => remote().load(maxRequests),
  offer: async (page) => remote().offer(page),
  readAgain: async () => remote().readAgain(),
  stop: async () => remote().stop(),
  hold: async (isHeld) => remote().hold(isHeld),
  refreshRows: async (question) => remote().refreshRows(question),
  // With the worker goes whatever it holds, loads or is writing.
  close: async () => started?.end(new Error('The collections were closed.')),
  ask: async (name, question) => {
    // Comlink's types forget the type parameter of a remote function.
    const ask = remote().ask as unknown as AskCollection;
    return await ask(name, question);
  },
});
