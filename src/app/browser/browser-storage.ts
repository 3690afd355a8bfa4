/** What is kept of `Storage`: single texts under their keys. */
export type TextStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** One of the browser's storages, asked for on each access: where it is blocked, even naming it throws. */
export function browserStorage(name: 'localStorage' | 'sessionStorage'): TextStorage {
  return {
    getItem: (key) => window[name].getItem(key),
    setItem: (key, text) => window[name].setItem(key, text),
    removeItem: (key) => window[name].removeItem(key),
  };
}
