import type { ReactElement, ReactNode } from 'react';
import type { View } from '../../address/view-params.ts';
import { shownName } from '../../collection/engine/columns/shown-name.ts';
import type { Asker } from '../../collection/engine/query/reader-of.ts';
import { formatCount } from '../../ui/format/number-format.ts';
import { useAnswer } from '../list/use-answer.ts';
import type { List } from '../list/use-list.ts';
import { formatDay } from './format-day.ts';
import { shareText } from './share-text.ts';

/** The sums of all that is found, not of the page. */
export function ResultSummary({ view, list, asker }: { view: View; list: List; asker: Asker }): ReactElement {
  const { q } = view;
  const sums = useAnswer(list.collection, { name: 'summary', question: { q, ...asker } });
  // Of a part there may be more of everything that is counted.
  const more = list.scope.isAll ? '' : '+';
  const biggest = sums?.biggest;
  return (
    <section className="summary" aria-label="Summary">
      <h2>{list.scope.isAll ? 'Summary' : 'Summary so far'}</h2>
      <dl>
        <Line name="Datasets">{sums && formatCount(sums.datasets) + more}</Line>
        <Line name="Items in all">{sums && formatCount(sums.items) + more}</Line>
        <Line name="Clean">{sums?.cleanShare !== undefined && shareText(sums.cleanShare)}</Line>
        <Line name="First created">{sums?.firstCreatedAtMs !== undefined && formatDay(sums.firstCreatedAtMs)}</Line>
        <Line name="Last created">{sums?.lastCreatedAtMs !== undefined && formatDay(sums.lastCreatedAtMs)}</Line>
        <Line name="Biggest">
          {biggest && (
            <>
              <bdi>{shownName(biggest) || biggest.id}</bdi>
              <span>{formatCount(biggest.itemCount)}</span>
            </>
          )}
        </Line>
      </dl>
    </section>
  );
}

function Line({ name, children }: { name: string; children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children || '–'}</dd>
    </div>
  );
}
