import type { QueryClient } from '@tanstack/react-query';
import { keepLastPages } from '../pages/keep-last-pages.ts';
import '../../shell/on-paper.css';
import { menuOnLongPress } from '../filters/menu-on-long-press.ts';
import '../../browser/show-said.ts';
import '../notes/load-note.tsx';
import '../notes/request-notes.tsx';
import '../list/turned-page.ts';

const gestures = [() => import('../../table/head/drag-column.ts'), () => import('../../table/head/resize-column.ts')];

/**
 * What may be wanted when it can no longer be loaded: words for a server that is gone, the pages that were on screen until then, and
 * how a load stands that keeps all connections busy; what the page is on paper, and what follows a hand or a finger. Loaded once the page works.
 */
export function prepare(client: QueryClient): void {
  keepLastPages(client);
  menuOnLongPress();
  for (const load of gestures) load().catch(() => {});
}
