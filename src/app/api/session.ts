import { useSyncExternalStore } from 'react';
import { browserStorage, type TextStorage } from '../browser/browser-storage.ts';
import { storedKeys } from '../browser/stored-keys.ts';

/** Whose requests these are: a new one with every sign-in and sign-out. */
export interface Session {
  /** Tells it from the sessions before. */
  readonly id: number;
  /** `undefined` for requests without a token. */
  readonly token: string | undefined;
  /** Whether the token (and what it may see) is kept on this device, or only in this tab. */
  readonly onDevice: boolean;
}

export interface SessionStore {
  readonly current: () => Session;
  readonly subscribe: (listener: () => void) => () => void;
  /** Keeps the token on this device, or until this tab is closed. */
  readonly signIn: (token: string, options: { readonly onDevice: boolean }) => void;
  readonly signOut: () => void;
  /** Another tab has changed what is kept on this device. */
  readonly storageChanged: (key: string | null) => void;
}

const tokenKey = storedKeys.token;

/** A session over the two storages of a browser. Either may refuse (blocked or full): then the token lasts as long as the page. */
export function createSession(storages: { readonly tab: TextStorage; readonly device: TextStorage }): SessionStore {
  const listeners = new Set<() => void>();
  let session = read(0);

  function read(id: number): Session {
    const inTab = attempt(() => storages.tab.getItem(tokenKey));
    const onDevice = attempt(() => storages.device.getItem(tokenKey));
    return { id, token: inTab ?? onDevice ?? undefined, onDevice: inTab === null || inTab === undefined };
  }

  function change(next: Session): void {
    session = next;
    for (const listener of listeners) listener();
  }

  function forget(): void {
    attempt(() => storages.tab.removeItem(tokenKey));
    attempt(() => storages.device.removeItem(tokenKey));
  }

  return {
    current: () => session,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    signIn(token, { onDevice }) {
      forget();
      attempt(() => (onDevice ? storages.device : storages.tab).setItem(tokenKey, token));
      change({ id: session.id + 1, token, onDevice });
    },
    signOut() {
      forget();
      change({ id: session.id + 1, token: undefined, onDevice: true });
    },
    storageChanged(key) {
      const next = read(session.id + 1);
      if ((key === tokenKey || key === null) && next.token !== session.token) change(next);
    },
  };
}

/** What an access to a storage brings, `undefined` when the browser refuses it. */
function attempt<T>(access: () => T): T | undefined {
  try {
    return access();
  } catch {
    return undefined;
  }
}

let store: SessionStore | undefined;

/** The session of this page. */
export function pageSession(): SessionStore {
  if (store === undefined) {
    store = createSession({ tab: browserStorage('sessionStorage'), device: browserStorage('localStorage') });
    const { storageChanged } = store;
    window.addEventListener('storage', ({ key }) => storageChanged(key));
  }
  return store;
}

/** The session of this page, following sign-in and sign-out. */
export function useSession(): Session {
  const { subscribe, current } = pageSession();
  return useSyncExternalStore(subscribe, current, current);
}
