import { useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';

let printing = false;

function subscribe(listener: () => void): () => void {
  const media = matchMedia('print');
  // Printing takes its picture of the page as soon as the event handlers are through: rendering cannot wait.
  const set = (value: boolean) => {
    if (value === printing) return;
    printing = value;
    flushSync(listener);
  };
  const before = () => set(true);
  const after = () => set(media.matches);
  const change = () => set(media.matches);
  addEventListener('beforeprint', before);
  addEventListener('afterprint', after);
  media.addEventListener('change', change);
  return () => {
    removeEventListener('beforeprint', before);
    removeEventListener('afterprint', after);
    media.removeEventListener('change', change);
  };
}

/** Whether the page is being printed: what is not in the document then is not on the paper. */
export function usePrinting(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => printing,
    () => false,
  );
}
