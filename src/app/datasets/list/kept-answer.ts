import { urlOf } from '../../address/paths.ts';
import { isSearched, type View } from '../../address/view-params.ts';
import { type CollectionState, nothingLoaded } from '../../collection/read/collection-state.ts';
import type { PageAnswer } from '../../collection/worker/answer-page.ts';
import { type KeptPage, type KeptPages, readKeptPage } from '../pages/kept-pages.ts';

/**
 * What the whole collection has last answered to an address, kept beside the pages of the API: on return it is on screen before
 * the collection is there. Only orders: a search may depend on the day, and each of its letters would be kept.
 */
export function keptAnswer(pages: KeptPages, view: View): KeptPage | undefined {
  return isSearched(view) ? undefined : readKeptPage(pages, urlOf(view));
}

/** How far the collection is that a kept answer is from: all of it, as it was. */
export function stateBehindKept({ page: { total }, updatedAtMs: asOfMs }: KeptPage): CollectionState {
  return { ...nothingLoaded, phase: 'kept', covered: total, total, wasWhole: true, asOfMs, oldRows: total };
}

/** A kept answer as the collection gave it. */
export function answerOfKept({ page: { items, total } }: KeptPage): PageAnswer {
  return { rows: items, matching: total, covered: total, total, refreshedAtMs: [], isOrderOld: false };
}
