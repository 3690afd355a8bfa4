import { describe, expect, it, vi } from 'vitest';
import { createSession } from './session.ts';

class MemoryStorage {
  readonly items = new Map<string, string>();
  getItem(key: string): string | null {
    return this.items.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.items.set(key, value);
  }
  removeItem(key: string): void {
    this.items.delete(key);
  }
}

/** A browser that blocks storage. */
const blocked = {
  getItem(): string | null {
    throw new Error('denied');
  },
  setItem(): void {
    throw new Error('denied');
  },
  removeItem(): void {
    throw new Error('denied');
  },
};

function browser() {
  return { tab: new MemoryStorage(), device: new MemoryStorage() };
}

describe('the session', () => {
  it('begins without a token', () => {
    expect(createSession(browser()).current()).toEqual({ id: 0, token: undefined, onDevice: true });
  });

  it.each([
    [true, 'device', 'tab'],
    [false, 'tab', 'device'],
  ] as const)('keeps the token in one place (on device: %j)', (onDevice, kept, other) => {
    const storages = browser();
    createSession(storages).signIn('secret', { onDevice });
    expect([...storages[kept].items.values()]).toEqual(['secret']);
    expect([...storages[other].items.values()]).toEqual([]);
    expect(createSession(storages).current()).toEqual({ id: 0, token: 'secret', onDevice });
  });

  it('moves the token when it is kept elsewhere from now on', () => {
    const storages = browser();
    const session = createSession(storages);
    session.signIn('old', { onDevice: true });
    session.signIn('new', { onDevice: false });
    expect(storages.device.items.size).toBe(0);
    expect(createSession(storages).current().token).toBe('new');
  });

  it('forgets the token everywhere at sign-out', () => {
    const storages = browser();
    const session = createSession(storages);
    session.signIn('secret', { onDevice: true });
    session.signOut();
    expect(session.current().token).toBeUndefined();
    expect(storages.tab.items.size + storages.device.items.size).toBe(0);
  });

  it('tells its listeners, each change a session of its own', () => {
    const session = createSession(browser());
    const listener = vi.fn();
    const stop = session.subscribe(listener);
    const ids = [session.current().id];
    session.signIn('a', { onDevice: false });
    ids.push(session.current().id);
    session.signOut();
    ids.push(session.current().id);
    stop();
    session.signIn('b', { onDevice: false });
    expect(new Set(ids).size).toBe(3);
    expect(listener).toHaveBeenCalledTimes(2);
  });

  it('follows another tab that signs out', () => {
    const storages = browser();
    const [here, there] = [createSession(storages), createSession(storages)];
    here.signIn('secret', { onDevice: true });
    there.storageChanged('setlist.token');
    expect(there.current().token).toBe('secret');
    here.signOut();
    there.storageChanged('another');
    expect(there.current().token).toBe('secret');
    there.storageChanged(null);
    expect(there.current().token).toBeUndefined();
  });

  it('works for as long as the page where storage is blocked', () => {
    const session = createSession({ tab: blocked, device: blocked });
    session.signIn('secret', { onDevice: true });
    expect(session.current().token).toBe('secret');
    session.signOut();
    expect(session.current().token).toBeUndefined();
  });
});
