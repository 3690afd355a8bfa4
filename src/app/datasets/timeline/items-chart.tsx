import type { ReactElement } from 'react';
import { hasTerm, withOnlyTerm, withoutGroup } from '../../../engine/query/edit-query.ts';
import { parseQuery } from '../../../engine/query/parse-query.ts';
import { rangeOfBin } from '../../../engine/query/range-terms.ts';
import { navigate } from '../../address/location.ts';
import { urlOf } from '../../address/paths.ts';
import type { View } from '../../address/view-params.ts';
import { announce } from '../../browser/announce.ts';
import type { ItemsCount } from '../../collection/worker/answer-charts.ts';
import { BarChart } from '../../ui/charts/bar-chart.tsx';
import type { BarRange } from '../../ui/charts/bar-selection.ts';
import { formatCount, readerLocales } from '../../ui/format/number-format.ts';
import { datasetQuery } from '../dataset-query.ts';
import { withList } from '../list/view-changes.ts';
import { ChartFigure } from './chart-figure.tsx';
import { itemsBarText, itemsRangeText, itemsText } from './charts-words.ts';

const itemsOf = { key: 'items', not: false } as const;

/** How many items the datasets have, on a scale of 1, 2, 5, 10 … A click on a bar becomes the `items:` term of the search. */
export function ItemsChart({ view, items }: { view: View; items: readonly ItemsCount[] | undefined }): ReactElement {
  function choose({ from, to }: BarRange): void {
    const [first, last] = [items?.[from], items?.[to]];
    if (first === undefined || last === undefined) return;
    const range = { from: first.from, to: last.to };
    const term = { ...itemsOf, range: rangeOfBin(range) };
    const query = parseQuery(view.q, datasetQuery);
    if (hasTerm(query, term)) {
      showAll();
      return;
    }
    navigate(urlOf(withList(view, { q: withOnlyTerm(query, term) })));
    announce(itemsText(range, formatCount));
  }
  function showAll(): void {
    const q = withoutGroup(parseQuery(view.q, datasetQuery), itemsOf.key);
    if (q === view.q) return;
    navigate(urlOf(withList(view, { q })));
    announce('Any number of items');
  }
  return (
    <ChartFigure
      label="Number of items"
      className="items-chart"
      caption={
        <span>{items === undefined ? 'Items: known once all datasets are loaded' : 'Datasets by number of items'}</span>
      }
      ticks={items === undefined ? [] : ticksOf(items)}
      head={['Items', 'Datasets']}
      rows={items?.map((bar) => [itemsText(bar, formatCount), formatCount(bar.count)]) ?? []}
    >
      {items === undefined || items.length === 0 ? (
        <div className="bar-chart" />
      ) : (
        <BarChart
          label="Number of items"
          bars={items.map((bar) => ({
            text: itemsBarText(bar, formatCount),
            stack: bar.isIn ? [bar.count, 0] : [0, bar.count],
          }))}
          layers={['bar', 'bar-quiet']}
          choosesByClick
          help="shows only datasets with so many items"
          rangeText={(range) => itemsRangeText(range, items, formatCount)}
          onChoose={choose}
          onClear={showAll}
        />
      )}
    </ChartFigure>
  );
}

const tickCount = 4;

/** Where bins begin, not all of them. */
function ticksOf(items: readonly ItemsCount[]): { at: number; text: string }[] {
  const compact = new Intl.NumberFormat([...readerLocales()], { notation: 'compact' });
  const count = Math.min(tickCount, items.length);
  return Array.from({ length: count }, (_, index) => {
    const at = index / Math.max(1, count - 1);
    return { at, text: compact.format(items[Math.round(at * (items.length - 1))]?.from ?? 0) };
  });
}
