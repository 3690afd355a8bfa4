import { navigate } from '../../address/location.ts';
import { urlOf } from '../../address/paths.ts';
import { maxQueryChars } from '../../address/query-param.ts';
import type { View } from '../../address/view-params.ts';
import { say } from '../../browser/say.ts';
import { withList } from '../list/view-changes.ts';

/** Searches for another text, as a step of the history; one that is too long for an address stays out of it. */
export function goToQuery(view: View, q: string): void {
  if (q.length > maxQueryChars) say('That is too long for a search: take something else out of it first.');
  else navigate(urlOf(withList(view, { q })));
}
