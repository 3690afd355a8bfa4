import { useEffect } from 'react';

/** Has the browser's tab, history and bookmarks say what is on screen. */
export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Setlist`;
  }, [title]);
}
