import { maxQueryChars } from '../../collection/query-param.ts';
import { navigate } from '../../location.ts';
import { urlOf } from '../../paths.ts';
import { say } from '../../ui/say.ts';
import type { View } from '../../view-params.ts';
import { withList } from '../view-changes.ts';

/** Searches for another text, as a step of the history; one that is too long for an address stays out of it. */
export function goToQuery(view: View, q: string): void {
  if (q.length > maxQueryChars) say('That is too long for a search: take something else out of it first.');
  else navigate(urlOf(withList(view, { q })));
}
