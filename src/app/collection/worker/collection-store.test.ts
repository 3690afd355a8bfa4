import { describe, expect, it } from 'vitest';
import { defaultFilter } from '../../../contract/testing/list-views.ts';
import type { ListSource } from '../fetch/list-source.ts';
import { type CollectionState, nothingLoaded } from '../read/collection-state.ts';
import { type CollectionConnection, createCollectionStore } from './collection-store.ts';

const named: ListSource = {
  baseUrl: 'https://setlist.test',
  server: 'test',
  token: undefined,
  credentials: 'same-origin',
  list: defaultFilter,
};
const unnamed: ListSource = { ...named, list: { ...defaultFilter, unnamed: true } };

/** A connection that notes what it is told, and lets the test tell its states. */
function fakeConnection() {
  const calls: string[] = [];
  const tellers: ((state: CollectionState) => void)[] = [];
  const connection: CollectionConnection = {
    async open({ list, token = 'nobody' }, onState) {
      calls.push(`open ${list.unnamed ? 'unnamed' : 'named'} as ${token}`);
      tellers.push(onState);
    },
    load: async (maxRequests) => void calls.push(maxRequests === undefined ? 'load' : `load up to ${maxRequests}`),
    offer: async () => void calls.push('offer'),
    readAgain: async () => void calls.push('read again'),
    stop: async () => void calls.push('stop'),
    hold: async (isHeld) => void calls.push(isHeld ? 'hold' : 'go on'),
    refreshRows: async () => void calls.push('refresh rows'),
    close: async () => void calls.push('close'),
    ask: async (name) => {
      calls.push(`ask ${name}`);
      return undefined;
    },
  };
  return { connection, calls, tellers };
}

/** All that waits for promises that are settled. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

function openedStore() {
  const fake = fakeConnection();
  let connections = 0;
  const store = createCollectionStore(async () => {
    connections += 1;
    return fake.connection;
  });
  store.open(named);
  return { ...fake, store, connections: () => connections };
}

describe('the collection of the list on screen', () => {
  it('connects when something is wanted of it, and once', async () => {
    const { store, calls, connections } = openedStore();
    await settled();
    expect(connections()).toBe(0);
    store.load();
    store.hold(true);
    store.hold(false);
    store.stop();
    await settled();
    expect(connections()).toBe(1);
    expect(calls).toEqual(['open named as nobody', 'load', 'hold', 'go on', 'stop']);
  });

  it('is what is known of it until the connection says more, and never has a version of both', async () => {
    const { connection, tellers } = fakeConnection();
    const store = createCollectionStore(async () => connection);
    store.open(named, { ...nothingLoaded, phase: 'kept', covered: 3 });
    const first = store.stateOf(named);
    expect(first).toMatchObject({ phase: 'kept', covered: 3 });
    store.restore();
    await settled();
    tellers[0]?.({ ...nothingLoaded, phase: 'loading' });
    expect(store.stateOf(named)).toMatchObject({ phase: 'loading', covered: 0 });
    expect(store.stateOf(named).version).not.toBe(first.version);
  });

  it('puts up what is kept when it is wanted, and is not failed without it', async () => {
    const { store, calls } = openedStore();
    store.restore();
    await settled();
    expect(calls).toEqual(['open named as nobody']);
    const alone = createCollectionStore(() => Promise.reject(new Error('no worker')));
    alone.open(named);
    alone.restore();
    await settled();
    expect(alone.stateOf(named).phase).toBe('none');
  });

  it('forgets everything when it is closed, and begins anew', async () => {
    const { store, calls, tellers } = openedStore();
    store.load();
    await settled();
    tellers[0]?.({ ...nothingLoaded, phase: 'complete', version: 3, covered: 10 });
    const before = store.stateOf(named).version;
    await store.close();
    expect(store.stateOf(named).covered).toBe(0);
    tellers[0]?.({ ...nothingLoaded, phase: 'complete', version: 4, covered: 10 });
    store.open(named);
    expect(store.stateOf(named)).toMatchObject({ phase: 'none', covered: 0 });
    expect(store.stateOf(named).version).toBeGreaterThan(before);
    store.readAgain();
    await settled();
    expect(calls.slice(1)).toEqual(['load', 'close', 'open named as nobody', 'read again']);
  });

  it('tells what the connection tells', async () => {
    const { store, tellers } = openedStore();
    let told = 0;
    store.subscribe(() => {
      told += 1;
    });
    store.load();
    await settled();
    tellers[0]?.({ ...nothingLoaded, phase: 'loading', total: 10 });
    expect(store.stateOf(named)).toMatchObject({ phase: 'loading', total: 10 });
    expect(told).toBe(1);
  });

  it('knows nothing of a list that is not open, and forgets the one before', async () => {
    const { store, tellers } = openedStore();
    store.load();
    await settled();
    tellers[0]?.({ ...nothingLoaded, phase: 'complete', version: 3, covered: 10, total: 10 });
    expect(store.stateOf(unnamed).phase).toBe('none');
    store.open(unnamed);
    expect(store.stateOf(unnamed).phase).toBe('none');
    expect(store.stateOf(named).phase).toBe('none');
    // What is still on its way of the list before is not that of the new one.
    tellers[0]?.({ ...nothingLoaded, phase: 'complete', version: 4, covered: 11, total: 11 });
    expect(store.stateOf(unnamed).phase).toBe('none');
  });

  it('gives the load of the list before up, though nothing is wanted of the new one', async () => {
    const { store, calls } = openedStore();
    store.load();
    await settled();
    store.open(unnamed);
    await settled();
    expect(calls).toEqual(['open named as nobody', 'load', 'open unnamed as nobody']);
  });

  it('is another one for another user', async () => {
    const { store, calls } = openedStore();
    store.load();
    await settled();
    store.open({ ...named, token: 'grace' });
    await settled();
    expect(calls.at(-1)).toBe('open named as grace');
  });

  it('never has the same version twice', async () => {
    const { store, tellers } = openedStore();
    store.load();
    await settled();
    tellers[0]?.({ ...nothingLoaded, phase: 'complete', version: 2 });
    const before = store.stateOf(named).version;
    store.open(unnamed);
    await settled();
    tellers[1]?.({ ...nothingLoaded, phase: 'complete', version: 1 });
    expect(store.stateOf(unnamed).version).toBeGreaterThan(before);
  });

  it('is closed also while a list is being opened, and what comes of that is not told of the next one', async () => {
    const { connection, calls } = fakeConnection();
    let fail = (_: Error) => {};
    const opened = { ...connection };
    const opening: CollectionConnection = {
      ...connection,
      open: async () => {
        calls.push('opening');
        await new Promise<void>((_, reject) => {
          fail = reject;
        });
      },
      async close() {
        calls.push('close');
        fail(new Error('The collections were closed.'));
      },
    };
    const connections = [opening, opened];
    const store = createCollectionStore(async () => connections.shift() ?? opened);
    store.open(named);
    store.load();
    await settled();
    const closing = store.close();
    store.open(unnamed);
    store.load();
    await closing;
    await settled();
    expect(calls).toEqual(['opening', 'close', 'open unnamed as nobody', 'load']);
    expect(store.stateOf(unnamed).phase).toBe('none');
  });

  it('says that the worker is gone, whoever wanted something of it, and starts another one when asked', async () => {
    const { connection, calls } = fakeConnection();
    let fails = true;
    const store = createCollectionStore(async () => ({
      ...connection,
      open: async (source, onState) => {
        if (fails) throw new Error('The worker cannot be loaded.');
        await connection.open(source, onState);
      },
    }));
    store.open(named);
    store.restore();
    store.load();
    await expect(store.ask('search', {})).rejects.toThrow('The worker cannot be loaded.');
    await settled();
    expect(store.stateOf(named)).toMatchObject({
      phase: 'failed',
      failure: { message: 'The worker cannot be loaded.' },
    });
    fails = false;
    store.load();
    await settled();
    expect(calls).toEqual(['open named as nobody', 'load']);
  });

  it('says that the worker could not be started, and tries again when asked', async () => {
    const { connection, calls } = fakeConnection();
    let fails = true;
    const store = createCollectionStore(async () => {
      if (fails) throw new Error('Importing a module script failed.');
      return connection;
    });
    store.open(named);
    store.load();
    await settled();
    expect(store.stateOf(named)).toMatchObject({
      phase: 'failed',
      failure: { message: 'Importing a module script failed.' },
    });
    fails = false;
    store.load();
    await settled();
    expect(calls).toEqual(['open named as nobody', 'load']);
  });
});
