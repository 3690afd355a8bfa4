import { afterEach, describe, expect, it, vi } from 'vitest';
import { type SharedProgress, shareOf, type TabChannel } from './share-load.ts';
import { FakeLocks } from './testing/fake-locks.ts';

const settled = () => new Promise((resolve) => setImmediate(resolve));

const told: SharedProgress = {
  total: 100,
  progress: {
    rows: 10,
    isChecking: false,
    requests: 1,
    expectedRequests: 10,
    remainingMs: 900,
    retryAtMs: undefined,
  },
};

/** Channels that deliver at once, to all but the sender. */
function fakeChannels(): () => TabChannel {
  type Listener = (event: { readonly data: unknown }) => void;
  const all = new Set<Listener>();
  return () => {
    const own = new Set<Listener>();
    return {
      postMessage(data) {
        for (const listener of all) if (!own.has(listener)) listener({ data: structuredClone(data) });
      },
      addEventListener(_type, listener) {
        own.add(listener);
        all.add(listener);
      },
      close() {
        for (const listener of own) all.delete(listener);
      },
    };
  };
}

function twoTabs() {
  const apis = { locks: new FakeLocks(), openChannel: fakeChannels() };
  return [shareOf('list', apis), shareOf('list', apis), shareOf('another list', apis)] as const;
}

const { signal } = new AbortController();

/** Something that takes until it is ended. */
function task() {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { end: () => end(), ended };
}

it('lets one load a list at a time, and tells the one who waits', async () => {
  const [first, second, other] = twoTabs();
  const order: string[] = [];
  const heard: SharedProgress[] = [];
  const { end, ended } = task();
  const onTold = (progress: SharedProgress) => heard.push(progress);
  const one = first.alone(() => ended.then(() => order.push('first')), { signal, onTold });
  const two = second.alone(async () => order.push('second'), { signal, onTold });
  await other.alone(async () => order.push('other'), { signal, onTold });
  first.tell(told);
  await settled();
  end();
  await Promise.all([one, two]);
  first.tell(told);
  expect(order).toEqual(['other', 'first', 'second']);
  expect(heard).toEqual([told]);
});

it('goes on when the one that loads fails', async () => {
  const [first, second] = twoTabs();
  const failing = first.alone(() => Promise.reject(new Error('closed')), { signal, onTold: () => {} });
  const next = second.alone(async () => 'mine', { signal, onTold: () => {} });
  await expect(failing).rejects.toThrow('closed');
  await expect(next).resolves.toBe('mine');
});

it('stops waiting with the reason of the signal', async () => {
  const [first, second] = twoTabs();
  const { end, ended } = task();
  const loading = first.alone(() => ended, { signal, onTold: () => {} });
  const stop = new AbortController();
  const waiting = second.alone(async () => 'mine', { signal: stop.signal, onTold: () => {} });
  stop.abort(new Error('enough'));
  await expect(waiting).rejects.toThrow('enough');
  end();
  await loading;
});

it('minds no message of another form, and none after it was closed', async () => {
  const openChannel = fakeChannels();
  const apis = { locks: new FakeLocks(), openChannel };
  const [first, second] = [shareOf('list', apis), shareOf('list', apis)];
  const heard: SharedProgress[] = [];
  const { end, ended } = task();
  const loading = first.alone(() => ended, { signal, onTold: () => {} });
  const waiting = second.alone(async () => {}, { signal, onTold: (progress) => heard.push(progress) });
  openChannel().postMessage({ total: 'many' });
  second.close();
  first.tell(told);
  end();
  await Promise.all([loading, waiting]);
  expect(heard).toEqual([]);
});

it('loads for itself where there are neither locks nor channels', async () => {
  const share = shareOf('list', { locks: undefined, openChannel: undefined });
  await expect(share.alone(async () => 'mine', { signal, onTold: () => {} })).resolves.toBe('mine');
  share.tell(told);
  share.close();
});

describe('a tab that has the lock', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is waited for as long as it is awake, also when it has nothing to tell', async () => {
    vi.useFakeTimers();
    const [first, second] = twoTabs();
    const { end, ended } = task();
    const order: string[] = [];
    const one = first.alone(() => ended.then(() => order.push('first')), { signal, onTold: () => {} });
    const two = second.alone(async () => order.push('second'), { signal, onTold: () => {} });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(order).toEqual([]);
    end();
    await Promise.all([one, two]);
    expect(order).toEqual(['first', 'second']);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is not waited for once it is asleep, and who loads beside it is awake for the third', async () => {
    vi.useFakeTimers();
    const apis = { locks: new FakeLocks(), openChannel: fakeChannels() };
    const [second, third] = [shareOf('list', apis), shareOf('list', apis)];
    const asleep = task();
    const sleeping = apis.locks.request('setlist load list', {}, () => asleep.ended);
    const { end, ended } = task();
    const order: string[] = [];
    const two = second.alone(() => Promise.resolve(order.push('second')).then(() => ended), {
      signal,
      onTold: () => {},
    });
    await vi.advanceTimersByTimeAsync(4_900);
    expect(order).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    expect(order).toEqual(['second']);
    const three = third.alone(async () => order.push('third'), { signal, onTold: () => {} });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(order).toEqual(['second']);
    end();
    await two;
    await vi.advanceTimersByTimeAsync(5_000);
    await three;
    expect(order).toEqual(['second', 'third']);
    asleep.end();
    await sleeping;
    expect(vi.getTimerCount()).toBe(0);
  });
});
