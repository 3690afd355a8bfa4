import { useSyncExternalStore } from 'react';
import { browserStorage } from '../browser/browser-storage.ts';
import { createLeftAt } from './left-at.ts';
import { canonicalAddress } from './paths.ts';

/** The entry of the browser's history that is on screen. */
export interface Entry {
  readonly pathname: string;
  readonly search: string;
  /** Tells this entry from every other one, also after a reload. */
  readonly key: string;
  /** What the page should say about how it came here, such as a parameter that was dropped. */
  readonly note: string | undefined;
}

/** What an entry keeps in `history.state`. */
interface EntryState {
  readonly key: string;
  readonly note?: string;
}

const listeners = new Set<() => void>();
const leaveListeners = new Set<() => void>();
const leftAt = createLeftAt(browserStorage('sessionStorage'));
let entry: Entry | undefined;

/** The entry on screen. It changes with every navigation, not with the fragment. */
export function useEntry(): Entry {
  return useSyncExternalStore(subscribe, currentEntry, currentEntry);
}

/** The entry on screen, outside React. */
export function currentEntry(): Entry {
  entry ??= arriveAnew();
  return entry;
}

/** Goes to an address of the dashboard: as a new entry, or in place of the current one, which is also what it says already. */
export function navigate(address: string, options: { readonly replace?: boolean; readonly note?: string } = {}): void {
  leave();
  const { pathname, search, hash } = window.location;
  write(address, { note: options.note, replace: options.replace === true || address === pathname + search + hash });
  entry = read();
  for (const listener of listeners) listener();
}

/** The fragment of the address, with its `#`; empty when there is none. */
export function currentFragment(): string {
  return window.location.hash;
}

/** Sets the fragment of the current entry without a navigation: nobody is told. */
export function replaceFragment(fragment: string): void {
  replaceAddress(window.location.pathname + window.location.search + fragment);
}

/** Sets the address of the current entry without a navigation: nobody is told, and `currentEntry` is as it began. */
export function replaceAddress(address: string): void {
  const { pathname, search, hash } = window.location;
  if (address !== pathname + search + hash) window.history.replaceState(window.history.state, '', hereAt(address));
}

/** Calls `listener` before the current entry is left: the last moment to set its fragment. Returns what ends that. */
export function beforeLeaving(listener: () => void): () => void {
  leaveListeners.add(listener);
  return () => leaveListeners.delete(listener);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (listeners.size === 1) {
    window.addEventListener('popstate', onPopState);
    window.addEventListener('pagehide', onPageHide);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    window.removeEventListener('popstate', onPopState);
    window.removeEventListener('pagehide', onPageHide);
  };
}

function leave(): void {
  for (const listener of leaveListeners) listener();
}

function onPageHide(): void {
  const { key } = currentEntry();
  const { pathname, search } = window.location;
  leave();
  leftAt.keep({ key, page: pathname + search, to: window.location.search + currentFragment() });
}

function onPopState(): void {
  entry = arrive();
  for (const listener of listeners) listener();
}

/** Reads the entry that this document begins with, after a reload as it was left. */
function arriveAnew(): Entry {
  const { pathname, search } = window.location;
  const to = leftAt.take({ key: readState()?.key, page: pathname + search, isReload: isReload() });
  if (to !== undefined) replaceAddress(pathname + to);
  return arrive();
}

/** Whether this document is a reload of the one before it. */
function isReload(): boolean {
  const [navigation] = performance.getEntriesByType('navigation');
  return navigation !== undefined && 'type' in navigation && navigation.type === 'reload';
}

/** Reads the entry that the browser has come to; one from outside gets a key and its canonical address first. */
function arrive(): Entry {
  const { address, note } = canonicalAddress(new URL(window.location.href));
  const { pathname, search, hash } = window.location;
  if (address !== pathname + search + hash || readState() === undefined) {
    write(address, { note: note ?? readState()?.note, replace: true });
  }
  return read();
}

function read(): Entry {
  const { pathname, search } = window.location;
  const state = readState();
  return { pathname, search, key: state?.key ?? '', note: state?.note };
}

function write(address: string, options: { readonly note: string | undefined; readonly replace: boolean }): void {
  const state: EntryState = { key: newKey(), ...(options.note === undefined ? {} : { note: options.note }) };
  if (options.replace) window.history.replaceState(state, '', hereAt(address));
  else window.history.pushState(state, '', hereAt(address));
}

/** The whole URL of an address: a path that begins with two slashes would by itself name another host. */
function hereAt(address: string): string {
  return window.location.origin + address;
}

function newKey(): string {
  return `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
}

/** `history.state` when it is ours. */
function readState(): EntryState | undefined {
  const state: unknown = window.history.state;
  if (typeof state !== 'object' || state === null || !('key' in state) || typeof state.key !== 'string')
    return undefined;
  return 'note' in state && typeof state.note === 'string' ? { key: state.key, note: state.note } : { key: state.key };
}
