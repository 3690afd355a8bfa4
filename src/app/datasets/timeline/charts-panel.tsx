import './charts-panel.css';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useWantedCollection } from '../list/use-collection.ts';
import { ItemsChart } from './items-chart.tsx';
import { Timeline } from './timeline.tsx';
import { type ChartsOptions, useCharts } from './use-charts.ts';

/** The list over time, and beside it by numbers of items. */
export function ChartsPanel(
  props: Omit<ChartsOptions, 'maxBuckets'> & {
    /** Whether the reader has just asked for it: then the whole list is wanted (a remembered choice is no such wish). */
    isOpened: boolean;
  },
): ReactElement {
  const { view, list, userId, isOpened } = props;
  const place = useRef<HTMLDivElement>(null);
  const maxBuckets = useRoom(place);
  const charts = useCharts({ view, list, userId, maxBuckets });
  const { state } = list.collection;
  useWantedCollection(list.collection, isOpened && !charts.isProbing);
  return (
    <div ref={place} className="charts">
      <Timeline view={view} charts={charts} covered={state.covered} />
      <ItemsChart view={view} items={charts.items} />
    </div>
  );
}

/** Bars get no narrower than this. */
const leastBarPx = 5.5;
/** Numbers of bars, so that not every pixel more asks anew. */
const barCounts = [240, 180, 120, 80, 48];

/** How many bars the timeline has room for. */
function useRoom(place: { readonly current: HTMLElement | null }): number {
  const [widthPx, setWidthPx] = useState(() => innerWidth);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => entry && setWidthPx(entry.contentRect.width));
    observer.observe(element);
    return () => observer.disconnect();
  }, [place]);
  // Where the two stand side by side, the other one takes a fifth.
  const timelinePx = widthPx < 560 ? widthPx : widthPx * 0.8;
  return barCounts.find((count) => count * leastBarPx <= timelinePx) ?? 36;
}
