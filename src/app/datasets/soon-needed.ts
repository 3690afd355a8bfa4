import type { QueryClient } from '@tanstack/react-query';
import { keepLastPages } from '../api/keep-last-pages.ts';
import '../on-paper.css';
import './load-note.tsx';
import './request-notes.tsx';

/**
 * What may be wanted when it can no longer be loaded: words for a server that is gone, the pages that were on screen until then, and
 * how a load stands that keeps all connections busy; and what the page is on paper. Loaded once the page works.
 */
export function prepare(client: QueryClient): void {
  keepLastPages(client);
}
