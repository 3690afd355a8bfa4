import type { ReactElement, ReactNode } from 'react';
import type { Asker } from '../../../engine/query/reader.ts';
import type { View } from '../../address/view-params.ts';
import { formatCount, readerLocales } from '../../ui/format/number-format.ts';
import { shownName } from '../fields.ts';
import { useAnswer } from '../list/use-answer.ts';
import type { List } from '../list/use-list.ts';

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
        <Line name="Datasets">{sums && formatCount(sums.rows) + more}</Line>
        <Line name="Items in all">{sums && formatCount(sums.amount) + more}</Line>
        <Line name="Clean">{sums?.partShare !== undefined && shareText(sums.partShare)}</Line>
        <Line name="First created">{sums?.firstMs !== undefined && formatDay(sums.firstMs)}</Line>
        <Line name="Last created">{sums?.lastMs !== undefined && formatDay(sums.lastMs)}</Line>
        <Line name="Biggest">
          {biggest && (
            <>
              <bdi translate="no">{shownName(biggest) || biggest.id}</bdi>
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

/** A share from 0 to 1 in per cent: 100 % is said of the whole alone, and 0 % of nothing. */
export function shareText(share: number, locales = readerLocales()): string {
  const format = new Intl.NumberFormat([...locales], { style: 'percent', maximumFractionDigits: 1 });
  if (share > 0.999 && share < 1) return format.format(0.999);
  return share > 0 && share < 0.001 ? format.format(0.001) : format.format(share);
}

let day: Intl.DateTimeFormat | undefined;

/** The date alone: "Nov 23, 2026". Throws a `RangeError` for `NaN`. */
function formatDay(timeMs: number): string {
  day ??= new Intl.DateTimeFormat([...readerLocales()], { dateStyle: 'medium' });
  return day.format(timeMs);
}
