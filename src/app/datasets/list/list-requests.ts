import type { ShownPage } from './list-state.ts';

/** So many pages are loaded without being asked for. */
export const freePages = 20;

/** CONTRACT: the most rows that a page has. */
const maxPageRows = 1000;

/** Requests that it takes to load the collection that a page is of, by what the server grants where a load has shown that. */
export function pagesOf({ page, view }: Pick<ShownPage, 'page' | 'view'>, pageRows = maxPageRows): number {
  const granted = page.limit < view.limit ? page.limit : pageRows;
  return Math.max(1, Math.ceil(page.total / Math.max(1, granted)));
}
