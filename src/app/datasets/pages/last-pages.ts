import { datasetsPath } from '../../../contract/datasets-path.ts';
import type { ListView } from '../../../contract/list-params.ts';
import { serverName } from '../../api/served-by.ts';
import { pageSession } from '../../api/session.ts';
import { browserStorage } from '../../browser/browser-storage.ts';
import { forgetPages } from './forget-pages.ts';
import { type KeptPage, type KeptPages, readKeptPage } from './kept-pages.ts';

/** What is kept of this server's pages: where the session keeps its token, so that what a tab may see does not outlast it. */
export function keptPages(): KeptPages {
  const { onDevice } = pageSession().current();
  return { storage: browserStorage(onDevice ? 'localStorage' : 'sessionStorage'), server: serverName() };
}

/** The page of a view as it was last seen. */
export function lastPage(view: ListView): KeptPage | undefined {
  return readKeptPage(keptPages(), datasetsPath(view));
}

/** Forgets all pages, on this device and in this tab. */
export function forgetLastPages(): void {
  forgetPages(browserStorage('localStorage'));
  forgetPages(browserStorage('sessionStorage'));
}
