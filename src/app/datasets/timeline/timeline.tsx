import { type ReactElement, useMemo } from 'react';
import type { TimeBuckets } from '../../../engine/facets/time-buckets.ts';
import { withOnlyTerm, withoutGroup } from '../../../engine/query/edit-query.ts';
import { parseQuery } from '../../../engine/query/parse-query.ts';
import { rangeOfSpan } from '../../../engine/query/range-terms.ts';
import { navigate } from '../../address/location.ts';
import { urlOf } from '../../address/paths.ts';
import type { View } from '../../address/view-params.ts';
import { announce } from '../../browser/announce.ts';
import { BarChart } from '../../ui/charts/bar-chart.tsx';
import type { BarRange } from '../../ui/charts/bar-selection.ts';
import { formatCount } from '../../ui/format/number-format.ts';
import { datasetQuery } from '../dataset-query.ts';
import { withList } from '../list/view-changes.ts';
import { ChartFigure } from './chart-figure.tsx';
import { axisText, bucketsText, bucketText, periodText, spanText, timelineCaption } from './charts-words.ts';
import type { Charts } from './use-charts.ts';

/** What a timeline is of. */
const created = { key: 'created', not: false } as const;

/** When the datasets were created. What is chosen in it becomes the `created:` term of the search, and all of its width. */
export function Timeline(props: { view: View; charts: Charts; covered: number }): ReactElement {
  const { view, charts, covered } = props;
  const { time, basis } = charts;
  const bars = useMemo(() => (time === undefined ? [] : barsOf(time)), [time]);
  // Hundreds of dates in words, which no letter typed elsewhere changes.
  const rows = useMemo(() => (time === undefined ? [] : rowsOf(time)), [time]);
  const ticks = useMemo(() => (time === undefined ? [] : ticksOf(time)), [time]);
  const query = useMemo(() => parseQuery(view.q, datasetQuery), [view.q]);
  const isZoomed = query.terms.some(({ key }) => key === created.key);
  const hasUnnamed = time?.buckets.some(({ marked: unnamed = 0 }) => unnamed > 0) ?? false;

  function choose({ from, to }: BarRange): void {
    const [first, last] = [time?.buckets[from], time?.buckets[to]];
    if (first === undefined || last === undefined || time?.step === undefined) return;
    const period = { startMs: first.startMs, endMs: last.endMs };
    const range = rangeOfSpan(period);
    if (range === undefined) return;
    navigate(urlOf(withList(view, { q: withOnlyTerm(query, { ...created, range }) })));
    announce(`Created ${spanText(period, time.step)}`);
  }
  function showAll(): void {
    if (!isZoomed) return;
    navigate(urlOf(withList(view, { q: withoutGroup(query, created.key) })));
    announce('All of the time');
  }
  return (
    <ChartFigure
      label="Timeline"
      className="timeline"
      caption={
        <>
          <Said charts={charts} covered={covered} />
          {hasUnnamed ? <Legend /> : null}
          {isZoomed ? (
            <button type="button" className="text-button" onClick={showAll}>
              All of the time
            </button>
          ) : null}
        </>
      }
      ticks={ticks}
      head={basis === 'samples' ? ['Created', 'Datasets, about'] : ['Created', 'Datasets', 'Unnamed']}
      rows={rows}
    >
      {bars.length === 0 ? (
        <div className="bar-chart" />
      ) : (
        <BarChart
          label={`Created per ${time?.step?.unit ?? 'day'}`}
          bars={bars}
          layers={basis === 'samples' ? ['bar-rough'] : ['bar', 'bar-quiet']}
          help="shows only what was created then"
          rangeText={(range) => (time === undefined ? '' : bucketsText(range, time, formatCount))}
          onChoose={choose}
          onClear={showAll}
        />
      )}
    </ChartFigure>
  );
}

function Said({ charts, covered }: { charts: Charts; covered: number }): ReactElement {
  const { failure, tryAgain, samples } = charts;
  if (failure === undefined) return <span>{timelineCaption(charts, { covered, samples, formatCount })}</span>;
  return (
    <>
      <span role="alert">The timeline could not be loaded: {failure.message}</span>
      <button type="button" className="text-button" onClick={tryAgain}>
        Try again
      </button>
    </>
  );
}

function Legend(): ReactElement {
  return (
    <span className="chart-legend" aria-hidden="true">
      <i className="key-named" /> named <i className="key-unnamed" /> unnamed
    </span>
  );
}

function barsOf(time: TimeBuckets): { text: string; stack: number[] }[] {
  return time.buckets.map((bucket) => {
    const { count, marked: unnamed } = bucket;
    const stack = unnamed === undefined ? [count] : [count - unnamed, unnamed];
    return { text: bucketText(bucket, time, formatCount), stack };
  });
}

const tickCount = 5;

/** Where the axis is told: its ends, and evenly between them. */
function ticksOf({ buckets, step }: TimeBuckets): { at: number; text: string }[] {
  if (step === undefined) return [];
  const last = buckets.length - 1;
  const count = Math.min(tickCount, buckets.length);
  return Array.from({ length: count }, (_, index) => {
    const at = index / Math.max(1, count - 1);
    const bucket = buckets[Math.round(at * last)];
    return { at, text: bucket === undefined ? '' : axisText(bucket, step) };
  });
}

function rowsOf({ buckets, step }: TimeBuckets): string[][] {
  if (step === undefined) return [];
  return buckets.map((bucket) => {
    const { count, marked: unnamed } = bucket;
    return [periodText(bucket, step), formatCount(count), ...(unnamed === undefined ? [] : [formatCount(unnamed)])];
  });
}
